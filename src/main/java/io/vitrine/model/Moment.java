package io.vitrine.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads an instant as senders write it: ISO 8601 with or without seconds, fraction (to nine digits)
 * and zone, where no zone means UTC and a date alone means its first instant; or a count since
 * 1970, of seconds below 1e11, milliseconds below 1e14, microseconds below 1e17, nanoseconds above.
 * Instants are cut to the millisecond.
 */
public final class Moment {

  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final long MILLIS_BELOW = SECONDS_BELOW * 1_000;
  private static final long MICROS_BELOW = MILLIS_BELOW * 1_000;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final int LONGEST = 40;

  private final String text;
  private int at;

  private Moment(String text) {
    this.text = text;
  }

  /** The instant, or null when the text is not one. */
  public static @Nullable Instant of(String given) {
    String text = given.strip();
    if (text.length() > LONGEST) {
      return null;
    }
    return isCount(text) ? ofCount(text) : new Moment(text).read();
  }

  /** The instant of a count since 1970. */
  public static @Nullable Instant of(long count) {
    if (count == Long.MIN_VALUE) {
      return null;
    }
    long size = Math.abs(count);
    if (size < SECONDS_BELOW) {
      return Instant.ofEpochSecond(count);
    }
    if (size < MILLIS_BELOW) {
      return Instant.ofEpochMilli(count);
    }
    long divisor = size < MICROS_BELOW ? 1_000 : 1_000_000;
    return Instant.ofEpochMilli(Math.floorDiv(count, divisor));
  }

  /** The instant of a count since 1970 that may have a fraction. */
  public static @Nullable Instant of(BigDecimal count) {
    if (count.abs().compareTo(MOST) > 0) {
      return null;
    }
    long whole = count.setScale(0, RoundingMode.FLOOR).toBigInteger().longValue();
    if (Math.abs(whole) >= SECONDS_BELOW) {
      return of(whole);
    }
    BigDecimal millis = count.movePointRight(3).setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochMilli(millis.longValueExact());
  }

  private static boolean isCount(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && c != '.' && (c != '-' || i > 0)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static @Nullable Instant ofCount(String text) {
    try {
      return of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable Instant read() {
    long day = day();
    if (day == Long.MIN_VALUE) {
      return null;
    }
    if (at == text.length()) {
      return Instant.ofEpochSecond(day * 86_400);
    }
    long millis = timeOfDay();
    long offset = millis < 0 ? -1 : offsetSeconds();
    if (offset == Long.MIN_VALUE || millis < 0 || at != text.length()) {
      return null;
    }
    return Instant.ofEpochMilli((day * 86_400 - offset) * 1_000 + millis);
  }

  private long day() {
    int year = digits(4);
    int month = after('-') ? digits(2) : -1;
    int day = after('-') ? digits(2) : -1;
    if (year < 0 || month < 1 || month > 12 || day < 1) {
      return Long.MIN_VALUE;
    }
    return day > YearMonth.of(year, month).lengthOfMonth()
        ? Long.MIN_VALUE
        : LocalDate.of(year, month, day).toEpochDay();
  }

  /** Milliseconds since midnight, or -1. A leap second (60) is the second after it. */
  private long timeOfDay() {
    if (!after('T') && !after('t') && !after(' ')) {
      return -1;
    }
    int hour = digits(2);
    int minute = after(':') ? digits(2) : -1;
    int second = after(':') ? digits(2) : 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return -1;
    }
    return (hour * 3_600L + minute * 60L + second) * 1_000 + fractionMillis();
  }

  private int fractionMillis() {
    if (!after('.') && !after(',')) {
      return 0;
    }
    int start = at;
    int millis = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (at - start < 3) {
        millis = millis * 10 + (text.charAt(at) - '0');
      }
      at++;
    }
    return switch (at - start) {
      case 0 -> Integer.MIN_VALUE / 2;
      case 1 -> millis * 100;
      case 2 -> millis * 10;
      default -> millis;
    };
  }

  /** Seconds east of UTC; the smallest number when it cannot be read. */
  private long offsetSeconds() {
    after(' ');
    if (at == text.length() || after('Z') || after('z')) {
      return 0;
    }
    if (text.startsWith("UTC", at) || text.startsWith("GMT", at)) {
      at += 3;
      return 0;
    }
    int sign = sign();
    int hours = sign == 0 ? -1 : digits(2);
    boolean minutesFollow = after(':') || at < text.length();
    int minutes = minutesFollow ? digits(2) : 0;
    return hours < 0 || hours > 18 || minutes < 0 || minutes > 59
        ? Long.MIN_VALUE
        : sign * (hours * 3_600L + minutes * 60L);
  }

  private int sign() {
    if (after('+')) {
      return 1;
    }
    return after('-') || after('\u2212') ? -1 : 0;
  }

  private boolean after(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (at == text.length() || !isDigit(text.charAt(at))) {
        return -1;
      }
      value = value * 10 + (text.charAt(at++) - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
