package io.vitrine.web;

import io.vitrine.accounts.Public;
import io.vitrine.model.HealthCheck;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the program lives, and whether it can do its work. */
@Public
@RestController
@RequestMapping("/health")
class HealthController {

  private final List<HealthCheck> checks;

  HealthController(List<HealthCheck> checks) {
    this.checks = checks;
  }

  @GetMapping("/live")
  Health live() {
    return new Health("up", List.of());
  }

  @GetMapping("/ready")
  ResponseEntity<Health> ready() {
    List<HealthPart> parts = checks.stream().map(HealthController::ask).toList();
    boolean well = parts.stream().allMatch(part -> part.problem() == null);
    return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Health(well ? "up" : "down", parts));
  }

  private static HealthPart ask(HealthCheck check) {
    Optional<String> problem = problem(check);
    return new HealthPart(check.name(), problem.isEmpty() ? "up" : "down", problem.orElse(null));
  }

  /** One part that fails to answer must not hide the others. */
  private static Optional<String> problem(HealthCheck check) {
    try {
      return check.problem();
    } catch (RuntimeException e) {
      return Optional.of("it does not answer");
    }
  }

  /**
   * State of the program.
   *
   * @param status up or down
   * @param checks state of each part that was tried
   */
  record Health(String status, List<HealthPart> checks) {}

  /** State of a part; the problem is absent when it works. */
  record HealthPart(String name, String status, @Nullable String problem) {}
}
