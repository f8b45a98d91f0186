package io.vitrine.intake;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IntakeSettings.class, RateSettings.class})
class IntakeBeans {

  private static final String SALTS = "salts";

  @Bean
  Rates rates(RateSettings settings, StoreSettings store) {
    return Rates.of(settings.rates(), store.currency(), store.zone());
  }

  @Bean
  DailySalt dailySalt(StoreSettings store) {
    return new DailySalt(store.folder().resolve(SALTS), store.zone(), new SecureRandom());
  }

  @Bean
  SaltClock saltClock(DailySalt salts, ObjectProvider<Clock> clocks) {
    return new SaltClock(salts, clocks.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  Taps taps(ObjectProvider<Tap> taps, IntakeSettings settings) {
    return new Taps(taps.orderedStream().toList(), settings.tapEvents());
  }

  @Bean
  Flight flight(IntakeSettings settings) {
    long oneBody = settings.bodyLimit().toBytes() + 1;
    return new Flight(Math.max(oneBody, settings.inFlight().toBytes()));
  }

  @Bean
  Agents agents() {
    return new Agents();
  }

  @Bean
  Places places() {
    return new Places();
  }

  @Bean
  Surroundings surroundings(Places places, Agents agents) {
    return new Surroundings(places, agents);
  }

  @Bean
  Intake intake(
      EventStore store,
      IntakeSettings settings,
      StoreSettings storeSettings,
      RoomSettings room,
      Rates rates,
      DailySalt salts,
      Taps taps,
      Agents agents,
      Places places,
      ObjectProvider<Clock> clocks) {
    Steps steps =
        Steps.of(settings, storeSettings, rates, salts, new SecureRandom(), agents, places);
    DiskRoom disk = new DiskRoom(storeSettings.folder(), room.leastFree().toBytes());
    return new Intake(store, steps, taps, clocks.getIfAvailable(Clock::systemUTC), disk);
  }

  @Bean
  LogDoor logDoor(Intake intake, Flight flight, IntakeSettings settings) {
    return new LogDoor(intake, flight, settings);
  }

  @Bean
  MeterBinder intakeMeters(Intake intake, Taps taps, Flight flight) {
    return new IntakeMeters(intake, List.copyOf(taps.queues()), flight);
  }
}
