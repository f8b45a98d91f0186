package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import io.vitrine.LiveApp;
import io.vitrine.accounts.Public;
import io.vitrine.model.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** OpenFeature's own client for Java, as a shop's server would use it. */
class OpenFeatureClientTest {

  private static final ImmutableContext VISITOR =
      new ImmutableContext("visitor-1", Map.of("country", new Value("FR")));

  @TempDir private Path folder;

  @Test
  void aShopsServerAsksWithTheClientForJava() throws Exception {
    try (LiveApp app = LiveApp.startWith(Failing.class, folder)) {
      String admin = app.admin();
      flag(app, admin, "switch", "false", "true");
      flag(app, admin, "price", "1.5", "2");
      flag(app, admin, "columns", "3", "4");
      flag(app, admin, "words", "\"old\"", "\"new\"");
      flag(app, admin, "look", "{\"columns\": 2}", "{\"columns\": 3}");
      Client client = client("one", app, app.key("ingest"));
      evaluates(client);
      refuses(client);
      app.post("/api/experiments/switch/switch", "{\"enabled\": false}").token(admin).send().ok();
      FlagEvaluationDetails<Boolean> off = client.getBooleanDetails("switch", true, VISITOR);
      assertThat(off.getValue()).as("the kill switch").isFalse();
      assertThat(off.getReason()).isEqualTo("DISABLED");
      FlagEvaluationDetails<Boolean> stranger =
          client("stranger", app, "no-such-key").getBooleanDetails("switch", true, VISITOR);
      assertThat(stranger.getErrorCode())
          .as("a refusal in the protocol's form, not an unreadable one")
          .isEqualTo(ErrorCode.GENERAL);
      assertThat(stranger.getValue()).as("the shop's own default").isTrue();
      refusalsHaveTheMembersThatClientsRead(app);
      fails(client);
      waits(client, client("two", app, app.key("ingest")));
    } finally {
      OpenFeatureAPI.getInstance().shutdown();
    }
  }

  private static void flag(LiveApp app, String admin, String key, String control, String variant) {
    app.ask("PUT", "/api/experiments/" + key)
        .json(
            "{\"variants\": [{\"name\": \"control\", \"value\": %s, \"share\": 0}, {\"name\": \"variant\", \"value\": %s, \"share\": 1}]}"
                .formatted(control, variant))
        .token(admin)
        .send()
        .ok();
    app.post("/api/experiments/" + key + "/start", "{}").token(admin).send().ok();
  }

  private static Client client(String domain, LiveApp app, String key) {
    OfrepProviderOptions options =
        OfrepProviderOptions.builder()
            .baseUrl("http://localhost:" + app.port())
            .headers(ImmutableMap.of("Authorization", ImmutableList.of("Bearer " + key)))
            .build();
    OpenFeatureAPI api = OpenFeatureAPI.getInstance();
    api.setProviderAndWait(domain, OfrepProvider.constructProvider(options));
    return api.getClient(domain);
  }

  private static void evaluates(Client client) {
    FlagEvaluationDetails<Boolean> told = client.getBooleanDetails("switch", false, VISITOR);
    assertThat(told.getErrorCode()).as(told.getErrorMessage()).isNull();
    assertThat(told.getValue()).isTrue();
    assertThat(told.getVariant()).isEqualTo("variant");
    assertThat(told.getReason()).isEqualTo("SPLIT");
    assertThat(told.getFlagMetadata().getBoolean("takes_part")).isTrue();
    assertThat(client.getDoubleValue("price", 0.0, VISITOR))
        .as("2 is sent as 2.0, or it would be no double there")
        .isEqualTo(2.0);
    assertThat(client.getIntegerValue("columns", 0, VISITOR))
        .as("a flag of whole numbers stays one")
        .isEqualTo(4);
    assertThat(client.getStringValue("words", "", VISITOR)).isEqualTo("new");
    Value look = client.getObjectValue("look", new Value(), VISITOR);
    assertThat(look.asStructure().getValue("columns").asInteger()).isEqualTo(3);
  }

  private static void refuses(Client client) {
    assertThat(client.getBooleanDetails("none", true, VISITOR).getErrorCode())
        .isEqualTo(ErrorCode.FLAG_NOT_FOUND);
    assertThat(client.getBooleanDetails("words", true, VISITOR).getErrorCode())
        .isEqualTo(ErrorCode.TYPE_MISMATCH);
    FlagEvaluationDetails<Boolean> nobody =
        client.getBooleanDetails("switch", true, new ImmutableContext());
    assertThat(nobody.getErrorCode())
        .as("this client takes every answer of 400 for a bad context, whatever its code")
        .isEqualTo(ErrorCode.INVALID_CONTEXT);
    assertThat(nobody.getValue()).as("the shop's own default").isTrue();
  }

  private static void fails(Client client) {
    for (String failure : List.of("forbidden", "broken")) {
      FlagEvaluationDetails<Boolean> told = client.getBooleanDetails(failure, true, VISITOR);
      assertThat(told.getErrorCode()).as(failure).isEqualTo(ErrorCode.GENERAL);
      assertThat(told.getValue()).as("the shop's own default").isTrue();
    }
  }

  private static void waits(Client client, Client another) {
    assertThat(client.getBooleanDetails("busy", true, VISITOR).getErrorCode())
        .isEqualTo(ErrorCode.GENERAL);
    assertThat(client.getBooleanDetails("words", true, VISITOR).getErrorMessage())
        .as("it heard for how long and does not ask in the meantime")
        .contains("Rate limit");
    assertThat(another.getStringValue("words", "", VISITOR)).isEqualTo("new");
  }

  /** What no endpoint of flags answers by itself, in the form that the edge gives it. */
  private static void refusalsHaveTheMembersThatClientsRead(LiveApp app) {
    JsonNode broken = failure(app, "broken", 500);
    assertThat(broken.get("errorCode").asString()).isEqualTo("GENERAL");
    assertThat(broken.get("errorDetails").asString())
        .isEqualTo(broken.get("detail").asString())
        .doesNotContain("secret");
    assertThat(broken.get("key").asString())
        .as("clients for JavaScript want it, or say that the form is unexpected")
        .isEqualTo("broken");
    assertThat(failure(app, "forbidden", 403).has("errorDetails")).isTrue();
    assertThat(failure(app, "busy", 429).has("errorDetails")).isTrue();
    LiveApp.Reply all = app.post("/ofrep/v1/evaluate/flags", "{}").send();
    assertThat(all.status()).isEqualTo(401);
    assertThat(all.json().get("errorCode").asString()).isEqualTo("GENERAL");
    assertThat(all.json().has("key")).isFalse();
    assertThat(app.get("/api/none").send().json().has("errorCode")).isFalse();
  }

  private static JsonNode failure(LiveApp app, String key, int status) {
    LiveApp.Reply reply = app.post("/ofrep/v1/evaluate/flags/" + key, "{}").send();
    assertThat(reply.status()).isEqualTo(status);
    return reply.json();
  }

  /** Flags whose evaluation fails in the ways that a server has. */
  @Public
  @RestController
  static class Failing {

    @PostMapping("/ofrep/v1/evaluate/flags/broken")
    String fail() {
      throw new IllegalStateException("a secret");
    }

    @PostMapping("/ofrep/v1/evaluate/flags/forbidden")
    String forbid() {
      throw new Problem("forbidden", Problem.Category.FORBIDDEN, "not with this key");
    }

    @PostMapping("/ofrep/v1/evaluate/flags/busy")
    String refuse() {
      throw Problem.load("too_many_requests", "wait", Duration.ofMinutes(5));
    }
  }
}
