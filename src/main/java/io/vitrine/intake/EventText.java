package io.vitrine.intake;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.vitrine.model.Field;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes our own event form in the description of the API, from the list of fields itself. */
@Configuration(proxyBeanMethods = false)
class EventText {

  private static final String EVENT = "Event";
  private static final String ITEM = "EventItem";

  @Bean
  GlobalOpenApiCustomizer describedEvents() {
    return EventText::describe;
  }

  private static void describe(OpenAPI api) {
    if (api.getPaths() == null || !api.getPaths().containsKey(EventController.PATH)) {
      return;
    }
    api.getComponents().addSchemas(EVENT, event());
    api.getComponents().addSchemas(ITEM, item());
    api.getPaths().get(EventController.PATH).getPost().setRequestBody(body());
  }

  private static RequestBody body() {
    Schema<?> one = reference(EVENT);
    Schema<?> either = new Schema<>().oneOf(List.of(one, new ArraySchema().items(one)));
    Schema<?> lines = new Schema<String>().type("string").description("One object a line");
    return new RequestBody()
        .required(true)
        .content(
            new Content()
                .addMediaType("application/json", new MediaType().schema(either))
                .addMediaType("application/x-ndjson", new MediaType().schema(lines)));
  }

  private static Schema<?> event() {
    Schema<?> schema =
        new Schema<>()
            .type("object")
            .description(
                "One thing that happened. Names may be in camel case as well; numbers may be"
                    + " texts; fields that are not listed are kept as they are.")
            .additionalProperties(true);
    for (Field field : Field.values()) {
      if (field.group() != Field.Group.STAMPED) {
        schema.addProperty(field.wireName(), property(field));
      }
    }
    schema.addProperty("items", new ArraySchema().items(reference(ITEM)));
    return schema;
  }

  private static Schema<?> property(Field field) {
    Schema<?> schema =
        switch (field.type()) {
          case TEXT -> new Schema<String>().type("string").maxLength(field.longest());
          case INTEGER -> new Schema<Long>().type("integer");
          case DECIMAL, NUMBER -> new Schema<Double>().type("number");
          case FLAG -> new Schema<Boolean>().type("boolean");
          case INSTANT ->
              new Schema<String>()
                  .type("string")
                  .format("date-time")
                  .description(
                      "ISO 8601, UTC without a zone; or a count since 1970 of seconds,"
                          + " milliseconds or microseconds");
        };
    return named(field, schema);
  }

  private static Schema<?> named(Field field, Schema<?> schema) {
    String others = otherNames(field);
    if (others.isEmpty()) {
      return schema;
    }
    String before = schema.getDescription() == null ? "" : schema.getDescription() + ". ";
    return schema.description(before + "Also: " + others);
  }

  private static String otherNames(Field field) {
    return FieldNames.all().entrySet().stream()
        .filter(name -> name.getValue().field() == field && !name.getValue().own())
        .map(name -> name.getKey())
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), names -> String.join(", ", names)));
  }

  private static Schema<?> item() {
    Schema<?> schema = new Schema<>().type("object");
    schema.setRequired(List.of("product_id"));
    schema.setAdditionalProperties(true);
    schema
        .addProperty(
            "product_id",
            new Schema<String>()
                .type("string")
                .maxLength(128)
                .description("Also: item_id, id, sku"))
        .addProperty("name", new Schema<String>().type("string").maxLength(256))
        .addProperty("category", new Schema<String>().type("string").maxLength(256))
        .addProperty("quantity", new Schema<Long>().type("integer").description("1 when absent"))
        .addProperty("price", new Schema<Double>().type("number").description("Of one piece"));
    return schema;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }
}
