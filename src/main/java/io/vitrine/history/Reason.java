package io.vitrine.history;

import java.util.Locale;

/** Why a row of a file was left out. */
enum Reason {
  /** Equal to an earlier row in everything. */
  DUPLICATE,
  /** Fewer fields than the header names. */
  FIELDS_MISSING,
  /** The timestamp is not a whole number, not positive, or after the year 9999. */
  TIMESTAMP_INVALID,
  /** The visitor or item is not a whole number of at least zero. */
  ID_INVALID,
  /** The event is none of view, addtocart and transaction. */
  EVENT_UNKNOWN,
  /** A transaction names no transaction id. */
  TRANSACTION_ID_MISSING,
  /** The transaction id is not a whole number of at least zero. */
  TRANSACTION_ID_INVALID;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
