package io.vitrine.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the dashboards of a cluster are, which our pages may show. */
@RestController
@Tag(name = "log dashboard")
class DashboardsController {

  private final WebSettings settings;

  DashboardsController(WebSettings settings) {
    this.settings = settings;
  }

  /** The setting {@code vitrine.web.dashboards}. */
  @GetMapping("/api/logs/dashboards")
  @Needs(Role.ANALYST)
  Dashboards dashboards() {
    String address = settings.dashboards();
    return new Dashboards(address.isEmpty() ? null : address);
  }

  /**
   * A page of OpenSearch Dashboards or Kibana.
   *
   * @param address absent when none is set
   */
  @Schema(name = "ClusterDashboards")
  record Dashboards(@Nullable String address) {}
}
