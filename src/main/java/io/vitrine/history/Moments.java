package io.vitrine.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads the times of a file. A local time that does not exist because clocks were put forward is
 * the one that much later; one that exists twice is the earlier.
 *
 * @param pattern {@code iso}, {@code seconds}, {@code milliseconds}, or letters of {@link
 *     DateTimeFormatter}
 * @param zone of times without an offset
 */
record Moments(String pattern, ZoneId zone, DateTimeFormatter formatter) {

  /**
   * For a pattern.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Moments of(String pattern, ZoneId zone) {
    return new Moments(pattern, zone, formatter(pattern));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return switch (pattern) {
      case "iso", "seconds", "milliseconds" -> DateTimeFormatter.ISO_DATE_TIME;
      // Strict reading refuses the 30th of February, and asks for u where people write y.
      default ->
          DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
    };
  }

  /**
   * The instant of a text.
   *
   * @throws Unreadable when it does not fit the pattern
   */
  Instant read(String text) {
    try {
      return switch (pattern) {
        case "seconds" -> Instant.ofEpochSecond(Long.parseLong(text));
        case "milliseconds" -> Instant.ofEpochMilli(Long.parseLong(text));
        case "iso" -> parsed(text.replace(' ', 'T'));
        default -> parsed(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new Unreadable("timestamp_invalid", "'" + text + "' is no time of " + pattern);
    }
  }

  private Instant parsed(String text) {
    DateTimeFormatter by =
        pattern.equals("iso") && text.length() == 10 ? DateTimeFormatter.ISO_DATE : formatter;
    TemporalAccessor read =
        by.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (read) {
      case OffsetDateTime at -> at.toInstant();
      case LocalDateTime local -> local.atZone(zone).toInstant();
      default -> LocalDate.from(read).atStartOfDay(zone).toInstant();
    };
  }
}
