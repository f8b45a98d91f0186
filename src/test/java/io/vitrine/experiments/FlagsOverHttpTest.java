package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FlagsOverHttpTest {

  private static final String VISITOR = "{\"context\": {\"targetingKey\": \"visitor-1\"}}";

  @TempDir Path data;

  @Test
  void anExperimentRunsFromItsDefinitionToItsDecision() throws Exception {
    try (LiveApp app = LiveApp.start(data)) {
      String admin = app.admin();
      String key = app.key("ingest");
      defines(app, admin);
      evaluates(app, key);
      refusesInTheWordsOfTheProtocol(app, key);
      tellsWhatCameOfIt(app, admin, key);
      decides(app, admin, key);
      comparesNumbersAsNumbers(app, admin, key);
      tellsWhoListens(app, admin, key);
    }
    try (LiveApp again = LiveApp.start(data)) {
      JsonNode kept =
          again.get("/api/experiments/checkout").token(again.admin()).send().ok().json();
      assertThat(kept.get("state").asString()).isEqualTo("decided");
    }
  }

  private static void defines(LiveApp app, String admin) {
    JsonNode draft =
        put(
                app,
                admin,
                "checkout",
                "{\"name\": \"Short checkout\", \"variants\": [{\"name\": \"control\", \"value\": 1},"
                    + " {\"name\": \"short\", \"value\": 2.5}], \"planned_units\": 1000}")
            .ok()
            .json();
    assertThat(draft.get("state").asString()).isEqualTo("draft");
    assertThat(put(app, admin, "running", "{}").code()).isEqualTo("experiment_key");
    assertThat(put(app, admin, "other", "{\"metrics\": [\"fame\"]}").text()).contains("fame");
    assertThat(act(app, admin, "checkout", "decide", "{\"variant\": \"short\"}").code())
        .isEqualTo("not_started");
    act(app, admin, "checkout", "start", "{\"note\": \"fewer fields\"}").ok();
    assertThat(put(app, admin, "checkout", "{}").code()).isEqualTo("variants_fixed");
  }

  private static void evaluates(LiveApp app, String key) {
    LiveApp.Reply one = evaluate(app, key, "/checkout", VISITOR);
    JsonNode flag = one.ok().json();

    // Bucket.of("variant:checkout", "visitor-1") is 0.637: the second half.
    assertThat(flag.get("variant").asString()).isEqualTo("short");
    assertThat(one.text())
        .contains("\"value\":2.5", "\"reason\":\"SPLIT\"", "\"key\":\"checkout\"");
    assertThat(evaluate(app, key, "/checkout", context("visitor-2")).text())
        .contains("\"value\":1.0", "\"control\"");
    assertThat(
            evaluate(
                    app,
                    key,
                    "/checkout",
                    "{\"context\": {\"targetingKey\": \"user-9\", \"visitor_id\": \"visitor-1\"}}")
                .text())
        .as("a visitor keeps the variant after signing in")
        .isEqualTo(one.text());

    LiveApp.Reply all = evaluate(app, key, "", VISITOR);
    assertThat(all.ok().json().get("flags")).hasSize(1);
    assertThat(all.json().get("flags").get(0)).isEqualTo(flag);
    assertThat(all.header("Content-Type")).startsWith("application/json");
    LiveApp.Ask again = app.post("/ofrep/v1/evaluate/flags", VISITOR).token(key);
    assertThat(again.header("If-None-Match", all.header("ETag")).send().status()).isEqualTo(304);
    assertThat(
            app.post("/ofrep/v1/evaluate/flags?flagConfigEtag=a&flagConfigLastModified=1", VISITOR)
                .token(key)
                .header("If-None-Match", "\"old\", W/" + all.header("ETag"))
                .send()
                .status())
        .as("a weak tag among others, after a change was told")
        .isEqualTo(304);
    assertThat(again.header("If-None-Match", "\"old\"").send().status()).isEqualTo(200);
  }

  private static void refusesInTheWordsOfTheProtocol(LiveApp app, String key) {
    assertThat(evaluate(app, key, "/none", VISITOR).status()).isEqualTo(404);
    assertThat(failure(app, key, "/none", VISITOR)).isEqualTo("FLAG_NOT_FOUND");
    assertThat(failure(app, key, "/checkout", "{\"context\": {}}"))
        .isEqualTo("TARGETING_KEY_MISSING");
    assertThat(failure(app, key, "/checkout", "{\"context\": 7}")).isEqualTo("INVALID_CONTEXT");
    assertThat(failure(app, key, "/checkout", "{")).isEqualTo("PARSE_ERROR");
    assertThat(failure(app, key, "", "[]")).isEqualTo("PARSE_ERROR");
    LiveApp.Reply nobody = app.post("/ofrep/v1/evaluate/flags/checkout", VISITOR).send();
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.json().isObject()).as("an empty body would be a parse error there").isTrue();
  }

  /** 100 visitors by their own buckets; every tenth of them buys, under short every fifth. */
  private static void tellsWhatCameOfIt(LiveApp app, String admin, String key) {
    JsonNode empty = app.get("/api/experiments/checkout/result").token(admin).send().ok().json();
    assertThat(empty.get("verdict").asString()).isEqualTo("empty");
    StringBuilder events = new StringBuilder();
    int shown = 0;
    for (int visitor = 0; visitor < 100; visitor++) {
      String variant =
          Bucket.of("variant:checkout", "visitor-" + visitor) < 0.5 ? "control" : "short";
      shown += variant.equals("short") ? 1 : 0;
      events.append(
          event(
              "exposure", visitor, "\"experiment\":\"checkout\",\"variant\":\"" + variant + "\""));
      if (visitor % (variant.equals("short") ? 5 : 10) == 0) {
        events.append(
            event(
                "purchase",
                visitor,
                "\"order_id\":\"o-" + visitor + "\",\"amount\":10,\"currency\":\"EUR\""));
      }
    }
    app.post("/api/events", events.toString())
        .header("Content-Type", "application/x-ndjson")
        .token(key)
        .send()
        .ok();
    JsonNode result = app.get("/api/experiments/checkout/result").token(admin).send().ok().json();
    JsonNode arms = result.get("arms");
    assertThat(arms.get(1).get("visitors").asInt()).isEqualTo(shown);
    assertThat(arms.get(0).get("visitors").asInt()).isEqualTo(100 - shown);
    assertThat(result.get("verdict").asString()).as("fewer than 50 orders").isEqualTo("too_early");
    assertThat(result.get("peeking").asBoolean()).as("its rule lets one look").isFalse();
    assertThat(result.get("split").get("alarm").asBoolean()).isFalse();
  }

  private static void decides(LiveApp app, String admin, String key) {
    act(app, admin, "checkout", "switch", "{\"enabled\": false, \"note\": \"it broke\"}").ok();
    assertThat(evaluate(app, key, "/checkout", VISITOR).text())
        .contains("\"reason\":\"DISABLED\"", "\"value\":1.0");
    act(app, admin, "checkout", "switch", "{\"enabled\": true}").ok();
    assertThat(act(app, admin, "checkout", "decide", "{\"variant\": \"long\"}").code())
        .isEqualTo("variant_unknown");
    act(app, admin, "checkout", "decide", "{\"variant\": \"short\", \"note\": \"clear\"}").ok();
    assertThat(evaluate(app, key, "/checkout", context("visitor-2")).text())
        .contains("\"reason\":\"STATIC\"", "\"value\":2.5");
    JsonNode changes =
        app.get("/api/experiments/checkout/history").token(admin).send().ok().json().get("changes");
    assertThat(
            IntStream.range(0, changes.size()).mapToObj(i -> changes.get(i).get("act").asString()))
        .containsExactly("decided", "switched_on", "switched_off", "started", "defined");
    assertThat(changes.get(0).get("note").asString()).isEqualTo("clear");
    assertThat(changes.get(0).get("by").asString()).isEqualTo("root");
  }

  /** A browser reads 1.0 and writes 1. */
  private static void comparesNumbersAsNumbers(LiveApp app, String admin, String key) {
    String form =
        "{\"variants\": [{\"name\": \"control\", \"value\": %s}, {\"name\": \"more\", \"value\": %s}]%s}";
    put(app, admin, "price", form.formatted("1.0", "2.0", "")).ok();
    act(app, admin, "price", "start", "{}").ok();
    put(app, admin, "price", form.formatted("1", "2", ", \"guardrails\": [\"refunds\"]")).ok();
    assertThat(evaluate(app, key, "/price", VISITOR).text()).containsPattern("\"value\":[12]\\.0");
    assertThat(put(app, admin, "price", form.formatted("1", "2.5", "")).code())
        .isEqualTo("variants_fixed");
    act(app, admin, "price", "stop", "{}").ok();
  }

  /**
   * Also with experiments of a group that would share units. One listens with a key, the other with
   * the ticket that comes with the flags.
   */
  private static void tellsWhoListens(LiveApp app, String admin, String key) throws Exception {
    put(app, admin, "one", "{\"group\": \"page\", \"group_to\": 0.6}").ok();
    put(app, admin, "two", "{\"group\": \"page\", \"group_from\": 0.5}").ok();
    act(app, admin, "one", "start", "{}").ok();
    assertThat(act(app, admin, "two", "start", "{}").code()).isEqualTo("group_taken");
    hears(app, admin, "/ofrep/v1/changes", key, "stop");
    String path =
        evaluate(app, key, "", VISITOR)
            .json()
            .get("eventStreams")
            .get(0)
            .get("endpoint")
            .get("requestUri")
            .asString();
    hears(app, admin, path, "", "start");
    assertThat(app.get("/ofrep/v1/changes/1234").send().code()).isEqualTo("stream_unknown");
    assertThat(app.get("/ofrep/v1/changes").send().status()).isEqualTo(401);
  }

  private static void hears(LiveApp app, String admin, String path, String key, String act)
      throws Exception {
    HttpRequest.Builder asking =
        HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + path))
            .timeout(Duration.ofSeconds(60));
    if (!key.isEmpty()) {
      asking.header("Authorization", "Bearer " + key);
    }
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    client.send(asking.build(), HttpResponse.BodyHandlers.ofInputStream()).body(),
                    StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith(":");
      act(app, admin, "one", act, "{}").ok();
      String line = lines.readLine();
      while (line != null && !line.startsWith("data:")) {
        line = lines.readLine();
      }
      assertThat(line).contains("refetchEvaluation");
      client.shutdownNow();
    }
  }

  private static String event(String type, int visitor, String more) {
    return "{\"type\":\"%s\",\"visitor_id\":\"visitor-%d\",%s}%n".formatted(type, visitor, more);
  }

  private static String context(String unit) {
    return "{\"context\": {\"targetingKey\": \"" + unit + "\"}}";
  }

  private static LiveApp.Reply put(LiveApp app, String token, String key, String body) {
    return app.ask("PUT", "/api/experiments/" + key).json(body).token(token).send();
  }

  private static LiveApp.Reply act(LiveApp app, String token, String key, String act, String body) {
    return app.post("/api/experiments/" + key + "/" + act, body).token(token).send();
  }

  private static LiveApp.Reply evaluate(LiveApp app, String key, String path, String body) {
    return app.post("/ofrep/v1/evaluate/flags" + path, body).token(key).send();
  }

  private static String failure(LiveApp app, String key, String path, String body) {
    return evaluate(app, key, path, body).json().path("errorCode").asString();
  }
}
