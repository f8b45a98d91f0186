package io.vitrine.history;

import io.vitrine.model.Field;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of a file's texts as its layout writes them. Immutable. */
final class Values {

  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern EXPONENT =
      Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?[eE][+-]?\\d{1,2}");

  private final char decimal;
  private final Moments moments;

  Values(Mapping.Layout layout) {
    this.decimal = layout.decimal();
    this.moments = layout.moments();
  }

  /** What a mapping takes from a row; null when there is nothing. */
  static @Nullable String text(Mapping.@Nullable Taken taken, PastRow row) {
    if (taken == null) {
      return null;
    }
    String constant = taken.constant();
    String given = constant == null && taken.column() != null ? row.text(taken.column()) : constant;
    if (given == null) {
      return null;
    }
    String bare = taken.whole() ? whole(given) : given;
    return taken.values().getOrDefault(bare, bare);
  }

  private static String whole(String text) {
    int point = text.indexOf('.');
    if (point < 0) {
      return text;
    }
    if (!text.substring(point + 1).chars().allMatch(digit -> digit == '0')) {
      throw new Unreadable("number_invalid", "'" + text + "' is not a whole number");
    }
    return text.substring(0, point);
  }

  /** The value of a field in its carrier. */
  Object of(Field field, String text) {
    return switch (field.type()) {
      case TEXT -> text;
      case INTEGER -> integer(field.wireName(), text);
      case DECIMAL -> decimal(field.wireName(), text);
      case NUMBER -> decimal(field.wireName(), text).doubleValue();
      case FLAG -> flag(field.wireName(), text);
      case INSTANT -> moments.read(text);
    };
  }

  long integer(String name, String text) {
    try {
      return decimal(name, text).longValueExact();
    } catch (ArithmeticException e) {
      throw new Unreadable("number_invalid", name + " is '" + text + "', not a whole number");
    }
  }

  BigDecimal decimal(String name, String text) {
    BigDecimal number = decimalOrNull(text);
    if (number == null) {
      throw new Unreadable("number_invalid", name + " is '" + text + "', not a number");
    }
    return number;
  }

  @Nullable BigDecimal decimalOrNull(String text) {
    String plain = decimal == '.' ? text : swapped(text);
    return NUMBER.matcher(plain).matches() || EXPONENT.matcher(plain).matches()
        ? new BigDecimal(plain)
        : null;
  }

  /** A decimal comma as a point; points between thousands go. */
  private static String swapped(String text) {
    return text.replace(".", "").replace(',', '.');
  }

  private static boolean flag(String name, String text) {
    Boolean flag = FLAGS.get(text.toLowerCase(Locale.ROOT));
    if (flag == null) {
      throw new Unreadable("flag_invalid", name + " is '" + text + "', neither true nor false");
    }
    return flag;
  }
}
