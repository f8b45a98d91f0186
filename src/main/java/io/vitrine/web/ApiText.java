package io.vitrine.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Rule;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * The description of the API: names as they are on the wire, the form of errors, and who may call
 * each endpoint, in words and, for programs, in {@code x-role} and {@code x-keys}.
 */
@Configuration(proxyBeanMethods = false)
class ApiText {

  private static final String TOKEN = "access_token";
  private static final String KEY = "api_key";
  private static final String PROBLEM = "Problem";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI apiDescription(@Value("${info.version:unknown}") String version) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Vitrine")
                .description("Everything that happens in an online shop.")
                .version(version)
                .license(new License().name("MIT")))
        .components(
            new Components()
                .addSecuritySchemes(TOKEN, bearer("An access token from /api/auth/login."))
                .addSecuritySchemes(KEY, bearer("A key, also taken from X-API-Key.")));
  }

  /** Names in the description are those on the wire. */
  @Bean
  ModelResolver namesOnTheWire() {
    return new ModelResolver(
        Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  GlobalOperationCustomizer describedRoles() {
    return ApiText::describe;
  }

  @Bean
  GlobalOpenApiCustomizer describedProblems() {
    return api -> {
      LowerCaseWords.in(api);
      api.getComponents().addSchemas(PROBLEM, problemSchema());
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiText::addProblem);
    };
  }

  private static Operation describe(Operation operation, HandlerMethod endpoint) {
    operation.setOperationId(name(endpoint));
    Rule.of(endpoint).ifPresent(rule -> describe(operation, rule));
    return operation;
  }

  /** Such as {@code userList} for the method {@code list} of {@code UserController}. */
  private static String name(HandlerMethod endpoint) {
    String controller = endpoint.getBeanType().getSimpleName().replace("Controller", "");
    return StringUtils.uncapitalize(controller)
        + StringUtils.capitalize(endpoint.getMethod().getName());
  }

  private static void describe(Operation operation, Rule rule) {
    operation.addExtension("x-role", rule.role().map(Role::wireName).orElse("public"));
    operation.addExtension("x-keys", rule.scopes().stream().map(Scope::wireName).toList());
    String before = operation.getDescription();
    String need = rule.isPublic() ? "For everybody." : "Needs " + rule + ".";
    operation.setDescription(before == null ? need : before + "\n\n" + need);
    operation.setSecurity(requirements(rule));
  }

  private static List<SecurityRequirement> requirements(Rule rule) {
    if (rule.isPublic()) {
      return List.of();
    }
    Stream<String> schemes = rule.admitsKeys() ? Stream.of(TOKEN, KEY) : Stream.of(TOKEN);
    return schemes.map(scheme -> new SecurityRequirement().addList(scheme)).toList();
  }

  private static void addProblem(Operation operation) {
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("What went wrong (RFC 9457)")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json", new MediaType().schema(reference))));
  }

  private static Schema<?> problemSchema() {
    Schema<?> schema = new Schema<>().type("object");
    schema
        .addProperty("type", text("Stable name of the kind of error"))
        .addProperty("title", text("The HTTP status in words"))
        .addProperty("status", new Schema<Integer>().type("integer"))
        .addProperty("detail", text("What is wrong with which value"))
        .addProperty("code", text("Stable, in snake case; the end of the type"))
        .addProperty("request_id", text("Number of the request, to be found in the log"))
        .addProperty("line", new Schema<Integer>().type("integer"))
        .addProperty("column", new Schema<Integer>().type("integer"));
    schema.setRequired(List.of("type", "title", "status", "detail", "code", "request_id"));
    return schema;
  }

  private static Schema<?> text(String description) {
    return new Schema<String>().type("string").description(description);
  }

  private static SecurityScheme bearer(String description) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description(description);
  }
}
