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
   * Experiments that visitors see, each since its start; one that was never started here over the
   * last 60 days, or as far back as the oldest that was: per variant the exposed visitors and those
   * of them with an order of the ledger afterwards, the relative lift of the last variant over
   * control with its 95 % interval, and the p value of the planned split. What was stopped or
   * decided is not among them.
   */
  @GetMapping("/api/experiments/running")
  @Needs(Role.VIEWER)
  Experiments running() {
    return new Experiments(running.now());
  }

  /** Running experiments. */
  record Experiments(List<RunningExperiment> experiments) {}
}
