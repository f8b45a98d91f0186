package io.vitrine.trust;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vitrine.intake.CountryOfAddress;
import io.vitrine.store.EventStore;
import io.vitrine.store.Records;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the search for attacks together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrustSettings.class)
class TrustBeans {

  @Bean
  AllowList allowList(Records records) {
    return new AllowList(records.security());
  }

  @Bean
  Watch watch(Records records, AllowList allowed, ApplicationEventPublisher events) {
    CountryOfAddress countries = new CountryOfAddress();
    return new Watch(
        records.security(),
        allowed,
        countries::of,
        finding -> events.publishEvent(new AttackSeen(finding)));
  }

  @Bean(initMethod = "start")
  OwnRequests ownRequests(Watch watch, Records records, Clock clock, TrustSettings settings) {
    return new OwnRequests(watch, records.audit(), clock, settings.mostWaiting());
  }

  @Bean(initMethod = "start")
  LogFollower logFollower(EventStore store, Watch watch, TrustSettings settings, Clock clock) {
    return new LogFollower(store, watch, settings.findingsKept(), clock);
  }

  @Bean(initMethod = "start")
  Forgetting forgetting(Records records, TrustSettings settings, Clock clock) {
    return new Forgetting(records.security(), settings, clock);
  }

  /** Before everything else, so that it sees what the others refuse. */
  @Bean
  FilterRegistrationBean<RequestWatch> requestWatch(OwnRequests requests) {
    FilterRegistrationBean<RequestWatch> registration =
        new FilterRegistrationBean<>(new RequestWatch(requests));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverWatch(OwnRequests requests) {
    return server -> server.addEngineValves(new ServerWatch(requests));
  }

  @Bean
  MeterBinder attackMeters(OwnRequests requests) {
    return registry ->
        FunctionCounter.builder("vitrine.security.passed_over", requests, OwnRequests::passedOver)
            .description("Requests that were not inspected because too many came")
            .register(registry);
  }
}
