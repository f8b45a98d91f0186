package io.vitrine.trust.fraud;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which of the demo shop's payments are fraud, by the names of its episodes in their ids. */
final class Labels {

  private static final Pattern EPISODE =
      Pattern.compile(
          "tx-((?:cards|stolen_card|takeover|device_ring|drop_address|travel)-\\d{4}-\\d\\d-\\d\\d).*");

  private Labels() {}

  /** The episode that a payment belongs to; empty for an honest one. */
  static String episode(String transaction) {
    Matcher matcher = EPISODE.matcher(transaction);
    return matcher.matches() && !transaction.endsWith("-home") ? matcher.group(1) : "";
  }
}
