package io.vitrine.logs.upload;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of a web server's access log, in the combined or the common form of Apache and nginx. */
final class AccessLine {

  private static final Pattern START = Pattern.compile("^\\S+ \\S+ \\S+ \\[[^]]{10,40}] \"");
  private static final Pattern LINE =
      Pattern.compile(
          "^(\\S+) (\\S+) (\\S+) \\[([^]]+)] \"((?:[^\"\\\\]|\\\\.)*)\" (\\d{3}) (\\d+|-)"
              + "(?: \"((?:[^\"\\\\]|\\\\.)*)\" \"((?:[^\"\\\\]|\\\\.)*)\"(?: .*)?)?$");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private AccessLine() {}

  static boolean looksLike(String line) {
    return START.matcher(line).find();
  }

  /** The fields of a line, or null when it is none. */
  static @Nullable Map<String, Object> read(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("log_type", "log");
    fields.put("timestamp", time(parts.group(4)));
    fields.put("service", "web");
    fields.put("source", "access_log");
    fields.put("ip", parts.group(1));
    put(fields, "user_id", parts.group(3));
    long status = Long.parseLong(parts.group(6));
    fields.put("status_code", status);
    fields.put("level", level(status));
    if (!parts.group(7).equals("-")) {
      fields.put("bytes", Long.valueOf(parts.group(7)));
    }
    put(fields, "referrer", parts.group(8));
    put(fields, "user_agent", parts.group(9));
    request(fields, parts.group(5), status);
    return fields;
  }

  private static void request(Map<String, Object> fields, String request, long status) {
    fields.put("message", request + " " + status);
    String[] words = request.split(" ", 3);
    if (words.length == 3) {
      fields.put("method", words[0]);
      fields.put("endpoint", words[1]);
      fields.put("protocol", words[2]);
    }
  }

  private static void put(Map<String, Object> fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty() && !value.equals("-")) {
      fields.put(name, value);
    }
  }

  private static String time(String text) {
    try {
      return OffsetDateTime.parse(text, TIME).toInstant().toString();
    } catch (DateTimeException impossible) {
      return text;
    }
  }

  private static String level(long status) {
    if (status >= 500) {
      return "ERROR";
    }
    return status >= 400 ? "WARN" : "INFO";
  }
}
