package io.vitrine.logs;

import io.vitrine.model.Field;
import io.vitrine.model.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes logs into a file row by row, and knows at its end how many they were and what the file's
 * SHA-256 is.
 */
abstract sealed class LogExport {

  private final Fingerprint fingerprint = new Fingerprint();
  private OutputStream out = OutputStream.nullOutputStream();
  final JsonMapper json;
  private long rows;

  LogExport(JsonMapper json) {
    this.json = json;
  }

  abstract String mediaType();

  abstract String head();

  abstract String form(Map<String, Object> log, boolean first);

  abstract String tail();

  void begin(OutputStream stream) throws IOException {
    out = fingerprint.of(stream);
    write(head());
  }

  void row(Map<String, Object> log) throws IOException {
    write(form(log, rows == 0));
    rows++;
  }

  void end() throws IOException {
    write(tail());
    out.flush();
  }

  /** What is told after the file's end, so that a reader can tell that it has all of it. */
  Map<String, String> trailers() {
    return Map.of(Fingerprint.ROWS, Long.toString(rows), Fingerprint.TRAILER, fingerprint.end());
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A line of names, then a line a log; fields that are not ours in the last column, as JSON.
   * Strangers write into logs, so a text that a spreadsheet would run has a {@code '} before it.
   */
  static final class Csv extends LogExport {

    private static final String RUN = "=+-@\t\r";
    private static final List<String> COLUMNS =
        Arrays.stream(Field.values())
            .filter(field -> field.group() != Field.Group.EXPERIMENT)
            .map(Field::wireName)
            .toList();

    Csv(JsonMapper json) {
      super(json);
    }

    @Override
    String mediaType() {
      return "text/csv;charset=UTF-8;header=present";
    }

    @Override
    String head() {
      return String.join(",", COLUMNS) + ",others\r\n";
    }

    @Override
    String form(Map<String, Object> log, boolean first) {
      StringBuilder line = new StringBuilder();
      Map<String, Object> others = new LinkedHashMap<>(log);
      for (String column : COLUMNS) {
        Object value = others.remove(column);
        line.append(quoted(value instanceof String text ? harmless(text) : written(value)))
            .append(',');
      }
      return line.append(quoted(others.isEmpty() ? "" : json.writeValueAsString(others)))
          .append("\r\n")
          .toString();
    }

    private static String written(@Nullable Object value) {
      return value == null ? "" : value.toString();
    }

    private static String harmless(String text) {
      return !text.isEmpty() && RUN.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
      boolean plain =
          text.chars()
              .noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
      return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    String tail() {
      return "";
    }
  }

  /** One list. */
  static final class JsonList extends LogExport {

    JsonList(JsonMapper json) {
      super(json);
    }

    @Override
    String mediaType() {
      return "application/json";
    }

    @Override
    String head() {
      return "[";
    }

    @Override
    String form(Map<String, Object> log, boolean first) {
      return (first ? "\n" : ",\n") + json.writeValueAsString(log);
    }

    @Override
    String tail() {
      return "\n]\n";
    }
  }

  /** One object a line. */
  static final class JsonLines extends LogExport {

    JsonLines(JsonMapper json) {
      super(json);
    }

    @Override
    String mediaType() {
      return "application/x-ndjson";
    }

    @Override
    String head() {
      return "";
    }

    @Override
    String form(Map<String, Object> log, boolean first) {
      return json.writeValueAsString(log) + "\n";
    }

    @Override
    String tail() {
      return "";
    }
  }
}
