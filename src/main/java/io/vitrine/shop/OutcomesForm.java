package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Outcome;
import io.vitrine.model.Outcomes;
import io.vitrine.model.Period;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an experiment is asked for, as JSON.
 *
 * @param experiment its key
 * @param outcomes names of what it can be judged by
 * @param by day, device, country, channel or visitor_kind
 * @param daysBefore before the exposure; 0 when absent
 * @param cap quantile at which amounts per visitor are cut; 1, none, when absent
 * @param crossed whether visitors of several variants count; true when absent
 */
@Schema(name = "OutcomesOptions")
record OutcomesForm(
    @Nullable String experiment,
    @Nullable List<String> outcomes,
    @Nullable String by,
    @Nullable Integer daysBefore,
    @Nullable BigDecimal cap,
    @Nullable Boolean crossed) {

  Outcomes question(Period period, List<Filter> filters) {
    return new Outcomes(
        experiment == null ? "" : experiment,
        Words.readAll(Outcome.class, "outcomes.outcomes", outcomes),
        by == null ? null : Words.read(Dimension.class, "outcomes.by", by),
        daysBefore == null ? 0 : daysBefore,
        cap == null ? BigDecimal.ONE : cap,
        !Boolean.FALSE.equals(crossed),
        period,
        filters);
  }

  static OutcomesForm of(Outcomes asked) {
    return new OutcomesForm(
        asked.experiment(),
        asked.outcomes().stream().map(Outcome::wireName).toList(),
        asked.by() == null ? null : asked.by().wireName(),
        asked.daysBefore(),
        asked.cap(),
        asked.crossed());
  }
}
