package io.vitrine.intake;

import io.vitrine.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** A shop's intake for tests: Paris, euros, noon of 1 June 2025. */
final class Bench implements AutoCloseable {

  static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Currency EURO = Currency.getInstance("EUR");

  final RememberingStore store = new RememberingStore();
  final Taps taps;
  final Intake intake;
  final BodyDecoder decoder = new BodyDecoder(1 << 20, 20_000);

  Bench(IntakeSettings settings, Path folder, List<String> rates, List<Tap> tapped) {
    StoreSettings storeSettings = StoreSettings.of(folder, PARIS, EURO);
    RandomGenerator random = new Random(7);
    Steps steps =
        Steps.of(
            settings,
            storeSettings,
            Rates.of(rates, EURO, PARIS),
            new DailySalt(folder.resolve("salts"), PARIS, random),
            random);
    taps = new Taps(tapped, settings.tapEvents());
    intake = new Intake(store, steps, taps, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static Bench of() {
    return of(IntakeSettings.defaults(), List.of());
  }

  static Bench of(IntakeSettings settings, List<String> rates) {
    return new Bench(settings, temporary(), rates, List.of());
  }

  static IntakeSettings settings(IntakeSettings.Anonymise addresses, List<String> ownHosts) {
    IntakeSettings defaults = IntakeSettings.defaults();
    return new IntakeSettings(
        defaults.bodyLimit(),
        defaults.recordLimit(),
        defaults.records(),
        defaults.inFlight(),
        Duration.ofMinutes(5),
        addresses,
        ownHosts,
        defaults.tapEvents());
  }

  Receipt send(String body) {
    return send(body.getBytes(StandardCharsets.UTF_8));
  }

  Receipt send(byte[] body) {
    return intake.accept(decoder.decode(body, body.length));
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("intake");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    taps.close();
  }
}
