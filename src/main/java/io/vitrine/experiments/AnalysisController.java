package io.vitrine.experiments;

import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statistics of experiments from numbers that the caller has. */
@RestController
class AnalysisController {

  /**
   * Compares arms by their sufficient statistics. The first arm is control. With several variants
   * the p values can be corrected; the intervals then have the confidence that agrees with the
   * corrected p values. With planned shares the split is tested too.
   */
  @PostMapping("/api/experiments/analyse")
  @Needs(Role.VIEWER)
  AnalysisResult analyse(@RequestBody AnalysisForm form) {
    return Analysis.of(form);
  }

  /**
   * Compares many pairs of counts in one go, by the pooled z test. The body is CSV (text/csv) whose
   * head names control_conversions, control_total, variant_conversions and variant_total, and up to
   * 10,000 rows. A row that cannot be compared says why and keeps none of the others from its
   * answer.
   */
  @PostMapping("/api/experiments/analyse/batch")
  @Needs(Role.VIEWER)
  BatchResult batch(
      @RequestBody String csv, @RequestParam(defaultValue = "none") String correction) {
    return Batch.of(csv, correction);
  }

  /**
   * Reads experiments that ran elsewhere from their cumulative checkpoints (text/csv, columns as in
   * the data set of Liu, Cardoso, Couturier and McCoy 2021: experiment_id, variant_id, metric_id,
   * time_since_start, count_c, count_t, mean_c, mean_t, variance_c, variance_t; up to 100,000
   * rows): the difference at each with its plain interval and with the one that may be looked at
   * any time. Nothing is kept.
   */
  @PostMapping("/api/experiments/checkpoints")
  @Needs(Role.VIEWER)
  CheckpointResult checkpoints(@RequestBody String csv) {
    return Checkpoints.of(csv);
  }

  /**
   * How a bandit would share out the units to come between arms, by top-two Thompson sampling: the
   * chance of each to be the best, and its share. Each arm keeps a small share, so that a wrong
   * start is found out. Flags do not follow it by themselves.
   */
  @PostMapping("/api/experiments/analyse/allocation")
  @Needs(Role.VIEWER)
  Allocation allocation(@RequestBody AllocationForm form) {
    return Allocation.of(form);
  }

  /** Sample size, power, smallest effect and duration of a test that is planned. */
  @PostMapping("/api/experiments/plan")
  @Needs(Role.VIEWER)
  PlanResult plan(@RequestBody PlanForm form) {
    return Plan.of(form);
  }
}
