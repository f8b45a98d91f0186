package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint that computes, with numbers that make no sense: a refusal that says why, or an
 * answer without NaN; never a failure of ours.
 */
class BadInputOverHttpTest {

  @TempDir private static Path folder;
  private static LiveApp app;
  private static String admin;

  @BeforeAll
  static void start() throws Exception {
    app = LiveApp.start(folder);
    admin = app.admin();
  }

  @AfterAll
  static void stop() throws Exception {
    app.close();
  }

  record Sent(String path, String type, String body) {

    Sent(String path, String body) {
      this(path, "application/json", body);
    }
  }

  private static String counts(String control, String variant) {
    return "[{%s}, {%s}]".formatted(control, variant);
  }

  private static List<String> arms() {
    String usual = "\"count\": 100, \"successes\": 10";
    return List.of(
        counts("\"count\": 0, \"successes\": 0", usual),
        counts("\"count\": 0, \"successes\": 0", "\"count\": 0, \"successes\": 0"),
        counts("\"count\": 100, \"successes\": 100", "\"count\": 100, \"successes\": 100"),
        counts("\"count\": 100, \"successes\": 0", "\"count\": 100, \"successes\": 0"),
        counts("\"count\": 100, \"successes\": 0", "\"count\": 100, \"successes\": 100"),
        counts("\"count\": 100, \"successes\": 101", usual),
        counts("\"count\": -1, \"successes\": 0", usual),
        counts("\"count\": 1, \"successes\": 1", "\"count\": 1, \"successes\": 0"),
        counts(
            "\"count\": 1000000000000, \"successes\": 500000000000",
            "\"count\": 1000000000000, \"successes\": 500000100000"),
        counts("\"count\": 9223372036854775807, \"successes\": 1", usual),
        counts("\"count\": \"NaN\", \"successes\": 1", usual),
        counts("\"count\": 1e400, \"successes\": 1", usual),
        counts("\"count\": 10.5, \"successes\": 1", usual),
        "[{%s}]".formatted(usual),
        "[]",
        Collections.nCopies(50, "{" + usual + "}").toString(),
        Collections.nCopies(51, "{" + usual + "}").toString());
  }

  private static List<String> means() {
    String usual = "\"count\": 100, \"mean\": 2, \"variance\": 3";
    return List.of(
        counts("\"count\": 100, \"mean\": 2, \"variance\": -1", usual),
        counts("\"count\": 100, \"mean\": \"NaN\", \"variance\": 1", usual),
        counts("\"count\": 100, \"mean\": NaN, \"variance\": 1", usual),
        counts("\"count\": 100, \"mean\": 1e308, \"variance\": 1e308", usual),
        counts("\"count\": 1, \"mean\": 1, \"variance\": 0", usual),
        counts(
            "\"count\": 100, \"mean\": 2, \"variance\": 0",
            "\"count\": 100, \"mean\": 2, \"variance\": 0"),
        counts("\"count\": 100, \"mean\": 0, \"variance\": 3", usual),
        counts("\"count\": 100, \"mean\": -2, \"variance\": 3", usual),
        counts("\"count\": 100, \"sum\": 10, \"sum_of_squares\": 0", usual),
        counts("\"count\": 1000000000000, \"mean\": 2, \"variance\": 1e30", usual));
  }

  static Stream<Sent> everything() {
    Stream<Sent> proportions =
        Stream.of(
                "z_pooled",
                "z_unpooled",
                "chi_square",
                "chi_square_yates",
                "fisher",
                "welch",
                "fieller",
                "sequential",
                "beta_binomial",
                "normal_posterior",
                "one_sample",
                "one_sample_exact",
                "not_inferior",
                "group_sequential")
            .flatMap(
                method ->
                    arms().stream().map(arms -> analysis("proportion", method, arms, "relative")));
    Stream<Sent> means =
        Stream.of("welch", "sequential", "normal_posterior", "fieller", "not_inferior")
            .flatMap(
                method -> means().stream().map(arms -> analysis("mean", method, arms, "relative")));
    Stream<Sent> plans =
        Stream.of(
                "\"baseline\": 0, \"effect\": 0.1",
                "\"baseline\": 1, \"effect\": 0.1",
                "\"baseline\": -0.1, \"effect\": 0.1",
                "\"baseline\": 0.1, \"effect\": 0",
                "\"baseline\": 0.1, \"effect\": 1000",
                "\"baseline\": 0.1, \"effect\": 1e-12",
                "\"baseline\": \"NaN\", \"effect\": 0.1",
                "\"baseline\": 0.1, \"effect\": 0.1, \"power\": 1",
                "\"baseline\": 0.1, \"effect\": 0.1, \"level\": 0",
                "\"baseline\": 0.1, \"effect\": 0.1, \"split\": [1]",
                "\"baseline\": 0.1, \"effect\": 0.1, \"split\": [1, -1]",
                "\"baseline\": 0.1, \"effect\": 0.1, \"split\": [0, 1]",
                "\"baseline\": 0.1, \"effect\": 0.1, \"units\": 1e12",
                "\"baseline\": 0.1, \"effect\": 0.1, \"units\": -5",
                "\"baseline\": 0.1, \"effect\": 0.1, \"daily_units\": 0")
            .map(
                members ->
                    new Sent(
                        "/api/experiments/plan", "{\"kind\": \"proportion\", " + members + "}"));
    return Stream.of(proportions, means, plans, batches(), checkpoints(), simulations(), shares())
        .flatMap(all -> all);
  }

  private static Stream<Sent> batches() {
    String head = "control_conversions,control_total,variant_conversions,variant_total\n";
    Stream<String> rows =
        Stream.of(
            "0,0,10,100",
            "0,0,0,0",
            "100,100,100,100",
            "0,100,0,100",
            "0,100,100,100",
            "101,100,10,100",
            "-1,100,10,100",
            "1,-1,1,1",
            "500000000000,1000000000000,500000100000,1000000000000",
            "1e12,1e12,1,2",
            "9223372036854775807,9223372036854775807,1,9223372036854775807",
            "99999999999999999999,1,1,1",
            "NaN,100,1,100",
            "Infinity,100,1,100",
            "10.5,100,1,100",
            ",,,",
            "1",
            "1,2,3,4,5,6",
            "\"1\",\"2\",1,2",
            "10,100,10,100\n".repeat(50));
    Stream<String> wholes =
        Stream.of("", "\n\n", "a,b\n1,2\n", head, head.toUpperCase(Locale.ROOT));
    return Stream.concat(
            Stream.concat(rows.map(row -> head + row), wholes),
            Stream.of(head + "1,2,1,2\n".repeat(10_001)))
        .flatMap(
            csv ->
                Stream.of("none", "holm", "benjamini_hochberg", "nothing")
                    .map(
                        correction ->
                            new Sent(
                                "/api/experiments/analyse/batch?correction=" + correction,
                                "text/csv",
                                csv)));
  }

  private static Stream<Sent> checkpoints() {
    String head =
        "experiment_id,variant_id,metric_id,time_since_start,count_c,count_t,mean_c,mean_t,variance_c,variance_t\n";
    return Stream.of(
            "a,1,1,1,0,0,0,0,0,0",
            "a,1,1,1,100,100,1,1,0,0",
            "a,1,1,1,100,100,1,1,-1,1",
            "a,1,1,NaN,100,100,1,1,1,1",
            "a,1,1,1,100,100,NaN,1,1,1",
            "a,1,1,1,1e12,1e12,1,1,1,1",
            "a,1,1,1,1e400,1,1,1,1,1",
            "a,1,1,1,100,100,1e308,1,1e308,1",
            "a,1,1,1,-5,100,1,1,1,1",
            "a,1,1",
            "")
        .map(row -> new Sent("/api/experiments/checkpoints", "text/csv", head + row));
  }

  private static Stream<Sent> simulations() {
    return Stream.of(
            "{\"iterations\": 0}",
            "{\"iterations\": 1000000000000}",
            "{\"iterations\": \"NaN\"}",
            "{\"days\": -1}",
            "{\"days\": 120, \"iterations\": 100}",
            "{\"seed\": -9223372036854775808, \"iterations\": 100}",
            "{\"seed\": 1e40}",
            "{\"seed\": 1.5}",
            "{\"uncertainty\": -0.1}",
            "{\"uncertainty\": 2, \"iterations\": 100}",
            "{\"uncertainty\": 0, \"overlap\": 0, \"iterations\": 100}",
            "{\"overlap\": 1.1}",
            "{\"overlap\": \"NaN\"}",
            "{\"budget\": 0, \"iterations\": 100}",
            "{\"budget\": -1}",
            "{\"budget\": 1e308, \"iterations\": 100}",
            "[]",
            "")
        .map(body -> new Sent("/api/experiments/simulate", body));
  }

  private static Stream<Sent> shares() {
    Stream<String> rates =
        arms().stream().map(arms -> "\"kind\": \"proportion\", \"arms\": " + arms);
    Stream<String> values = means().stream().map(arms -> "\"kind\": \"mean\", \"arms\": " + arms);
    Stream<String> leasts =
        Stream.of("-1", "0.5", "\"NaN\"", "1e400", "0")
            .map(
                least ->
                    "\"kind\": \"proportion\", \"least\": "
                        + least
                        + ", \"arms\": "
                        + arms().getFirst());
    return Stream.of(rates, values, leasts)
        .flatMap(all -> all)
        .map(members -> new Sent("/api/experiments/analyse/allocation", "{" + members + "}"));
  }

  /** A shop where everybody who looks also buys: nothing is left to lift, and nothing is NaN. */
  @Test
  void aShopWhereEverybodyBuysIsSimulated() {
    String key = app.key("ingest");
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      for (String type : List.of("product_view", "add_to_cart", "purchase")) {
        events.append(
            "{\"type\":\"%s\",\"visitor_id\":\"v%d\",\"timestamp\":\"%s\",\"product_id\":\"p\",\"order_id\":\"o%d\",\"amount\":5,\"price\":5,\"quantity\":1,\"currency\":\"EUR\"}%n"
                .formatted(type, i, yesterday, i));
      }
    }
    app.post("/api/events", events.toString())
        .header("Content-Type", "application/x-ndjson")
        .token(key)
        .send()
        .ok();
    LiveApp.Reply reply =
        app.post("/api/experiments/simulate", "{\"iterations\": 100}").token(admin).send().ok();
    assertThat(reply.json().get("baseline").get("views").asLong()).isEqualTo(3);
    assertThat(reply.text()).doesNotContain("NaN", "Infinity");
    assertThat(reply.json().get("daily")).hasSize(480);
    simulations().forEach(this::isRefusedClearlyOrAnswered);
    JsonNode revenue = baseline("revenue_per_visitor").ok().json();
    assertThat(revenue.get("visitors").asLong()).isEqualTo(3);
    assertThat(revenue.get("baseline").asDouble()).isEqualTo(5);
    assertThat(revenue.get("variance").asDouble()).isZero();
    assertThat(baseline("conversion_per_visitor").ok().json().get("kind").asString())
        .isEqualTo("proportion");
    assertThat(baseline("refunds").ok().text()).doesNotContain("NaN");
    assertThat(baseline("error_rate").ok().json().get("baseline").isNull()).isTrue();
    assertThat(baseline("response_time_p95").code()).isEqualTo("baseline_of_quantile");
  }

  private static LiveApp.Reply baseline(String outcome) {
    return app.get("/api/experiments/plan/baseline?outcome=" + outcome).token(admin).send();
  }

  private static Sent analysis(String kind, String method, String arms, String scale) {
    return new Sent(
        "/api/experiments/analyse",
        "{\"kind\": \"%s\", \"method\": \"%s\", \"scale\": \"%s\", \"arms\": %s, \"options\": {\"rate\": 0.1, \"margin\": 0.05, \"burn_in\": 0, \"looks\": [100, 200], \"planned_units\": 400}}"
            .formatted(kind, method, scale, arms));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void isRefusedClearlyOrAnswered(Sent sent) {
    LiveApp.Reply reply =
        app.post(sent.path(), sent.body()).header("Content-Type", sent.type()).token(admin).send();
    assertThat(reply.status()).as("%s got %s", sent, reply.text()).isLessThan(500);
    assertThat(reply.text()).as(sent.toString()).doesNotContain("Exception");
    if (reply.status() >= 400) {
      assertThat(reply.code()).as(sent.toString()).isNotBlank();
      return;
    }
    // A problem of a row may quote what was sent; no figure may.
    String figures = reply.text().replaceAll("\"value\":\"[^\"]*\"", "");
    assertThat(figures).as(sent.toString()).doesNotContain("\"NaN\"", "Infinity\"", ":NaN");
  }
}
