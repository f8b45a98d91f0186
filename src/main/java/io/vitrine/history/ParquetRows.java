package io.vitrine.history;

import io.vitrine.model.Problem;
import io.vitrine.store.EmbeddedStore;
import io.vitrine.store.FileTables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file, each value as its text. */
final class ParquetRows implements PastRows {

  private final UnpackedFile file;
  private final FileTables tables;
  private final FileTables.Rows rows;
  private final Map<String, Integer> places = new HashMap<>();
  private long row;

  private ParquetRows(UnpackedFile file, FileTables tables, FileTables.Rows rows) {
    this.file = file;
    this.tables = tables;
    this.rows = rows;
    for (String name : rows.columns()) {
      places.putIfAbsent(name, places.size());
    }
  }

  static ParquetRows open(PastFile packed, Path temporary, LongConsumer progress) {
    UnpackedFile file = UnpackedFile.of(packed, temporary, progress);
    FileTables tables = EmbeddedStore.files(temporary);
    try {
      return new ParquetRows(file, tables, tables.parquet(file.path()));
    } catch (Problem e) {
      tables.close();
      file.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return rows.columns();
  }

  @Override
  public @Nullable PastRow next() {
    List<@Nullable String> values = rows.next();
    return values == null ? null : new Row(++row, values, places);
  }

  @Override
  public void close() {
    rows.close();
    tables.close();
    file.close();
  }

  private record Row(long line, List<@Nullable String> values, Map<String, Integer> places)
      implements PastRow {

    @Override
    public @Nullable String text(String path) {
      Integer place = places.get(path);
      String text = place == null ? null : values.get(place);
      return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public List<PastRow> parts(String path) {
      return List.of();
    }

    @Override
    public String whole() {
      return values.stream()
          .map(value -> Objects.requireNonNullElse(value, ""))
          .collect(Collectors.joining(","));
    }
  }
}
