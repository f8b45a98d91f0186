package io.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a record is not an event. Closed, and part of the API in snake case. */
public enum Reason {
  /** It is not JSON; the detail says where the text breaks. */
  BROKEN_JSON,
  /** It is JSON, but a number, a text or a list instead of an object. */
  NOT_AN_OBJECT,
  /** Its bytes are not UTF-8. */
  INVALID_UTF8,
  /** It has more bytes than {@code vitrine.intake.record-limit}. */
  RECORD_TOO_LARGE,
  /** It has more than 1,000 fields, or more than 10,000 values in all. */
  TOO_MANY_FIELDS,
  /** It is nested deeper than 64 levels. */
  TOO_DEEP,
  /** A field holds a list or an object where one value belongs. */
  WRONG_TYPE,
  /** A field that holds a number does not. */
  NOT_A_NUMBER,
  /** A number is beyond the range of its field. */
  NUMBER_TOO_LARGE,
  /** A text is longer than its field. */
  TOO_LONG,
  /** An id or name has control characters in it. */
  CONTROL_CHARACTER,
  /** A time cannot be read or does not exist. */
  IMPOSSIBLE_TIME,
  /** It says that it happens more than a day from now. */
  FUTURE,
  /** It says that it happened before the year 2000. */
  TOO_OLD,
  /** It does not say what happened, and its fields do not tell. */
  MISSING_TYPE,
  /** The name of its type has other characters than a-z, 0-9, _ . : and -. */
  BAD_TYPE_NAME,
  /** A price, quantity, amount or duration is below its least value. */
  NEGATIVE,
  /** A value is outside its scale. */
  OUT_OF_RANGE,
  /** The currency is not in ISO 4217. */
  UNKNOWN_CURRENCY,
  /** A line of the order has no product or cannot be read. */
  BAD_ITEM,
  /** A refund or cancellation does not say of which order. */
  MISSING_ORDER,
  /** An exposure lacks its experiment, its variant or its visitor. */
  INCOMPLETE_EXPOSURE,
  /** The visitor refused to be tracked, and the shop drops such events. */
  NO_CONSENT;

  /** Name in the API. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
