package io.vitrine.intake;

import io.vitrine.store.StoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Puts the way in for a shop's past together when somebody asks for it. */
@Configuration(proxyBeanMethods = false)
public class PastIntakeBeans {

  @Bean
  @Lazy
  PastIntake pastIntake(IntakeSettings settings, RateSettings rates, StoreSettings store) {
    return PastIntake.of(settings, store, Rates.of(rates.rates(), store.currency(), store.zone()));
  }
}
