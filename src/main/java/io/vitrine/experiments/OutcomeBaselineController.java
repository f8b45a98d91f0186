package io.vitrine.experiments;

import io.vitrine.accounts.Needs;
import io.vitrine.model.Outcome;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a test of an outcome can be planned with. */
@RestController
class OutcomeBaselineController {

  private static final int DAYS = 28;

  private final Asking asking;
  private final Clock clock;
  private final ZoneId zone;

  OutcomeBaselineController(Asking asking, Clock clock, StoreSettings settings) {
    this.asking = asking;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * What the visitors of the last 28 whole days have of an outcome, and how much it differs between
   * them. A quantile has no such figure.
   */
  @GetMapping("/api/experiments/plan/baseline")
  @Needs(Role.VIEWER)
  OutcomeBaseline baseline(@RequestParam String outcome) {
    Outcome asked = Wire.word(Outcome.class, "outcome", outcome);
    if (asked.kind() == Outcome.Kind.QUANTILE) {
      throw Problem.caller("baseline_of_quantile", "a test of " + outcome + " cannot be planned");
    }
    LocalDate today = LocalDate.now(clock.withZone(zone));
    Period period = new Period(today.minusDays(DAYS), today.minusDays(1));
    return OutcomeBaseline.of(asking.everybody(asked, period), period);
  }
}
