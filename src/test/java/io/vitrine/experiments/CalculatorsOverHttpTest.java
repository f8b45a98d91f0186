package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The numbers are those of the tests of {@code stats}, which name their sources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalculatorsOverHttpTest {

  private static final String ARMS =
      "\"arms\": [{\"count\": 2400, \"successes\": 120}, {\"count\": 2380, \"successes\": 156}]";
  private static final String MEANS =
      "\"arms\": [{\"count\": 280, \"mean\": 11.6, \"variance\": 5.9, \"orders\": 60},"
          + " {\"count\": 310, \"mean\": 12.3, \"variance\": 4.1, \"orders\": 70}]";

  @TempDir static Path data;
  private LiveApp app;
  private String reader;

  @BeforeAll
  void start() {
    app = LiveApp.start(data);
    reader = app.key("read");
  }

  @AfterAll
  void stop() {
    app.close();
  }

  @ParameterizedTest
  @CsvSource({
    "z_pooled, 0.0212236537562599, 1e-12",
    "z_unpooled, 0.0212202197143056, 1e-12",
    "chi_square, 0.02122365375626, 1e-12",
    "chi_square_yates, 0.0249632027901934, 1e-12",
    "fisher, 0.0218000087809029, 1e-9"
  })
  void comparesTypedCounts(String method, double p, double digits) {
    JsonNode comparison = compare("\"kind\": \"proportion\", \"method\": \"" + method + "\"", ARMS);

    assertThat(comparison.get("p_value").asDouble()).isCloseTo(p, within(digits));
    assertThat(comparison.get("low").asDouble()).isCloseTo(0.00232162765779283, within(1e-12));
    assertThat(comparison.get("significant").asBoolean()).isTrue();
    assertThat(comparison.get("cohens_h").asDouble()).isCloseTo(0.0667785459855864, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "fisher, 0, 1, 1",
    "z_pooled, 0, 1, 0.15729920705028105",
    "chi_square_yates, 0, 1, 1",
    "fisher, 0, 0, 1",
    "fisher, 1, 1, 1"
  })
  void refusesNoTableThatHasAnAnswer(String method, int control, int variant, double p) {
    JsonNode comparison =
        compare(
            "\"kind\": \"proportion\", \"method\": \"" + method + "\"",
            "\"arms\": [{\"count\": 1, \"successes\": %d}, {\"count\": 1, \"successes\": %d}]"
                .formatted(control, variant));

    assertThat(comparison.get("p_value").asDouble()).isCloseTo(p, within(1e-12));
    assertThat(comparison.get("low").asDouble()).isBetween(-1.0, 0.0);
    assertThat(comparison.get("high").asDouble()).isBetween(0.0, 1.0);
    assertThat(comparison.get("significant").asBoolean()).isFalse();
  }

  @Test
  void comparesPosteriors() {
    JsonNode comparison = compare("\"kind\": \"proportion\", \"method\": \"beta_binomial\"", ARMS);

    assertThat(comparison.get("chance_to_win").asDouble())
        .isCloseTo(0.989453793487924, within(1e-8));
    assertThat(comparison.get("p_value").isNull()).isTrue();
    assertThat(comparison.get("significant").isNull()).isTrue();
  }

  @Test
  void comparesMeans() {
    assertThat(compare("\"kind\": \"mean\"", MEANS).get("p_value").asDouble())
        .isCloseTo(0.000174269150040503, within(1e-12));
    assertThat(
            compare("\"kind\": \"mean\", \"scale\": \"relative\", \"method\": \"fieller\"", MEANS)
                .get("high")
                .asDouble())
        .isCloseTo(0.0934632316797372, within(1e-12));
  }

  @Test
  void asks50OrdersOfEachArmBeforeASequentialTestSpeaks() {
    String few = MEANS.replace("60", "49");
    String sequential = "\"kind\": \"mean\", \"method\": \"sequential\", \"scale\": \"log_ratio\"";

    assertThat(compare(sequential, few).get("withheld").asString()).isEqualTo("burn_in");
    assertThat(compare(sequential, few).get("p_value").isNull()).isTrue();
    assertThat(compare(sequential, MEANS).get("p_value").asDouble()).isBetween(1e-4, 0.05);
    assertThat(refusal(sequential, MEANS.replaceAll(", .orders.: \\d+", "")))
        .contains("missing_member", "orders");
  }

  @Test
  void oneSidedIntervalsHaveNoOtherEnd() {
    JsonNode comparison = compare("\"kind\": \"mean\", \"alternative\": \"greater\"", MEANS);

    assertThat(comparison.get("high").isNull()).isTrue();
    assertThat(comparison.get("low").asDouble()).isCloseTo(0.394862651764875, within(1e-12));
  }

  @Test
  void correctedIntervalsAgreeWithCorrectedPValues() {
    String variants =
        IntStream.of(150, 156, 140, 121)
            .mapToObj(successes -> "{\"count\": 2400, \"successes\": " + successes + "}")
            .collect(Collectors.joining(","));
    JsonNode comparisons =
        analyse(
                "\"kind\": \"proportion\", \"method\": \"z_unpooled\", \"correction\": \"holm\"",
                "\"arms\": [{\"count\": 2400, \"successes\": 120}," + variants + "]")
            .get("comparisons");
    for (JsonNode comparison : comparisons) {
      boolean excludes =
          comparison.get("low").asDouble() > 0 || comparison.get("high").asDouble() < 0;
      assertThat(comparison.get("significant").asBoolean()).isEqualTo(excludes);
    }
    assertThat(comparisons).hasSize(4);
  }

  /** The arms of {@code PairedRatioTest}, whose values are numpy's and statsmodels'. */
  @Test
  void adjustsARatioByWhatItWasBefore() {
    String arms =
        "\"arms\": ["
            + "{\"count\": 24, \"mean\": 68.12916666666665, "
            + "\"variance\": 497.0762620772947, \"denominator_mean\": 2.5, "
            + "\"denominator_variance\": 0.9565217391304348, "
            + "\"covariance\": 21.66594202898551, \"before_mean\": 57.833333333333336, "
            + "\"before_variance\": 683.2753623188406, "
            + "\"before_denominator_mean\": 2.5, "
            + "\"before_denominator_variance\": 1.3043478260869565, "
            + "\"before_own_covariance\": 29.478260869565215, "
            + "\"before_covariance\": 267.93695652173915, "
            + "\"above_before_below_covariance\": 11.019565217391301, "
            + "\"below_before_above_covariance\": 12.739130434782608, "
            + "\"before_denominator_covariance\": 0.5217391304347826}"
            + ", "
            + "{\"count\": 30, \"mean\": 70.14111111111112, "
            + "\"variance\": 450.25798339719023, "
            + "\"denominator_mean\": 2.466666666666667, "
            + "\"denominator_variance\": 0.8781609195402295, "
            + "\"covariance\": 19.703141762452102, \"before_mean\": 56.86666666666667, "
            + "\"before_variance\": 609.3609195402298, "
            + "\"before_denominator_mean\": 2.433333333333333, "
            + "\"before_denominator_variance\": 1.2885057471264365, "
            + "\"before_own_covariance\": 27.508045977011495, "
            + "\"before_covariance\": 212.04934865900387, "
            + "\"above_before_below_covariance\": 9.55513409961686, "
            + "\"below_before_above_covariance\": 9.650574712643678, "
            + "\"before_denominator_covariance\": 0.4459770114942527}"
            + "]";
    JsonNode adjusted = compare("\"kind\": \"ratio\"", arms);

    assertThat(adjusted.get("estimate").asDouble()).isCloseTo(1.1458799062033052, within(1e-9));
    assertThat(adjusted.get("standard_error").asDouble())
        .isCloseTo(0.6278605962982842, within(1e-9));
  }

  /** The arms of {@code TopTwoTest}, whose values are SciPy's, without a least share. */
  @Test
  void sharesOutTheUnitsToCome() {
    JsonNode shares =
        send(
                "/api/experiments/analyse/allocation",
                "{\"kind\": \"mean\", \"least\": 0, \"arms\": ["
                    + "{\"count\": 100, \"mean\": 3, \"variance\": 9},"
                    + "{\"count\": 100, \"mean\": 3.4, \"variance\": 12.25},"
                    + "{\"count\": 100, \"mean\": 3.1, \"variance\": 4},"
                    + "{\"count\": 100, \"mean\": 2.2, \"variance\": 81}]}")
            .ok()
            .json()
            .get("arms");

    assertThat(shares.get(1).get("name").asString()).isEqualTo("variant 1");
    assertThat(shares.get(1).get("chance_best").asDouble())
        .isCloseTo(0.6407566397812635, within(1e-9));
    assertThat(shares.get(1).get("share").asDouble()).isCloseTo(0.4520695325159773, within(1e-9));
    assertThat(shares.get(3).get("share").asDouble()).isCloseTo(0.13412550060214912, within(1e-9));
  }

  @Test
  void saysWhenTheSplitIsOff() {
    JsonNode split =
        analyse(
                "\"kind\": \"proportion\", \"shares\": [0.5, 0.5]",
                "\"arms\": [{\"count\": 5000, \"successes\": 50},"
                    + " {\"count\": 5600, \"successes\": 50}]")
            .get("sample_ratio");

    assertThat(split.get("alarm").asBoolean()).isTrue();
    assertThat(split.get("always_valid_p_value").asDouble())
        .isCloseTo(5.07412890766777e-07, within(1e-12));
  }

  @Test
  void testsOneSampleAgainstAKnownRate() {
    String sample = "\"arms\": [{\"count\": 2380, \"successes\": 156}]";
    String options = "\"kind\": \"proportion\", \"options\": {\"rate\": 0.05}, \"method\": ";

    assertThat(compare(options + "\"one_sample\"", sample).get("p_value").asDouble())
        .isCloseTo(0.000501605819771916, within(1e-14));
    assertThat(compare(options + "\"one_sample_exact\"", sample).get("p_value").asDouble())
        .isCloseTo(0.000822827225963638, within(1e-12));
  }

  @Test
  void comparesARowAndRefusesAnotherOfABatch() {
    String csv =
        "control_conversions,control_total,variant_conversions,variant_total\n"
            + "120,2400,156,2380\n5,4,1,2\n1;2\n0,100,0,100\n120,2400,121,2400\n";
    JsonNode batch =
        app.ask("POST", "/api/experiments/analyse/batch?correction=bonferroni")
            .json(csv)
            .header("Content-Type", "text/csv")
            .token(reader)
            .send()
            .ok()
            .json();

    assertThat(batch.get("rows")).hasSize(5);
    assertThat(batch.get("refused").asInt()).isEqualTo(3);
    assertThat(batch.get("significant").asInt()).isEqualTo(1);
    assertThat(batch.get("rows").get(0).get("adjusted_p_value").asDouble())
        .isCloseTo(2 * 0.0212236537562599, within(1e-12));
    JsonNode problem = batch.get("rows").get(1).get("problem");
    assertThat(problem.get("detail").asString()).contains("5 of 4");
    assertThat(problem.get("code").asString()).isEqualTo("successes_over_trials");
    assertThat(problem.get("values").get("successes").asString()).isEqualTo("5");
    assertThat(problem.get("values").get("trials").asString()).isEqualTo("4");
    JsonNode cell = batch.get("rows").get(2).get("problem");
    assertThat(cell.get("row").asInt()).isEqualTo(3);
    assertThat(cell.get("code").asString()).isEqualTo("batch_cell");
    assertThat(cell.get("values").get("column").asString()).isEqualTo("control_conversions");
    assertThat(cell.get("values").get("value").asString()).isEqualTo("1;2");
    assertThat(batch.get("rows").get(3).get("problem").get("detail").asString())
        .contains("do not vary");
  }

  @Test
  void plans() {
    JsonNode plan =
        plan(
            "{\"kind\": \"proportion\", \"baseline\": 0.05, \"effect\": 0.2, \"daily_units\": 800}");

    assertThat(plan.get("required_per_arm").get(0).asInt()).isEqualTo(8158);
    assertThat(plan.get("required_days").asInt()).isEqualTo(21);
    assertThat(plan.get("curve")).hasSize(24);
    JsonNode power =
        plan(
            "{\"kind\": \"proportion\", \"baseline\": 0.05, \"effect\": 0.01, \"units\": 10000,"
                + " \"scale\": \"absolute\"}");
    assertThat(power.get("achieved_power").asDouble()).isCloseTo(0.592238290674724, within(1e-9));
    assertThat(power.get("smallest_effect").asDouble()).isCloseTo(0.0129316442879558, within(1e-9));
  }

  /**
   * statsmodels NormalIndPower().solve_power(m / s, alpha=0.05, power=w, alternative='larger'),
   * twice its units, with the margin m = 0.002 (then 1.5), s = sqrt(0.04 * 0.96) (then 30) and w =
   * 0.8 (then 1 - 0.2 / 3, which two guardrails beside leave).
   */
  @Test
  void plansToShowThatNothingGetsWorse() {
    JsonNode rate = plan("{\"kind\": \"proportion\", \"baseline\": 0.04, \"margin\": 0.05}");
    JsonNode mean =
        plan(
            "{\"kind\": \"mean\", \"baseline\": 60, \"variance\": 900, \"margin\": 1.5,"
                + " \"scale\": \"absolute\", \"guardrails\": 2}");

    assertThat(rate.get("required_units").asLong()).isEqualTo(237411);
    assertThat(rate.get("test_power").asDouble()).isEqualTo(0.8);
    assertThat(mean.get("required_units").asLong()).isEqualTo(15836);
    assertThat(mean.get("test_power").asDouble()).isCloseTo(0.9333333333, within(1e-9));
    assertThat(mean.get("power").asDouble()).isEqualTo(0.8);
  }

  @Test
  void aTestThatIsLookedAtFindsMoreThanItsLastLookDoes() {
    String test =
        "{\"kind\": \"proportion\", \"baseline\": 0.05, \"effect\": 0.2, \"units\": 20000";
    JsonNode looked = plan(test + ", \"sequential\": true, \"daily_units\": 1000}");

    assertThat(looked.get("power_at_any_look").asDouble())
        .isGreaterThan(looked.get("achieved_power").asDouble())
        .isLessThan(plan(test + "}").get("achieved_power").asDouble());
    assertThat(plan(test + "}").get("power_at_any_look").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"effect\": 0.1, \"margin\": 0.1}|margin_alone",
        "{\"margin\": 0.1, \"alternative\": \"less\"}|margin_alone",
        "{\"margin\": 0}|margin_out_of_range",
        "{\"margin\": 0.1, \"baseline\": 1}|baseline_out_of_range",
        "{\"effect\": 0.1, \"guardrails\": -1}|guardrails_out_of_range",
        "{\"effect\": 0.1, \"guardrails\": 51}|guardrails_out_of_range",
        "{}|plan_without_question"
      })
  void refusesPlansThatCannotBe(String members, String code) {
    String base = members.contains("baseline") ? "" : "\"baseline\": 0.05, ";
    String body = "{\"kind\": \"proportion\", " + base + members.substring(1);

    assertThat(send("/api/experiments/plan", body.replace(", }", "}")).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|missing_member|arms",
        "{\"kind\": \"proportion\"}|missing_member|arms",
        "{\"kind\": \"proportion\", \"arms\": []}|arms_out_of_range|not 0",
        "{\"kind\": \"mean\", \"method\": \"fisher\", \"arms\": []}|method_of_proportions|fisher",
        "{\"kind\": \"proportion\", \"arms\": [{\"count\": 10, \"successes\": 11}, {}]}|successes_over_trials|11 of 10",
        "{\"kind\": \"proportion\", \"arms\": [{\"count\": 10, \"successes\": 1}, {\"name\": \"B\"}]}|missing_member|arm B: successes",
        "{\"kind\": \"proportion\", \"arms\": [{\"count\": 0, \"successes\": 0}, {\"count\": 0, \"successes\": 0}]}|no_units|no units",
        "{\"kind\": \"proportion\", \"arms\": [{\"count\": 9, \"successes\": 9}, {\"count\": 9, \"successes\": 9}]}|no_variance|do not vary",
        "{\"kind\": \"mean\", \"arms\": [{\"count\": 9, \"mean\": 1, \"variance\": -1}, {}]}|variance_negative|-1",
        "{\"kind\": \"mean\", \"arms\": [{\"count\": 9, \"mean\": \"NaN\", \"variance\": 1}, {}]}|mean_not_finite|NaN",
        "{\"kind\": \"proportion\", \"confidence\": 2, \"arms\": [{\"count\": 9, \"successes\": 1}, {\"count\": 9, \"successes\": 1}]}|confidence_out_of_range|2.0"
      })
  void refusesWithTheValueAndTheRule(String body, String code, String part) {
    LiveApp.Reply reply = app.post("/api/experiments/analyse", body).token(reader).send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.json().get("detail").asString()).contains(part);
  }

  /** With the code enough for a page to say it in another language. */
  @Test
  void refusalsNameTheirValues() {
    LiveApp.Reply reply =
        send(
            "/api/experiments/analyse",
            "{\"kind\": \"proportion\", \"arms\": [{\"count\": 10, \"successes\": 11}, {}]}");

    assertThat(reply.json().get("values").get("successes").asString()).isEqualTo("11");
    assertThat(reply.json().get("values").get("trials").asString()).isEqualTo("10");
    LiveApp.Reply empty = send("/api/experiments/analyse", "{}");
    assertThat(empty.json().get("values").get("member").asString()).isEqualTo("arms");
    assertThat(send("/api/experiments/analyse", "{").json().has("values")).isFalse();
  }

  private JsonNode compare(String options, String arms) {
    return analyse(options, arms).get("comparisons").get(0);
  }

  private JsonNode analyse(String options, String arms) {
    return send("/api/experiments/analyse", "{" + options + "," + arms + "}").ok().json();
  }

  private String refusal(String options, String arms) {
    return send("/api/experiments/analyse", "{" + options + "," + arms + "}").text();
  }

  private JsonNode plan(String body) {
    return send("/api/experiments/plan", body).ok().json();
  }

  private LiveApp.Reply send(String path, String body) {
    return app.post(path, body).token(reader).send();
  }
}
