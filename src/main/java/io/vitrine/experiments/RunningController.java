package io.vitrine.experiments;

import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The experiments that visitors see now. */
@RestController
class RunningController {

  private final Running running;

  RunningController(Running running) {
    this.running = running;
  }

  /**
   * Experiments with exposures in the last 60 days: per variant the exposed visitors and those of
   * them with an order of the ledger afterwards, the relative lift of the last variant over the
   * first (control when one is called so) with its 95 % interval, and the p value of the planned
   * even split.
   */
  @GetMapping("/api/experiments/running")
  @Needs(Role.VIEWER)
  Experiments running() {
    return new Experiments(running.now());
  }

  /** Running experiments. */
  record Experiments(List<RunningExperiment> experiments) {}
}
