package io.vitrine;

import io.vitrine.demo.DemoTaker;
import io.vitrine.intake.Intake;
import io.vitrine.model.DataDays;
import io.vitrine.model.HealthCheck;
import io.vitrine.model.Period;
import io.vitrine.store.EventStore;
import io.vitrine.store.Extent;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins features that do not know each other. */
@Configuration(proxyBeanMethods = false)
class Wiring {

  @Bean
  DemoTaker demoTaker(Intake intake) {
    return new DemoDoor(intake);
  }

  @Bean
  DataDays dataDays(EventStore store) {
    return () -> days(store.extent());
  }

  @Bean
  HealthCheck eventStoreHealth(EventStore store) {
    return new EventStoreHealth(store);
  }

  private static Optional<Period> days(Extent extent) {
    return extent.firstDay() == null || extent.lastDay() == null
        ? Optional.empty()
        : Optional.of(new Period(extent.firstDay(), extent.lastDay()));
  }
}
