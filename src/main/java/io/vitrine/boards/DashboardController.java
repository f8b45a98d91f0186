package io.vitrine.boards;

import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.SavedRecord;
import java.util.ArrayList;
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

/** Dashboards: charts and notes arranged on a page. */
@RestController
@RequestMapping(path = "/api/shop/dashboards", produces = MediaType.APPLICATION_JSON_VALUE)
class DashboardController {

  private final Dashboards dashboards;

  DashboardController(Dashboards dashboards) {
    this.dashboards = dashboards;
  }

  /** The dashboards that the caller may see: the ready one, then those saved, by name. */
  @GetMapping
  @Needs(Role.VIEWER)
  DashboardPage list(Caller caller) {
    List<DashboardForm> all = new ArrayList<>();
    all.add(DashboardForm.ofReady(dashboards.readyOne()));
    dashboards.shelf().list(caller).forEach(saved -> all.add(form(saved, caller)));
    return new DashboardPage(all);
  }

  @GetMapping("/{id}")
  @Needs(Role.VIEWER)
  DashboardForm get(@PathVariable UUID id, Caller caller) {
    return id.equals(ReadyBoard.ID)
        ? DashboardForm.ofReady(dashboards.readyOne())
        : form(dashboards.shelf().find(id, caller), caller);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Role.ANALYST)
  DashboardForm add(@RequestBody WantedDashboard wanted, Caller caller) {
    SavedRecord saved =
        dashboards.add(wanted.nameOrNone(), wanted.isShared(), wanted.layout(), caller);
    return form(saved, caller);
  }

  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.ANALYST)
  DashboardForm change(@PathVariable UUID id, @RequestBody WantedDashboard wanted, Caller caller) {
    refuseReady(id);
    SavedRecord saved =
        dashboards.change(id, wanted.nameOrNone(), wanted.isShared(), wanted.layout(), caller);
    return form(saved, caller);
  }

  /** Makes a copy that belongs to the caller and is not shared. */
  @PostMapping(path = "/{id}/copy", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Role.ANALYST)
  DashboardForm copy(@PathVariable UUID id, @RequestBody CopyName wanted, Caller caller) {
    return form(dashboards.copy(id, wanted.name(), caller), caller);
  }

  /** Puts a dashboard aside; it can be brought back for 30 days. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Role.ANALYST)
  void remove(@PathVariable UUID id, Caller caller) {
    refuseReady(id);
    dashboards.shelf().remove(id, caller);
  }

  /** Brings a removed dashboard back. */
  @PostMapping("/{id}/restore")
  @Needs(Role.ANALYST)
  DashboardForm restore(@PathVariable UUID id, Caller caller) {
    return form(dashboards.shelf().restore(id, caller), caller);
  }

  private DashboardForm form(SavedRecord saved, Caller caller) {
    return DashboardForm.of(saved, dashboards.board(saved), caller);
  }

  private static void refuseReady(UUID id) {
    if (id.equals(ReadyBoard.ID)) {
      throw new Problem(
          "ready_dashboard",
          Problem.Category.CONFLICT,
          "the ready dashboard comes with the product; change a copy of it");
    }
  }

  /**
   * A dashboard to be saved.
   *
   * @param name its name
   * @param shared whether everybody with an account sees it; no when absent
   * @param period preset of embeds and e-mails; the last 28 days when absent
   * @param tiles in reading order
   */
  record WantedDashboard(
      @Nullable String name,
      @Nullable Boolean shared,
      @Nullable String period,
      @Nullable List<Layout.TileForm> tiles) {

    String nameOrNone() {
      return name == null ? "" : name;
    }

    boolean isShared() {
      return Boolean.TRUE.equals(shared);
    }

    Layout layout() {
      return new Layout(period, tiles);
    }
  }

  /** All dashboards that the caller sees. */
  record DashboardPage(List<DashboardForm> dashboards) {}
}
