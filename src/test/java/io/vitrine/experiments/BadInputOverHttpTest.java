package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every endpoint that computes, with numbers that make no sense: a refusal that says why, or an
 * answer without NaN; never a failure of ours.
 */
@Tag("once")
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

  record Sent(String path, String body) {}

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
    return Stream.of(proportions, means, plans).flatMap(all -> all);
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
    LiveApp.Reply reply = app.post(sent.path(), sent.body()).token(admin).send();
    assertThat(reply.status()).as(sent + " got " + reply.text()).isLessThan(500);
    assertThat(reply.text()).as(sent.toString()).doesNotContain("Exception");
    if (reply.status() >= 400) {
      assertThat(reply.code()).as(sent.toString()).isNotBlank();
      return;
    }
    assertThat(reply.text()).as(sent.toString()).doesNotContain("NaN", "Infinity");
  }
}
