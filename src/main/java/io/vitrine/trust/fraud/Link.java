package io.vitrine.trust.fraud;

import java.util.Locale;

/** What two payments can have in common. */
enum Link {
  /** The account. */
  USER,
  /** The card, by a keyed hash of its number. */
  CARD,
  /** The device or browser. */
  DEVICE,
  /** The client's network address. */
  ADDRESS,
  /** The e-mail address. */
  EMAIL,
  /** Where the goods go, by a hash. */
  DELIVERY;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
