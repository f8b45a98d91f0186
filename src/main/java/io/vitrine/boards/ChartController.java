package io.vitrine.boards;

import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.SavedRecord;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved charts. */
@RestController
@RequestMapping(path = "/api/shop/charts", produces = MediaType.APPLICATION_JSON_VALUE)
class ChartController {

  private final Charts charts;

  ChartController(Charts charts) {
    this.charts = charts;
  }

  /** The charts that the caller may see, by name. */
  @GetMapping
  @Needs(Role.VIEWER)
  ChartPage list(Caller caller) {
    return new ChartPage(
        charts.shelf().list(caller).stream().map(saved -> charts.form(saved, caller)).toList());
  }

  @GetMapping("/{id}")
  @Needs(Role.VIEWER)
  ChartForm get(@PathVariable UUID id, Caller caller) {
    return charts.form(charts.shelf().find(id, caller), caller);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Role.ANALYST)
  ChartForm add(@RequestBody WantedChart wanted, Caller caller) {
    SavedRecord saved =
        charts
            .shelf()
            .add(wanted.nameOrNone(), wanted.isShared(), charts.write(wanted.checked()), caller);
    return charts.form(saved, caller);
  }

  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.ANALYST)
  ChartForm change(@PathVariable UUID id, @RequestBody WantedChart wanted, Caller caller) {
    String plan = charts.write(wanted.checked());
    SavedRecord saved =
        charts.shelf().change(id, wanted.nameOrNone(), wanted.isShared(), plan, caller);
    return charts.form(saved, caller);
  }

  /** Makes a copy that belongs to the caller and is not shared. */
  @PostMapping(path = "/{id}/copy", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Role.ANALYST)
  ChartForm copy(@PathVariable UUID id, @RequestBody CopyName wanted, Caller caller) {
    SavedRecord original = charts.shelf().find(id, caller);
    String name = wanted.name() == null ? original.name() : wanted.name();
    return charts.form(charts.shelf().add(name, false, original.content(), caller), caller);
  }

  /** Puts a chart aside; it can be brought back for 30 days. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Role.ANALYST)
  void remove(@PathVariable UUID id, Caller caller) {
    charts.shelf().remove(id, caller);
  }

  /** Brings a removed chart back. */
  @PostMapping("/{id}/restore")
  @Needs(Role.ANALYST)
  ChartForm restore(@PathVariable UUID id, Caller caller) {
    return charts.form(charts.shelf().restore(id, caller), caller);
  }

  /**
   * A chart to be saved.
   *
   * @param name its name; none to name it after what it shows
   * @param shared whether everybody with an account sees it; no when absent
   * @param plan what it asks
   */
  record WantedChart(@Nullable String name, @Nullable Boolean shared, @Nullable PlanForm plan) {

    String nameOrNone() {
      return name == null ? "" : name;
    }

    boolean isShared() {
      return Boolean.TRUE.equals(shared);
    }

    Plan checked() {
      if (plan == null) {
        throw Problem.caller("field_missing", "plan is missing");
      }
      return plan.plan();
    }
  }

  /** All charts that the caller sees. */
  record ChartPage(List<ChartForm> charts) {}
}
