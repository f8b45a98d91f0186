package io.vitrine.limits;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Shows refusals and blocks to whoever collects meters. */
final class LimitMeters implements MeterBinder {

  private final Limits limits;

  LimitMeters(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Budget budget : Budget.values()) {
      FunctionCounter.builder("vitrine.limits.refused", limits, it -> it.refused(budget))
          .description("Requests that were refused because a budget was used up")
          .tag("budget", budget.wireName())
          .register(registry);
    }
    Gauge.builder("vitrine.limits.blocks", limits, it -> it.blocks().size())
        .description("Clients that have to wait now")
        .register(registry);
  }
}
