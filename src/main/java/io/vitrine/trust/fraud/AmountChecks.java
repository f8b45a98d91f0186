package io.vitrine.trust.fraud;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What the amount and the basket say. */
final class AmountChecks {

  /** Fewer payments say nothing about what is usual. */
  private static final int LEAST_HISTORY = 3;

  /** An account that always pays the same may still buy something else. */
  private static final double LEAST_DEVIATION = 0.25;

  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  private static final double NORMAL = 1.4826;

  /** An amount is large for a new account from here, whatever the shop calls high. */
  private static final double LARGE = 250;

  private AmountChecks() {}

  static Optional<Raised> high(Transaction payment, Past past, double bound) {
    Double worth = payment.worth();
    if (worth == null || worth < bound) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
            Raised.ramp(worth, bound),
            String.format(Locale.ROOT, "%.2f is at least %.0f", worth, bound),
            "value",
            worth));
  }

  /** By median and median absolute deviation of the logarithms (Leys et al. 2013). */
  static Optional<Raised> unusual(Transaction payment, Past past, double bound) {
    Double worth = payment.worth();
    List<Mark> before = past.of(Link.USER, Window.YEAR);
    double[] logs = before.stream().mapToDouble(AmountChecks::log).filter(x -> x > -20).toArray();
    if (worth == null || worth <= 0 || logs.length < LEAST_HISTORY) {
      return Optional.empty();
    }
    double median = median(logs);
    double spread = median(Arrays.stream(logs).map(x -> Math.abs(x - median)).toArray());
    double score = (Math.log(worth) - median) / Math.max(LEAST_DEVIATION, NORMAL * spread);
    if (score < bound) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
                Raised.ramp(score, bound),
                String.format(
                    Locale.ROOT,
                    "%.2f where the account usually pays %.2f (%d payments)",
                    worth,
                    Math.exp(median),
                    logs.length),
                "value",
                worth,
                "usual",
                Math.exp(median),
                "payments",
                logs.length)
            .seen(Window.YEAR, before));
  }

  /** How many times the median of some payments an amount is; 0 where nothing is known. */
  static double timesUsual(Transaction payment, List<Mark> before) {
    Double worth = payment.worth();
    double[] logs = before.stream().mapToDouble(AmountChecks::log).filter(x -> x > -20).toArray();
    return worth == null || worth <= 0 || logs.length == 0 ? 0 : worth / Math.exp(median(logs));
  }

  private static double log(Mark mark) {
    Double worth = mark.of().worth();
    return worth == null || worth <= 0 ? -100 : Math.log(worth);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static Optional<Raised> newAccount(Transaction payment, Past past, double bound) {
    Double worth = payment.worth();
    if (worth == null || worth < LARGE || payment.accountSince() == null) {
      return Optional.empty();
    }
    Duration age = Duration.between(Objects.requireNonNull(payment.accountSince()), payment.at());
    double hours = age.toMinutes() / 60.0;
    if (hours > bound || !past.of(Link.USER, Window.YEAR).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
            worth >= 2 * LARGE ? 1 : 0.7,
            String.format(
                Locale.ROOT, "the first payment, %.2f, %.1f hours after sign-up", worth, hours),
            "value",
            worth,
            "hours",
            hours));
  }

  static Optional<Raised> pieces(Transaction payment, Past past, double bound) {
    if (payment.pieces() < bound) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
            Raised.ramp((double) payment.pieces(), bound),
            payment.pieces() + " pieces of one product",
            "value",
            payment.pieces()));
  }
}
