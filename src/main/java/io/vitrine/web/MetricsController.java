package io.vitrine.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the program measures of itself. */
@RestController
class MetricsController {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String OPEN_METRICS_FORM = OPEN_METRICS + "; version=1.0.0; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  MetricsController(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Meters of the program, its machine and its limits, for a Prometheus server to collect: in its
   * text form, or in OpenMetrics for who accepts that. A key with the scope read may call it.
   */
  @GetMapping("/metrics")
  @Needs(value = Role.VIEWER, orKey = Scope.READ)
  @Operation(
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The meters",
              content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))))
  ResponseEntity<String> metrics(
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accepted) {
    String form = accepted.contains(OPEN_METRICS) ? OPEN_METRICS_FORM : TEXT;
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, form).body(registry.scrape(form));
  }
}
