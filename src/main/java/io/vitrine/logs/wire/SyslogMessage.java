package io.vitrine.logs.wire;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message of syslog as fields: RFC 5424, else RFC 3164, else its text as it is. */
final class SyslogMessage {

  private static final Pattern MODERN =
      Pattern.compile(
          "^<(\\d{1,3})>1 (\\S+) (\\S+) (\\S+) (\\S+) (\\S+) (-|(?:\\[(?:[^\\]\\\\]|\\\\.)*])+)(?: (.*))?$",
          Pattern.DOTALL);
  private static final Pattern OLD =
      Pattern.compile(
          "^<(\\d{1,3})>([A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d) (\\S+) ([^\\s:\\[]+)(?:\\[(\\d+)])?:? ?(.*)$",
          Pattern.DOTALL);
  private static final Pattern BARE = Pattern.compile("^<(\\d{1,3})>(.*)$", Pattern.DOTALL);
  private static final Pattern PAIR = Pattern.compile("([^\\s=\\]\"]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int LONGEST = 64 * 1024;

  private SyslogMessage() {}

  /**
   * The fields of a message.
   *
   * @param clock gives the year that old messages do not say
   * @param zone in which old messages tell their time
   */
  static Map<String, Object> read(String sent, Clock clock, ZoneId zone) {
    String text = sent.length() > LONGEST ? sent.substring(0, LONGEST) : sent;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("log_type", "log");
    fields.put("source", "syslog");
    Matcher modern = MODERN.matcher(text);
    if (modern.matches()) {
      return modern(fields, modern);
    }
    Matcher old = OLD.matcher(text);
    if (old.matches()) {
      priority(fields, old.group(1));
      put(fields, "timestamp", time(old.group(2), clock, zone));
      put(fields, "host", old.group(3));
      put(fields, "service", old.group(4));
      put(fields, "process_id", old.group(5));
      put(fields, "message", old.group(6));
      return fields;
    }
    Matcher bare = BARE.matcher(text);
    if (bare.matches()) {
      priority(fields, bare.group(1));
      put(fields, "message", bare.group(2).strip());
      return fields;
    }
    fields.put("message", text.strip());
    return fields;
  }

  private static Map<String, Object> modern(Map<String, Object> fields, Matcher parts) {
    priority(fields, parts.group(1));
    put(fields, "timestamp", parts.group(2));
    put(fields, "host", parts.group(3));
    put(fields, "service", parts.group(4));
    put(fields, "process_id", parts.group(5));
    put(fields, "message_id", parts.group(6));
    structured(fields, parts.group(7));
    String message = parts.group(8);
    put(fields, "message", message == null ? null : message.replace("\ufeff", "").strip());
    return fields;
  }

  /** Structured data: each parameter under the name of its element. */
  private static void structured(Map<String, Object> fields, String data) {
    if (data.equals("-")) {
      return;
    }
    for (String element : data.substring(1, data.length() - 1).split("]\\[", -1)) {
      String name = element.split(" ", 2)[0];
      Matcher pair = PAIR.matcher(element);
      while (pair.find()) {
        String value = pair.group(2).replaceAll("\\\\([\"\\\\\\]])", "$1");
        fields.put(name + "." + pair.group(1), value);
      }
    }
  }

  /** Eight severities for each facility. */
  private static void priority(Map<String, Object> fields, String text) {
    int priority = Integer.parseInt(text);
    fields.put("level", Integer.toString(priority & 7));
    fields.put("facility", priority >> 3);
  }

  private static void put(Map<String, Object> fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty() && !value.equals("-")) {
      fields.put(name, value);
    }
  }

  private static @Nullable String time(String text, Clock clock, ZoneId zone) {
    LocalDateTime now = LocalDateTime.now(clock.withZone(zone));
    DateTimeFormatter form =
        new DateTimeFormatterBuilder()
            .appendPattern("MMM ppd HH:mm:ss")
            .parseDefaulting(ChronoField.YEAR, now.getYear())
            .toFormatter(Locale.ENGLISH);
    try {
      LocalDateTime said = LocalDateTime.parse(text, form);
      // In January a message of December is last year's.
      LocalDateTime at = said.isAfter(now.plusDays(2)) ? said.minusYears(1) : said;
      return at.atZone(zone).toInstant().toString();
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
