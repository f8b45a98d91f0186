package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.LiveApp;
import io.vitrine.model.Problem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PlannerTest {

  /** 1,000 views, 80 adds to cart, 20 order lines and 2,000 of revenue a day. */
  private static final Baseline SHOP =
      new Baseline(
          LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), 90, 90_000, 7_200, 1_800, 180_000);

  private static final double YEARLY = 2000 * 365.0;

  @Test
  void sameSeedSameResultAndAnotherSeedAnother() {
    List<Scenario> scenarios = List.of(scenario("A", Step.VIEW_TO_CART, 0.1, 1000, 2));

    assertThat(run(scenarios, 7L, 0.5)).isEqualTo(run(scenarios, 7L, 0.5));
    assertThat(run(scenarios, 8L, 0.5)).isNotEqualTo(run(scenarios, 7L, 0.5));
  }

  @Test
  void aScenariosDrawsDoNotDependOnTheOthers() {
    Scenario one = scenario("A", Step.VIEW_TO_CART, 0.1, 1000, 2);
    Scenario other = scenario("B", Step.CART_TO_PURCHASE, 0.2, 500, null);

    assertThat(run(List.of(other, one), 7L, 0.5).scenarios().getLast())
        .isEqualTo(run(List.of(one), 7L, 0.5).scenarios().getFirst());
  }

  @Test
  void tellsImpactReturnAndPaybackOfTheExpectedLift() {
    Simulation.Outcome outcome =
        run(List.of(scenario("A", Step.VIEW_TO_CART, 0.1, 7300, 2)), 1L, 0.5)
            .scenarios()
            .getFirst();

    assertThat(outcome.baselineRate()).isCloseTo(0.08, within(1e-12));
    assertThat(outcome.targetRate()).isCloseTo(0.088, within(1e-12));
    assertThat(outcome.unitsPerArm()).isEqualTo(15_000);
    assertThat(outcome.yearlyImpact()).isCloseTo(YEARLY * 0.1, within(1e-6));
    assertThat(outcome.returnOnCost()).isCloseTo(9, within(1e-9));
    assertThat(outcome.paybackDays()).isEqualTo(37L);
  }

  /** Without doubt about the lift, the share of significant tests is the power. */
  @Test
  void withoutUncertaintyTheChanceIsThePower() {
    Simulation.Outcome outcome =
        run(List.of(scenario("A", Step.VIEW_TO_CART, 0.1, 1000, 2)), 5L, 0).scenarios().getFirst();
    double error = Math.sqrt(outcome.power() * (1 - outcome.power()) / 10_000);

    // The drawn rate of the shop itself adds a little.
    assertThat(outcome.chanceSignificant()).isCloseTo(outcome.power(), within(5 * error));
    assertThat(outcome.liftLow()).isCloseTo(0.1, within(1e-9));
    assertThat(outcome.chanceToPay()).isEqualTo(1);
  }

  @Test
  void sixteenScenariosOf30DaysAre480Rows() {
    List<Step> steps = List.of(Step.VIEW_TO_CART, Step.CART_TO_PURCHASE, Step.VIEW_TO_PURCHASE);
    List<Scenario> scenarios =
        IntStream.rangeClosed(1, 16)
            .mapToObj(i -> scenario("S" + i, steps.get((i - 1) % 3), 0.1, 100, 1))
            .toList();
    Simulation simulation = run(scenarios, 1L, 0.5);

    assertThat(simulation.daily()).hasSize(480);
    assertThat(simulation.simulated()).isTrue();
    assertThat(simulation.daily()).allMatch(day -> day.controlUnits() >= day.controlSuccesses());
    Simulation.Day last = simulation.daily().get(29);
    assertThat(last.day()).isEqualTo(30);
    assertThat((double) last.controlUnits() + last.variantUnits())
        .isCloseTo(1000 * 30, within(1000.0));
  }

  /** 10 % and 10 % on the same step with half left, times 10 % on the other: by hand. */
  @Test
  void theRoadmapDoesNotPromiseTheSameVisitorsTwice() {
    List<Scenario> scenarios =
        List.of(
            scenario("A", Step.VIEW_TO_CART, 0.1, 100, 2),
            scenario("B", Step.VIEW_TO_CART, 0.1, 200, 3),
            scenario("C", Step.CART_TO_PURCHASE, 0.1, 300, null));
    List<Simulation.Stage> roadmap = run(scenarios, 1L, 0.5).roadmap();

    assertThat(roadmap.stream().map(Simulation.Stage::id)).containsExactly("A", "C", "B");
    assertThat(roadmap.stream().map(Simulation.Stage::liftAdded)).containsExactly(0.1, 0.1, 0.05);
    assertThat(roadmap.getLast().impactSoFar())
        .isCloseTo(YEARLY * (1.1 * 1.1 * 1.05 - 1), within(1e-6));
    assertThat(roadmap.stream().map(Simulation.Stage::fromWeek)).containsExactly(1, 3, null);
  }

  @Test
  void theRoadmapKeepsToTheBudget() {
    List<Scenario> scenarios =
        List.of(
            scenario("A", Step.VIEW_TO_CART, 0.1, 100, 2),
            scenario("B", Step.CART_TO_PURCHASE, 0.5, 900, 2));
    SimulationForm form = new SimulationForm(1L, 100, 2, 0.5, 0.5, 500.0);

    assertThat(Simulating.of(form, SHOP, scenarios).roadmap())
        .extracting(Simulation.Stage::id)
        .containsExactly("A");
  }

  @Test
  void refusesWhatCannotBeSimulated() {
    SimulationForm form = new SimulationForm(1L, 5, 2, 0.5, 0.5, null);

    assertThatThrownBy(() -> Simulating.of(form, SHOP, List.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("iterations is 100.0 to 100000.0, not 5.0");
    assertThatThrownBy(() -> scenario("A", Step.VIEW_TO_CART, 0, 1, 1))
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> scenario("A", Step.VIEW_TO_CART, 1, -1, 1)).hasMessageContaining("-1");
  }

  @Test
  void scenariosAreEditedForAllAndComeBack(@TempDir Path data) {
    try (LiveApp app = LiveApp.start(data)) {
      String admin = app.admin();
      JsonNode shipped =
          app.get("/api/experiments/scenarios").token(admin).send().ok().json().get("scenarios");
      assertThat(shipped).hasSize(16);
      assertThat(shipped.get(8).get("name_fr").asString())
          .isEqualTo("Recommandations personnalisées");
      assertThat(shipped.get(8).get("weeks").isNull()).isTrue();

      String one =
          "{\"id\": \"X\", \"name_en\": \"Gift wrap\", \"target_rate\": \"cart_to_purchase\","
              + " \"expected_lift\": 0.05, \"cost\": 900, \"weeks\": 2}";
      JsonNode edited = put(app, admin, "{\"scenarios\": [" + one + "]}").ok().json();
      assertThat(edited.get("edited").asBoolean()).isTrue();
      assertThat(app.get("/api/experiments/scenarios").token(admin).send().json().toString())
          .contains("Gift wrap");
      assertThat(put(app, admin, "{\"scenarios\": [" + one + "," + one + "]}").code())
          .isEqualTo("scenario_twice");
      assertThat(put(app, admin, "{\"scenarios\": [{\"id\": \"X\"}]}").status()).isEqualTo(400);
      LiveApp.Reply slow =
          put(app, admin, "{\"scenarios\": [" + one.replace(": 2}", ": 521}") + "]}");
      assertThat(slow.code()).isEqualTo("scenario_weeks");
      assertThat(slow.json().get("values").get("id").asString())
          .as("enough to say it in another language")
          .isEqualTo("X");
      app.ask("DELETE", "/api/experiments/scenarios").token(admin).send().ok();
      assertThat(app.get("/api/experiments/scenarios").token(admin).send().json().toString())
          .contains("Engagement gamification", "\"edited\":false");
      LiveApp.Reply empty = app.post("/api/experiments/simulate", "{}").token(admin).send();
      assertThat(empty.status()).isEqualTo(409);
      assertThat(empty.code()).isEqualTo("no_baseline");
    }
  }

  @Test
  void aRefusalNamesItsBoundsSoThatItCanBeSaidInAnotherLanguage() {
    SimulationForm few = new SimulationForm(null, 5, null, null, null, null);
    assertThatThrownBy(few::readIterations)
        .isInstanceOfSatisfying(
            Problem.class,
            refusal ->
                assertThat(refusal.values())
                    .isEqualTo(Map.of("low", "100.0", "high", "100000.0", "given", "5.0")));
  }

  private static LiveApp.Reply put(LiveApp app, String token, String body) {
    return app.ask("PUT", "/api/experiments/scenarios").json(body).token(token).send();
  }

  private static Simulation run(List<Scenario> scenarios, long seed, double uncertainty) {
    return Simulating.of(
        new SimulationForm(seed, null, null, uncertainty, null, null), SHOP, scenarios);
  }

  private static Scenario scenario(
      String id, Step step, double lift, long cost, @Nullable Integer weeks) {
    return new Scenario(
        id, "n", "n", "n", step, lift, Scenario.Priority.HIGH, BigDecimal.valueOf(cost), weeks);
  }
}
