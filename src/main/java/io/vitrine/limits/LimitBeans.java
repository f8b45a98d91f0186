package io.vitrine.limits;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits together. */
@Configuration(proxyBeanMethods = false)
class LimitBeans {

  @Bean
  Limits limits(LimitSettings settings, Clock clock) {
    return new Limits(settings, clock);
  }

  @Bean
  LimitMeters limitMeters(Limits limits) {
    return new LimitMeters(limits);
  }
}
