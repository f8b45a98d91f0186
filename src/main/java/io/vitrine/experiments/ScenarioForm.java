package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A scenario as it is sent; {@link Scenario} says what each member is. */
@Schema(name = "ScenarioEdit")
record ScenarioForm(
    @Nullable String id,
    @Nullable String nameEn,
    @Nullable String nameFr,
    @Nullable String nameEs,
    @Nullable String targetRate,
    @Nullable Double expectedLift,
    @Nullable String priority,
    @Nullable BigDecimal cost,
    @Nullable Integer weeks) {

  /** The scenario; a name that is missing in one language is taken from another. */
  Scenario scenario() {
    String name = nameEn != null ? nameEn : Wire.or(nameFr, Wire.or(nameEs, ""));
    return new Scenario(
        Wire.given(id, "id"),
        name,
        Wire.or(nameFr, name),
        Wire.or(nameEs, name),
        Wire.word(Step.class, "target_rate", targetRate),
        Wire.given(expectedLift, "expected_lift"),
        Wire.word(Scenario.Priority.class, "priority", priority, Scenario.Priority.MEDIUM),
        Wire.given(cost, "cost"),
        weeks);
  }
}
