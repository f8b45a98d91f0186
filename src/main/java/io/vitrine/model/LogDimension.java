package io.vitrine.model;

import java.util.Locale;

/** What logs can be split and picked by. */
public enum LogDimension {
  /** The bucket of the question's grain. */
  TIME,
  TYPE,
  LEVEL,
  /** true for logs of type error, or of level ERROR or FATAL; false for others. */
  ERROR,
  SERVICE,
  HOST,
  SOURCE,
  COUNTRY,
  PRODUCT_ID,
  PAYMENT_METHOD,
  STATUS,
  TRANSACTION_TYPE,
  /**
   * 0-50, 50-100, 100-200, 200-500, 500-1000 or 1000+ of the shop's currency; the lower end belongs
   * to it.
   */
  AMOUNT_RANGE,
  ERROR_CODE,
  ERROR_TYPE,
  /** The error's message, or the line, with everything that has a digit in it taken out. */
  MESSAGE,
  ENDPOINT,
  METHOD,
  STATUS_CODE,
  ACTION,
  PAGE;

  /** Name in the API, in snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
