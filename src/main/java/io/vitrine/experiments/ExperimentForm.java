package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.Experiment.RolloutStep;
import io.vitrine.experiments.Experiment.Variant;
import io.vitrine.model.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as it is sent; {@link Experiment} says what each member is. Without variants it is a
 * switch: control gets false and variant gets true, half of the units each.
 */
@Schema(name = "ExperimentEdit")
record ExperimentForm(
    @Nullable String name,
    @Nullable String hypothesis,
    @Nullable List<VariantForm> variants,
    @Nullable List<ConditionForm> conditions,
    @Nullable List<RolloutForm> rollout,
    @Nullable String group,
    @Nullable Double groupFrom,
    @Nullable Double groupTo,
    @Nullable String holdout,
    @Nullable Double holdoutShare,
    @Nullable String prerequisite,
    @Nullable String prerequisiteVariant,
    @Nullable List<String> metrics,
    @Nullable List<String> guardrails,
    @Nullable Long plannedUnits,
    @Nullable RuleForm rule) {

  /** An even split whose figures are those that every shop looks at. */
  static ExperimentForm elsewhere() {
    return new ExperimentForm(
        null,
        null,
        List.of(new VariantForm("control", false, 1.0), new VariantForm("treatment", true, 1.0)),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of("conversion_per_visitor", "revenue_per_visitor", "aov", "add_to_carts"),
        List.of("bounce_rate", "refunds"),
        null,
        null);
  }

  /** A variant as it is sent. */
  @Schema(name = "VariantEdit")
  record VariantForm(@Nullable String name, @Nullable Object value, @Nullable Double share) {}

  /** A condition as it is sent. */
  @Schema(name = "ConditionEdit")
  record ConditionForm(
      @Nullable String attribute, @Nullable String op, @Nullable List<String> values) {

    Condition condition() {
      return new Condition(
          Wire.given(attribute, "conditions.attribute"),
          Wire.word(Condition.Op.class, "conditions.op", op),
          Wire.or(values, List.of()));
    }
  }

  /** A step of a rollout as it is sent. */
  @Schema(name = "RolloutEdit")
  record RolloutForm(@Nullable Instant at, @Nullable Double share) {}

  /** How it is read, as it is sent; {@link DecisionRule} says what each member is. */
  @Schema(name = "DecisionRuleEdit")
  record RuleForm(
      @Nullable String look,
      @Nullable Integer looks,
      @Nullable Double confidence,
      @Nullable Double effect,
      @Nullable Double margin,
      @Nullable Integer daysBefore,
      @Nullable Double cap) {

    DecisionRule rule() {
      DecisionRule usual = DecisionRule.DEFAULT;
      return new DecisionRule(
          Wire.word(DecisionRule.Look.class, "rule.look", look, usual.look()),
          Wire.or(looks, usual.looks()),
          Wire.or(confidence, usual.confidence()),
          Wire.or(effect, usual.effect()),
          Wire.or(margin, usual.margin()),
          Wire.or(daysBefore, usual.daysBefore()),
          Wire.or(cap, usual.cap()));
    }
  }

  /** The experiment of a key in the state that the one before it has, or a draft. */
  Experiment experiment(String key, @Nullable Experiment before) {
    return new Experiment(
        key,
        Wire.or(name, key),
        hypothesis,
        before == null ? Experiment.State.DRAFT : before.state(),
        before == null || before.enabled(),
        readVariants(),
        Wire.or(conditions, List.<ConditionForm>of()).stream()
            .map(ConditionForm::condition)
            .toList(),
        readRollout(),
        group,
        Wire.or(groupFrom, 0.0),
        Wire.or(groupTo, 1.0),
        holdout,
        Wire.or(holdoutShare, holdout == null ? 0.0 : 0.05),
        prerequisite,
        prerequisiteVariant,
        known("metrics", Wire.or(metrics, List.of("conversion_per_visitor"))),
        known("guardrails", Wire.or(guardrails, List.of())),
        plannedUnits,
        before == null ? null : before.winner(),
        rule == null ? DecisionRule.DEFAULT : rule.rule());
  }

  private List<Variant> readVariants() {
    if (variants == null) {
      return List.of(new Variant("control", false, 1), new Variant("variant", true, 1));
    }
    // JSON knows no whole and broken numbers; clients do. One broken value makes all of them so.
    boolean broken =
        variants.stream().anyMatch(one -> one.value() instanceof Number number && isBroken(number));
    return variants.stream().map(one -> variant(one, broken)).toList();
  }

  private static Variant variant(VariantForm form, boolean broken) {
    String name = Wire.given(form.name(), "variants.name");
    Object value = Wire.or(form.value(), name);
    Object typed = broken && value instanceof Number number ? number.doubleValue() : value;
    return new Variant(name, typed, Wire.or(form.share(), 1.0));
  }

  private static boolean isBroken(Number number) {
    return !(number instanceof Integer || number instanceof Long);
  }

  private List<RolloutStep> readRollout() {
    return Wire.or(rollout, List.of(new RolloutForm(null, 1.0))).stream()
        .map(step -> new RolloutStep(step.at(), Wire.given(step.share(), "rollout.share")))
        .toList();
  }

  private static List<String> known(String member, List<String> names) {
    names.forEach(name -> Wire.word(Outcome.class, member, name));
    return names;
  }
}
