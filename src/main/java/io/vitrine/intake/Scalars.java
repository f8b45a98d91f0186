package io.vitrine.intake;

import io.vitrine.model.Field;
import io.vitrine.model.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value from the text in which senders write it. Numbers have a point before the fraction
 * and no sign of thousands; anything else would be a guess.
 */
final class Scalars {

  /** Most digits before the point of an amount. */
  static final int WHOLE_DIGITS = 14;

  private static final int LONGEST_NUMBER = 100;
  private static final int LARGEST_EXPONENT = 308;
  private static final int SMALLEST_EXPONENT = -330;

  private Scalars() {}

  /** The value of a field in its carrier, from a text that is not empty. */
  static Object of(Field field, String text) {
    return switch (field.type()) {
      case TEXT -> text;
      case INTEGER -> integer(field.wireName(), text);
      case DECIMAL -> decimal(field.wireName(), text);
      case NUMBER -> number(field.wireName(), text).doubleValue();
      case FLAG -> flag(field.wireName(), text);
      case INSTANT -> instant(field.wireName(), text, Moment.of(text));
    };
  }

  /** A number below 1e14. */
  static BigDecimal decimal(String name, String text) {
    BigDecimal value = number(name, text);
    if (magnitude(value) > WHOLE_DIGITS) {
      throw tooLarge(name, text, "at most " + WHOLE_DIGITS + " digits stand before the point");
    }
    return value;
  }

  static Long integer(String name, String text) {
    BigDecimal value = number(name, text);
    if (magnitude(value) > 18) {
      throw tooLarge(name, text, "at most 18 digits");
    }
    if (value.stripTrailingZeros().scale() > 0) {
      throw new Unfit(Refusal.of(Reason.NOT_A_NUMBER, name, text, "a whole number"));
    }
    return value.longValue();
  }

  /** A number of any size that a double can hold. */
  static BigDecimal number(String name, String text) {
    BigDecimal value = parsed(name, text);
    if (magnitude(value) > LARGEST_EXPONENT) {
      throw tooLarge(name, text, "at most 1e308");
    }
    return magnitude(value) < SMALLEST_EXPONENT ? BigDecimal.ZERO : value;
  }

  static Boolean flag(String name, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default -> throw new Unfit(Refusal.of(Reason.WRONG_TYPE, name, text, "true, false, 1 or 0"));
    };
  }

  /** The instant that was read, or the end of the record when there is none. */
  static Instant instant(String name, Object given, @Nullable Instant read) {
    if (read == null) {
      throw new Unfit(
          Refusal.of(
              Reason.IMPOSSIBLE_TIME,
              name,
              given,
              "ISO 8601 or a count of seconds or milliseconds"));
    }
    return read;
  }

  /** Digits before the point; zero or less below one. */
  private static long magnitude(BigDecimal value) {
    return value.signum() == 0 ? 0 : (long) value.precision() - value.scale();
  }

  private static BigDecimal parsed(String name, String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw tooLarge(name, text, "at most " + LONGEST_NUMBER + " characters");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new Unfit(Refusal.of(Reason.NOT_A_NUMBER, name, text, "a number such as 12.50"));
    }
  }

  private static Unfit tooLarge(String name, String text, String rule) {
    return new Unfit(Refusal.of(Reason.NUMBER_TOO_LARGE, name, text, rule));
  }
}
