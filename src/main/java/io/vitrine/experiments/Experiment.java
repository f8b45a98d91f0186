package io.vitrine.experiments;

import io.vitrine.model.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment or a plain feature flag: what is served to whom. Control is the first variant.
 *
 * @param key in the addresses and exposures
 * @param name that people read
 * @param hypothesis what is believed and why; null for a plain flag
 * @param state where it stands
 * @param enabled the kill switch: when false everybody gets control
 * @param variants one to fifty, all values of the same type
 * @param conditions that all have to hold for a unit to take part
 * @param rollout share of the units that take part, in steps of time, first one first
 * @param group experiments of one group never share a unit; null for none
 * @param groupFrom start of the group's units that are this one's, from 0
 * @param groupTo end of them, up to 1
 * @param holdout name of a holdout whose units get control in every experiment that names it
 * @param holdoutShare its part of the units
 * @param prerequisite key of another one that has to serve a certain variant
 * @param prerequisiteVariant that variant
 * @param metrics names of the catalogue that decide, the first one above all
 * @param guardrails names of the catalogue that must not get worse
 * @param plannedUnits of all variants together; null when not planned
 * @param winner variant that everybody gets once decided
 * @param rule how it is read
 */
record Experiment(
    String key,
    String name,
    @Nullable String hypothesis,
    State state,
    boolean enabled,
    List<Variant> variants,
    List<Condition> conditions,
    List<RolloutStep> rollout,
    @Nullable String group,
    double groupFrom,
    double groupTo,
    @Nullable String holdout,
    double holdoutShare,
    @Nullable String prerequisite,
    @Nullable String prerequisiteVariant,
    List<String> metrics,
    List<String> guardrails,
    @Nullable Long plannedUnits,
    @Nullable String winner,
    DecisionRule rule) {

  private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  /** Addresses that are something else. */
  private static final Set<String> TAKEN =
      Set.of("running", "scenarios", "analyse", "plan", "simulate", "checkpoints");

  /** Where an experiment stands. */
  enum State {
    DRAFT,
    RUNNING,
    STOPPED,
    DECIDED
  }

  /**
   * What some of the units get.
   *
   * @param name of the variant
   * @param value a boolean, text, number or JSON object
   * @param share of the units that take part, relative to the others' shares
   */
  record Variant(String name, Object value, double share) {

    boolean isSame(Variant other) {
      return name.equals(other.name)
          && share == other.share
          && FlagValue.isSame(value, other.value);
    }
  }

  /**
   * A step of a rollout.
   *
   * @param at from when on; null for from the start
   * @param share of the units, 0 to 1
   */
  record RolloutStep(@Nullable Instant at, double share) {}

  @SuppressWarnings("ConstantValue") // definitions from before there were rules have none
  Experiment {
    rule = rule == null ? DecisionRule.DEFAULT : rule;
    variants = List.copyOf(variants);
    conditions = List.copyOf(conditions);
    rollout =
        rollout.stream()
            .sorted(
                Comparator.comparing(
                    RolloutStep::at, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    metrics = List.copyOf(metrics);
    guardrails = List.copyOf(guardrails);
    rule(
        key.matches(KEY) && !TAKEN.contains(key),
        "experiment_key",
        "key has 1 to 100 letters, figures, dots, dashes and underscores, not '" + key + "'");
    rule(
        !name.isBlank() && name.length() <= 200, "experiment_name", "name has 1 to 200 characters");
    checkVariants(variants);
    checkShares(rollout, groupFrom, groupTo, holdoutShare);
    rule(
        (prerequisite == null) == (prerequisiteVariant == null) && !key.equals(prerequisite),
        "experiment_prerequisite",
        "a prerequisite names another experiment and one of its variants");
    rule(
        plannedUnits == null || plannedUnits > 0,
        "experiment_planned_units",
        "planned_units is above 0, not " + plannedUnits);
  }

  private static void checkVariants(List<Variant> variants) {
    rule(
        !variants.isEmpty() && variants.size() <= 50,
        "experiment_variants",
        "there are 1 to 50 variants, not " + variants.size());
    Set<String> names = new HashSet<>();
    double sum = 0;
    for (Variant variant : variants) {
      rule(
          variant.name().matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}") && names.add(variant.name()),
          "variant_name",
          "variants have different names of letters and figures, not '" + variant.name() + "'");
      rule(
          variant.share() >= 0 && variant.share() <= 1e9,
          "variant_share",
          "a share is 0 or more, not " + variant.share());
      rule(
          type(variant.value()).equals(type(variants.getFirst().value())),
          "variant_type",
          "all variants have values of one type; "
              + variant.name()
              + " has a "
              + type(variant.value()));
      sum += variant.share();
    }
    rule(sum > 0, "variant_share", "the shares of all variants are 0");
  }

  private static void checkShares(
      List<RolloutStep> rollout, double from, double to, double holdout) {
    rule(
        !rollout.isEmpty() && rollout.size() <= 100,
        "experiment_rollout",
        "a rollout has 1 to 100 steps, not " + rollout.size());
    for (RolloutStep step : rollout) {
      rule(
          step.share() >= 0 && step.share() <= 1,
          "rollout_share",
          "a rollout's share is 0 to 1, not " + step.share());
    }
    rule(
        from >= 0 && from < to && to <= 1,
        "experiment_group",
        "a group's part goes up from 0 to 1: " + from + " to " + to);
    rule(
        holdout >= 0 && holdout <= 0.5,
        "experiment_holdout",
        "a holdout's share is 0 to 0.5, not " + holdout);
  }

  private static String type(Object value) {
    return switch (value) {
      case Boolean truth -> "boolean";
      case String text -> "string";
      case Number number -> "number";
      default -> "object";
    };
  }

  private static void rule(boolean holds, String code, String message) {
    if (!holds) {
      throw Problem.caller(code, message);
    }
  }

  Variant control() {
    return variants.getFirst();
  }

  /** Whether units get the same by another definition. */
  boolean hasVariantsOf(Experiment other) {
    return variants.size() == other.variants.size()
        && IntStream.range(0, variants.size())
            .allMatch(at -> variants.get(at).isSame(other.variants.get(at)));
  }

  /** Whether the same decides: what was settled before the start. */
  boolean isDecidedAs(Experiment other) {
    return rule.equals(other.rule)
        && Objects.equals(plannedUnits, other.plannedUnits)
        && metrics.stream().findFirst().equals(other.metrics.stream().findFirst());
  }

  /** Whether two experiments of a group would share units. */
  boolean collides(Experiment other) {
    return group != null
        && group.equals(other.group)
        && !key.equals(other.key)
        && groupFrom < other.groupTo
        && other.groupFrom < groupTo;
  }

  /** The same in another state. */
  Experiment in(State next, @Nullable String chosen) {
    return with(next, enabled, variants, chosen);
  }

  /** The same with its kill switch set. */
  Experiment switched(boolean on) {
    return with(state, on, variants, winner);
  }

  /** The same with the values of another definition, as they were written there. */
  Experiment withVariantsOf(Experiment other) {
    return with(state, enabled, other.variants, winner);
  }

  private Experiment with(State next, boolean on, List<Variant> served, @Nullable String chosen) {
    return new Experiment(
        key,
        name,
        hypothesis,
        next,
        on,
        served,
        conditions,
        rollout,
        group,
        groupFrom,
        groupTo,
        holdout,
        holdoutShare,
        prerequisite,
        prerequisiteVariant,
        metrics,
        guardrails,
        plannedUnits,
        chosen,
        rule);
  }
}
