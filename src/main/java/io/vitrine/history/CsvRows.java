package io.vitrine.history;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of CSV (RFC 4180, line breaks within quotes included) under a line of names. */
final class CsvRows implements PastRows {

  private static final int LONGEST_FIELD = 1 << 20;

  private final String file;
  private final char delimiter;
  private final CloseableIterator<CsvRecord> records;
  private List<String> columns = List.of();
  private final Map<String, Integer> places = new HashMap<>();

  private CsvRows(String file, CloseableIterator<CsvRecord> records, char delimiter) {
    this.file = file;
    this.records = records;
    this.delimiter = delimiter;
  }

  static CsvRows open(String file, Reader reader, char delimiter) {
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_FIELD)
            .ofCsvRecord(reader);
    CsvRows rows = new CsvRows(file, csv.iterator(), delimiter);
    try {
      rows.readNames();
      return rows;
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  private void readNames() {
    CsvRecord names = record();
    if (names == null) {
      throw MappedFile.empty(file);
    }
    columns = names.getFields().stream().map(String::strip).toList();
    if (columns.stream().anyMatch(CsvRows::isBinary)) {
      throw MappedFile.binary(file);
    }
    for (int i = 0; i < columns.size(); i++) {
      places.putIfAbsent(columns.get(i), i);
    }
  }

  private static boolean isBinary(String name) {
    return name.chars()
        .anyMatch(character -> character < ' ' && character != '\t' && character != '\n');
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public @Nullable PastRow next() {
    CsvRecord record = record();
    return record == null
        ? null
        : new Row(
            record.getStartingLineNumber(), record.getFields(), places, columns.size(), delimiter);
  }

  private @Nullable CsvRecord record() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException | CsvParseException e) {
      throw broken(e);
    }
  }

  private Problem broken(RuntimeException e) {
    return e.getCause() instanceof IOException io
        ? MappedFile.failed(file, io)
        : Problem.caller("csv_broken", file + " is broken CSV: " + e.getMessage());
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw MappedFile.failed(file, e);
    }
  }

  private record Row(
      long line, List<String> fields, Map<String, Integer> places, int columns, char delimiter)
      implements PastRow {

    @Override
    public @Nullable String text(String path) {
      Integer place = places.get(path);
      if (place == null || place >= fields.size()) {
        return null;
      }
      String text = fields.get(place).strip();
      return text.isEmpty() ? null : text;
    }

    @Override
    public List<PastRow> parts(String path) {
      return List.of();
    }

    @Override
    public String whole() {
      return String.join(String.valueOf(delimiter), fields);
    }

    @Override
    public @Nullable String fault() {
      if (fields.size() < places.size()) {
        return "fields_missing";
      }
      boolean more = fields.stream().skip(columns).anyMatch(field -> !field.isBlank());
      return more ? "fields_beyond" : null;
    }
  }
}
