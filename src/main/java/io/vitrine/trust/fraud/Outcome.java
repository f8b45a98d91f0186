package io.vitrine.trust.fraud;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a payment. */
enum Outcome {
  PAID,
  FAILED,
  UNKNOWN;

  private static final Set<String> PAID_WORDS =
      Set.of(
          "approved", "paid", "success", "succeeded", "completed", "captured", "authorized", "ok");
  private static final Set<String> FAILED_WORDS =
      Set.of("declined", "failed", "failure", "rejected", "refused", "error", "denied", "blocked");

  /** Reads the status that a payment service gives. */
  static Outcome of(@Nullable String status) {
    String word = status == null ? "" : status.strip().toLowerCase(Locale.ROOT);
    if (PAID_WORDS.contains(word)) {
      return PAID;
    }
    return FAILED_WORDS.contains(word) ? FAILED : UNKNOWN;
  }
}
