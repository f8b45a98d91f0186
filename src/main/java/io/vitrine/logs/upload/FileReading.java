package io.vitrine.logs.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reads the records of a file one after the other; a record is all that is held of it. */
final class FileReading {

  private static final int LONGEST_RECORD = 1_000_000;
  private static final int LOOK = 64 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  /** Is given each record; throws to stop. */
  interface Sink {
    void take(FileRecord record) throws IOException;
  }

  private final Sink sink;

  private FileReading(Sink sink) {
    this.sink = sink;
  }

  static void read(Path file, FileForm form, Sink sink) throws IOException {
    try (InputStream in = FileForm.open(file)) {
      read(in, form, sink);
    }
  }

  static void read(InputStream in, FileForm form, Sink sink) throws IOException {
    FileReading reading = new FileReading(sink);
    switch (form) {
      case JSON, JSON_LIST -> reading.objects(in);
      case NDJSON -> reading.lines(in, form);
      case ACCESS_LOG -> reading.lines(in, form);
      case CSV -> reading.csv(in);
    }
  }

  private void lines(InputStream in, FileForm form) throws IOException {
    TextLines lines = new TextLines(reader(in), LONGEST_RECORD);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (lines.isCut()) {
        sink.take(tooLarge(lines.number(), line));
      } else if (!line.isBlank()) {
        sink.take(
            form == FileForm.NDJSON
                ? json(lines.number(), line.strip())
                : access(lines.number(), line));
      }
    }
  }

  private static FileRecord tooLarge(long line, String text) {
    return FileRecord.broken(
        line, text, "record_too_large", "a record has at most " + LONGEST_RECORD + " bytes");
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), LOOK);
  }

  private static FileRecord json(long line, String text) {
    return FileRecord.of(line, text, text.getBytes(StandardCharsets.UTF_8));
  }

  private static FileRecord access(long line, String text) {
    Map<String, Object> fields = AccessLine.read(text.strip());
    return fields == null
        ? FileRecord.broken(
            line, text, "not_an_access_line", "the line is not in the combined log format")
        : FileRecord.of(line, text, JSON.writeValueAsBytes(fields));
  }

  /** Top-level objects of a text, in a list or not; commas and line breaks between them pass. */
  private void objects(InputStream in) throws IOException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    long line = 1;
    long start = 1;
    int depth = 0;
    boolean quoted = false;
    boolean escaped = false;
    StringBuilder stray = new StringBuilder();
    for (int sign = in.read(); sign >= 0; sign = in.read()) {
      line += sign == '\n' ? 1 : 0;
      if (depth == 0 && sign == '{') {
        stray(start, stray);
        start = line;
      }
      if (depth == 0 && sign != '{') {
        if (sign != ',' && sign != '[' && sign != ']' && !Character.isWhitespace(sign)) {
          start = stray.isEmpty() ? line : start;
          stray.append((char) sign);
        }
        continue;
      }
      keep(object, sign);
      if (quoted) {
        quoted = escaped || sign != '"';
        escaped = !escaped && sign == '\\';
        continue;
      }
      quoted = sign == '"';
      depth += sign == '{' || sign == '[' ? 1 : 0;
      depth -= sign == '}' || sign == ']' ? 1 : 0;
      if (depth == 0) {
        finish(start, object);
      }
    }
    stray(start, stray);
    if (object.size() > 0) {
      sink.take(
          FileRecord.broken(
              start,
              object.toString(StandardCharsets.UTF_8),
              "broken_json",
              "the file ends within this object"));
    }
  }

  private static void keep(ByteArrayOutputStream object, int sign) {
    if (object.size() <= LONGEST_RECORD) {
      object.write(sign);
    }
  }

  private void finish(long start, ByteArrayOutputStream object) throws IOException {
    byte[] json = object.toByteArray();
    object.reset();
    String text = new String(json, 0, Math.min(json.length, 8_000), StandardCharsets.UTF_8);
    sink.take(
        json.length > LONGEST_RECORD ? tooLarge(start, text) : FileRecord.of(start, text, json));
  }

  private void stray(long line, StringBuilder stray) throws IOException {
    if (!stray.isEmpty()) {
      String text = stray.toString();
      stray.setLength(0);
      sink.take(
          FileRecord.broken(line, text, "not_an_object", "this stands outside of any object"));
    }
  }

  private void csv(InputStream in) throws IOException {
    BufferedReader text = reader(in);
    text.mark(LOOK);
    char[] start = new char[LOOK];
    int read = text.read(start);
    if (read < 0) {
      return;
    }
    text.reset();
    String names = new String(start, 0, read).lines().findFirst().orElse("");
    try (CsvReader<CsvRecord> rows = csv(text, separator(names))) {
      List<String> columns = List.of();
      for (CsvRecord row : rows) {
        if (columns.isEmpty()) {
          columns = row.getFields().stream().map(String::strip).toList();
        } else {
          sink.take(row(row, columns));
        }
      }
    } catch (CsvParseException broken) {
      sink.take(FileRecord.broken(0, "", "broken_csv", String.valueOf(broken.getMessage())));
    }
  }

  private static CsvReader<CsvRecord> csv(Reader text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(LONGEST_RECORD)
        .ofCsvRecord(text);
  }

  /** The sign that stands most often in the line of names. */
  private static char separator(String line) {
    char best = ',';
    long most = 0;
    for (char sign : new char[] {',', ';', '\t', '|'}) {
      long count = line.chars().filter(one -> one == sign).count();
      if (count > most) {
        best = sign;
        most = count;
      }
    }
    return best;
  }

  private static FileRecord row(CsvRecord row, List<String> names) {
    long line = row.getStartingLineNumber();
    String text = String.join(",", row.getFields());
    if (row.getFieldCount() > names.size()) {
      return FileRecord.broken(
          line,
          text,
          "too_many_columns",
          row.getFieldCount() + " values stand under " + names.size() + " names");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.getFieldCount(); i++) {
      String value = row.getField(i);
      if (!value.isBlank() && !names.get(i).isEmpty()) {
        fields.putIfAbsent(names.get(i), value);
      }
    }
    return FileRecord.of(line, text, JSON.writeValueAsBytes(fields));
  }
}
