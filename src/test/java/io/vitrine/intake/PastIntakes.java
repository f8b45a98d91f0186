package io.vitrine.intake;

import io.vitrine.store.StoreSettings;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** The way in for a shop's past, for tests of other packages. */
public final class PastIntakes {

  private PastIntakes() {}

  /**
   * With default settings.
   *
   * @param currency the reporting currency
   * @param rates of others, as settings write them
   */
  public static PastIntake of(String currency, String... rates) {
    StoreSettings store =
        StoreSettings.of(
            Path.of("target", "past-intakes"), ZoneOffset.UTC, Currency.getInstance(currency));
    return PastIntake.of(
        IntakeSettings.defaults(), store, Rates.of(List.of(rates), store.currency(), store.zone()));
  }
}
