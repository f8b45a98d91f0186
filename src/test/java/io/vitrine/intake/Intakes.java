package io.vitrine.intake;

import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The way in for events, for tests of other packages. */
public final class Intakes {

  private Intakes() {}

  /** With default settings, before a store. */
  public static Intake of(EventStore store, StoreSettings settings) {
    RandomGenerator random = new Random(7);
    DailySalt salts = new DailySalt(settings.folder().resolve("salts"), settings.zone(), random);
    Rates rates = Rates.of(List.of(), settings.currency(), settings.zone());
    Steps steps = Steps.of(IntakeSettings.defaults(), settings, rates, salts, random);
    return new Intake(store, steps, new Taps(List.of(), 1), Clock.systemUTC());
  }
}
