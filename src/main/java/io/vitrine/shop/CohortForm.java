package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * Cohorts as JSON.
 *
 * @param beginning first_visit when absent
 */
@Schema(name = "CohortOptions")
record CohortForm(@Nullable String beginning) {

  Cohort.Beginning begins() {
    return beginning == null
        ? Cohort.Beginning.FIRST_VISIT
        : Words.read(Cohort.Beginning.class, "beginning", beginning);
  }

  static CohortForm of(Cohort asked) {
    return new CohortForm(Words.write(asked.beginning()));
  }
}
