package io.vitrine.logs.wire;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what came, and what was lost, on ports whose senders get no answer. */
@RestController
@Tag(name = "uploads")
class PortController implements MeterBinder {

  private final LogListeners listeners;

  PortController(LogListeners listeners) {
    this.listeners = listeners;
  }

  /** The ports of syslog and GELF that are open, with what came on them since the start. */
  @GetMapping("/api/logs/ports")
  @Needs(Role.ANALYST)
  Ports ports() {
    return new Ports(listeners.ports());
  }

  @Schema(name = "LogPorts")
  record Ports(List<LogListeners.Port> ports) {}

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("vitrine.logs.lost", listeners, PortController::lost)
        .description("Datagrams of syslog and GELF that found no room")
        .register(registry);
  }

  private static double lost(LogListeners listeners) {
    return listeners.ports().stream().mapToLong(LogListeners.Port::lost).sum();
  }
}
