package io.vitrine.intake;

import io.vitrine.model.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a unit of a currency is worth in the shop's, at a time. Never guessed. Immutable. */
final class Rates {

  private final Currency shop;
  private final ZoneId zone;
  private final Map<String, NavigableMap<LocalDate, Double>> byCurrency;

  private Rates(
      Currency shop, ZoneId zone, Map<String, NavigableMap<LocalDate, Double>> byCurrency) {
    this.shop = shop;
    this.zone = zone;
    this.byCurrency = byCurrency;
  }

  /**
   * Reads rates as settings write them: {@code USD=0.92}, valid always, or {@code
   * USD=0.92@2025-01-01}, valid from that day on.
   *
   * @throws Problem of category CALLER that names the first rate that cannot be read
   */
  static Rates of(List<String> lines, Currency shop, ZoneId zone) {
    Map<String, NavigableMap<LocalDate, Double>> rates = new HashMap<>();
    lines.forEach(line -> add(line.strip(), rates));
    return new Rates(shop, zone, rates);
  }

  /** Shop currency per unit of a currency at an instant; null when unknown. */
  @Nullable Double at(String currency, Instant instant) {
    if (currency.equals(shop.getCurrencyCode())) {
      return 1.0;
    }
    NavigableMap<LocalDate, Double> rates = byCurrency.get(currency);
    if (rates == null) {
      return null;
    }
    Map.Entry<LocalDate, Double> valid = rates.floorEntry(LocalDate.ofInstant(instant, zone));
    return valid == null ? null : valid.getValue();
  }

  /** Code of the shop's currency. */
  String shopCurrency() {
    return shop.getCurrencyCode();
  }

  private static void add(String line, Map<String, NavigableMap<LocalDate, Double>> rates) {
    int equals = line.indexOf('=');
    int at = line.indexOf('@');
    try {
      String currency = line.substring(0, equals).strip();
      String rate = line.substring(equals + 1, at < 0 ? line.length() : at).strip();
      LocalDate from = at < 0 ? LocalDate.MIN : LocalDate.parse(line.substring(at + 1).strip());
      rates
          .computeIfAbsent(Currency.getInstance(currency).getCurrencyCode(), c -> new TreeMap<>())
          .put(from, positive(rate));
    } catch (IllegalArgumentException
        | DateTimeParseException
        | IndexOutOfBoundsException
        | Unfit e) {
      throw unreadable(line);
    }
  }

  private static double positive(String rate) {
    double value = Scalars.number("rate", rate).doubleValue();
    if (value <= 0) {
      throw new IllegalArgumentException("a rate is above 0");
    }
    return value;
  }

  private static Problem unreadable(String line) {
    return Problem.caller(
        "rate_unreadable",
        "vitrine.shop.rates has '" + line + "': a rate is USD=0.92 or USD=0.92@2025-01-01");
  }
}
