package io.vitrine.experiments;

import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.DataDays;
import io.vitrine.model.Role;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The planner of what-if scenarios. */
@RestController
@RequestMapping("/api/experiments")
class ScenarioController {

  private final Scenarios scenarios;
  private final Answers answers;
  private final DataDays data;
  private final Audit audit;
  private final Clock clock;
  private final ZoneId zone;

  ScenarioController(
      Scenarios scenarios,
      Answers answers,
      DataDays data,
      Audit audit,
      Clock clock,
      StoreSettings settings) {
    this.scenarios = scenarios;
    this.answers = answers;
    this.data = data;
    this.audit = audit;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /** The scenarios of the planner. */
  @GetMapping("/scenarios")
  @Needs(Role.VIEWER)
  ScenarioList list() {
    return new ScenarioList(scenarios.all(), scenarios.isEdited());
  }

  /** Replaces the scenarios of the planner, for everybody. */
  @PutMapping("/scenarios")
  @Needs(Role.ANALYST)
  ScenarioList replace(
      @RequestBody ScenarioEdits edits, Caller caller, HttpServletRequest request) {
    scenarios.replace(
        Wire.given(edits.scenarios(), "scenarios").stream().map(ScenarioForm::scenario).toList());
    audit.write(caller, "scenarios_changed", null, request.getRemoteAddr(), null);
    return list();
  }

  /** Brings the scenarios back that the product came with. */
  @DeleteMapping("/scenarios")
  @Needs(Role.ANALYST)
  ScenarioList restore(Caller caller, HttpServletRequest request) {
    scenarios.restore();
    audit.write(caller, "scenarios_restored", null, request.getRemoteAddr(), null);
    return list();
  }

  /**
   * Simulates all scenarios on the shop's rates of the last 90 whole days with events: a Monte
   * Carlo simulation of each, a test of each day by day, and a ranked roadmap in which overlapping
   * lifts are not added up. The rates are per event (a product seen, an article in a cart), each
   * counted as if it were independent; a real test assigns visitors, which takes somewhat longer.
   */
  @PostMapping("/simulate")
  @Needs(Role.VIEWER)
  Simulation simulate(@RequestBody SimulationForm form) {
    Baseline baseline = Baseline.of(answers, data, LocalDate.now(clock.withZone(zone)));
    return Simulating.of(form, baseline, scenarios.all());
  }

  /** Scenarios, and whether somebody changed those that ship. */
  record ScenarioList(List<Scenario> scenarios, boolean edited) {}

  /** All scenarios as they should be. */
  record ScenarioEdits(@Nullable List<ScenarioForm> scenarios) {}
}
