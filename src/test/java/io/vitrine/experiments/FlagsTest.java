package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.experiments.Experiment.RolloutStep;
import io.vitrine.experiments.Experiment.State;
import io.vitrine.experiments.Experiment.Variant;
import io.vitrine.experiments.Served.Reason;
import io.vitrine.experiments.stats.SampleRatio;
import io.vitrine.model.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlagsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int UNITS = 100_000;

  /** The examples of docs/flags.md, computed by a program of its own in another language. */
  @Test
  void aPlaceIsWhatTheDocumentationSays() {
    assertThat(Bucket.of("variant:checkout", "visitor-1")).isEqualTo(0.6369096627639382);
    assertThat(Bucket.of("variant:checkout", "visitor-2")).isEqualTo(0.3372415229472083);
    assertThat(Bucket.of("rollout:checkout", "visitor-1")).isEqualTo(0.3521221492725706);
    assertThat(Bucket.of("variant:checkout", "Zoé")).isEqualTo(0.09088131058111393);
    assertThat(Bucket.of("", "")).isEqualTo(0.722706486340339);
  }

  /** Chi-square over 100 parts, for counting ids, uuids and one sign more each time. */
  @Test
  void placesAreSpreadEvenly() {
    for (String form : List.of("visitor-%d", "%08x-0000-4000-8000-000000000000", "%d")) {
      long[] counts = new long[100];
      double[] shares = new double[100];
      for (int unit = 0; unit < UNITS; unit++) {
        counts[(int) (Bucket.of("variant:checkout", form.formatted(unit)) * 100)]++;
      }
      java.util.Arrays.fill(shares, 1);
      assertThat(SampleRatio.pValue(counts, shares)).as(form).isBetween(1e-4, 1 - 1e-4);
    }
  }

  /** Each quarter of one experiment has a quarter of the other's units in each of its quarters. */
  @Test
  void experimentsDoNotDependOnEachOther() {
    for (List<String> salts :
        List.of(
            List.of("variant:a", "variant:b"),
            List.of("variant:a", "rollout:a"),
            List.of("group:a", "variant:checkout-2"))) {
      long[] counts = new long[16];
      double[] shares = new double[16];
      for (int unit = 0; unit < UNITS; unit++) {
        int one = (int) (Bucket.of(salts.getFirst(), "visitor-" + unit) * 4);
        int other = (int) (Bucket.of(salts.getLast(), "visitor-" + unit) * 4);
        counts[4 * one + other]++;
      }
      java.util.Arrays.fill(shares, 1);
      assertThat(SampleRatio.pValue(counts, shares)).as(salts.toString()).isGreaterThan(1e-4);
    }
  }

  @Test
  void valuesAreTheSameHoweverTheirNumbersAreWritten() {
    assertThat(FlagValue.isSame(1, 1.0)).isTrue();
    assertThat(FlagValue.isSame(Map.of("a", List.of(1L, "1")), Map.of("a", List.of(1.0, "1"))))
        .isTrue();
    assertThat(FlagValue.isSame(1, 1.5)).isFalse();
    assertThat(FlagValue.isSame(1, "1")).isFalse();
    assertThat(FlagValue.isSame(true, false)).isFalse();
    assertThat(FlagValue.isSame(Map.of("a", 1), Map.of("a", 1, "b", 2))).isFalse();
    assertThat(FlagValue.isSame(List.of(1), List.of(1, 2))).isFalse();
  }

  @Test
  void theSplitIsThePlannedOne() {
    Experiment experiment =
        flag("a").variants(new Variant("control", 1, 7), new Variant("b", 2, 3)).build();
    Serving serving = new Serving(List.of(experiment));
    long b = units().filter(unit -> served(serving, "a", unit).variant().equals("b")).count();

    assertThat((double) b / UNITS).isCloseTo(0.3, within(0.006));
  }

  /** A growing rollout adds units and moves none. */
  @Test
  void aGrowingRolloutKeepsWhoIsIn() {
    Serving few = new Serving(List.of(flag("a").rollout(new RolloutStep(null, 0.1)).build()));
    Serving more = new Serving(List.of(flag("a").rollout(new RolloutStep(null, 0.5)).build()));
    long in = units().filter(unit -> served(few, "a", unit).takesPart()).count();

    assertThat((double) in / UNITS).isCloseTo(0.1, within(0.004));
    assertThat(units().filter(unit -> served(few, "a", unit).takesPart()))
        .allMatch(unit -> served(few, "a", unit).equals(served(more, "a", unit)));
  }

  @Test
  void aScheduledStepTakesEffectAtItsTime() {
    List<RolloutStep> steps =
        List.of(
            new RolloutStep(null, 0.1),
            new RolloutStep(NOW, 0.5),
            new RolloutStep(NOW.plusSeconds(60), 1));

    assertThat(Serving.share(steps, NOW.minusMillis(1))).isEqualTo(0.1);
    assertThat(Serving.share(steps, NOW)).isEqualTo(0.5);
    assertThat(Serving.share(steps, NOW.plusSeconds(61))).isEqualTo(1);
    assertThat(Serving.share(List.of(new RolloutStep(NOW, 1)), NOW.minusSeconds(1))).isZero();
  }

  @Test
  void experimentsOfAGroupShareNoUnit() {
    Serving serving =
        new Serving(
            List.of(
                flag("a").group("page", 0, 0.5).build(), flag("b").group("page", 0.5, 1).build()));

    assertThat(units())
        .allMatch(
            unit ->
                served(serving, "a", unit).takesPart() != served(serving, "b", unit).takesPart());
  }

  @Test
  void aHoldoutIsTheSameForAllThatNameIt() {
    Serving serving =
        new Serving(
            List.of(flag("a").holdout("all", 0.1).build(), flag("b").holdout("all", 0.1).build()));
    List<Integer> held =
        units().filter(unit -> !served(serving, "a", unit).takesPart()).boxed().toList();

    assertThat((double) held.size() / UNITS).isCloseTo(0.1, within(0.004));
    assertThat(held).allMatch(unit -> served(serving, "b", unit).variant().equals("control"));
  }

  @Test
  void aPrerequisiteHasToServeItsVariant() {
    Serving serving =
        new Serving(List.of(flag("first").build(), flag("a").after("first", "b").build()));

    assertThat(units())
        .allMatch(
            unit ->
                served(serving, "a", unit).takesPart()
                    == served(serving, "first", unit).variant().equals("b"));
  }

  @Test
  void prerequisitesInACircleServeControl() {
    Serving serving =
        new Serving(List.of(flag("a").after("b", "b").build(), flag("b").after("a", "b").build()));

    assertThat(served(serving, "a", 1).takesPart()).isFalse();
  }

  @Test
  void onlyWhoMeetsEveryConditionTakesPart() {
    Serving serving =
        new Serving(
            List.of(
                flag("a")
                    .conditions(
                        new Condition("country", Condition.Op.IS, List.of("FR", "BE")),
                        new Condition("orders", Condition.Op.GREATER, List.of("2")))
                    .build()));

    assertThat(takesPart(serving, Map.of("country", "FR", "orders", 3))).isTrue();
    assertThat(takesPart(serving, Map.of("country", "FR", "orders", 2))).isFalse();
    assertThat(takesPart(serving, Map.of("country", "DE", "orders", 3))).isFalse();
    assertThat(takesPart(serving, Map.of("country", "FR", "orders", "many"))).isFalse();
    assertThat(takesPart(serving, Map.of("country", "FR"))).isFalse();
  }

  @Test
  void killedStoppedAndDecidedServeOneVariant() {
    Serving killed = new Serving(List.of(flag("a").build().switched(false)));
    Serving stopped = new Serving(List.of(flag("a").build().in(State.STOPPED, null)));
    Serving decided = new Serving(List.of(flag("a").build().in(State.DECIDED, "b")));

    assertThat(units()).allMatch(unit -> served(killed, "a", unit).equals(off()));
    assertThat(units()).allMatch(unit -> served(stopped, "a", unit).equals(off()));
    assertThat(units())
        .allMatch(
            unit -> served(decided, "a", unit).equals(new Served("b", true, Reason.STATIC, false)));
  }

  @Test
  void refusesDefinitionsThatCannotBe() {
    refused("not ''", () -> flag("").build());
    refused("running", () -> flag("running").build());
    refused(
        "one type",
        () -> flag("a").variants(new Variant("x", 1, 1), new Variant("y", "2", 1)).build());
    refused(
        "different names",
        () -> flag("a").variants(new Variant("x", 1, 1), new Variant("x", 2, 1)).build());
    refused("are 0", () -> flag("a").variants(new Variant("x", 1, 0)).build());
    refused("not 1.5", () -> flag("a").rollout(new RolloutStep(null, 1.5)).build());
    refused("0.6 to 0.5", () -> flag("a").group("g", 0.6, 0.5).build());
    refused("another experiment", () -> flag("a").after("a", "b").build());
    refused("does not take [x]", () -> new Condition("n", Condition.Op.GREATER, List.of("x")));
  }

  private static Served off() {
    return new Served("control", false, Reason.DISABLED, false);
  }

  private static void refused(
      String part, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Problem.class).hasMessageContaining(part);
  }

  private static IntStream units() {
    return IntStream.range(0, UNITS);
  }

  private static Served served(Serving serving, String key, int unit) {
    return serving.serve(found(serving, key), "visitor-" + unit, Map.of(), NOW);
  }

  private static boolean takesPart(Serving serving, Map<String, Object> context) {
    return serving.serve(found(serving, "a"), "visitor-1", context, NOW).takesPart();
  }

  private static Experiment found(Serving serving, String key) {
    Experiment found = serving.find(key);
    if (found == null) {
      throw new AssertionError(key);
    }
    return found;
  }

  private static Builder flag(String key) {
    return new Builder(key);
  }

  /** A running experiment, halves without conditions unless said otherwise. */
  private static final class Builder {
    private final String key;
    private List<Variant> variants =
        List.of(new Variant("control", false, 1), new Variant("b", true, 1));
    private List<Condition> conditions = List.of();
    private List<RolloutStep> rollout = List.of(new RolloutStep(null, 1));
    private @Nullable String group;
    private double from;
    private double to = 1;
    private @Nullable String holdout;
    private double holdoutShare;
    private @Nullable String prerequisite;
    private @Nullable String prerequisiteVariant;

    private Builder(String key) {
      this.key = key;
    }

    private Builder variants(Variant... all) {
      variants = List.of(all);
      return this;
    }

    private Builder conditions(Condition... all) {
      conditions = List.of(all);
      return this;
    }

    private Builder rollout(RolloutStep... all) {
      rollout = List.of(all);
      return this;
    }

    private Builder group(String name, double start, double end) {
      group = name;
      from = start;
      to = end;
      return this;
    }

    private Builder holdout(String name, double share) {
      holdout = name;
      holdoutShare = share;
      return this;
    }

    private Builder after(String other, String variant) {
      prerequisite = other;
      prerequisiteVariant = variant;
      return this;
    }

    private Experiment build() {
      return new Experiment(
          key,
          "An experiment",
          null,
          State.RUNNING,
          true,
          variants,
          conditions,
          rollout,
          group,
          from,
          to,
          holdout,
          holdoutShare,
          prerequisite,
          prerequisiteVariant,
          List.of(),
          List.of(),
          null,
          null,
          DecisionRule.DEFAULT);
    }
  }
}
