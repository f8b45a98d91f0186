package io.vitrine.history;

import io.vitrine.model.Problem;
import io.vitrine.store.EmbeddedStore;
import io.vitrine.store.FileTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Looks at files before they are imported; nothing is stored. */
public final class Inspection {

  private Inspection() {}

  /**
   * What a file holds.
   *
   * @param file its name when unpacked
   * @param facts of its rows and columns
   */
  public record Inspected(String file, FileTables.Facts facts) {}

  /**
   * Looks at every row of some files: CSV, NDJSON, JSON and Parquet, by their names; plain, gzip,
   * or alone in a zip archive.
   *
   * @param progress is told the part that is done, 0 to 1
   * @throws Problem for the first file that is missing, damaged, or of another format
   */
  public static List<Inspected> of(List<Path> paths, DoubleConsumer progress) {
    List<PastFile> files = paths.stream().map(MappedFile::find).toList();
    Path temporary = temporary();
    try (FileTables tables = EmbeddedStore.files(temporary)) {
      return all(files, tables, temporary, progress);
    } finally {
      remove(temporary);
    }
  }

  private static List<Inspected> all(
      List<PastFile> files, FileTables tables, Path temporary, DoubleConsumer progress) {
    double whole = Math.max(1, files.stream().mapToLong(PastFile::size).sum());
    long done = 0;
    List<Inspected> inspected = new ArrayList<>();
    for (PastFile file : files) {
      FileTables.Format format = format(file);
      try (UnpackedFile unpacked = UnpackedFile.of(file, temporary, read -> {})) {
        inspected.add(new Inspected(file.name(), tables.inspect(unpacked.path(), format)));
      }
      done += file.size();
      progress.accept(done / whole);
    }
    return inspected;
  }

  private static FileTables.Format format(PastFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "csv", "tsv", "txt" -> FileTables.Format.CSV;
      case "json", "ndjson", "jsonl" -> FileTables.Format.JSON;
      case "parquet" -> FileTables.Format.PARQUET;
      default ->
          throw Problem.caller(
              "format_unknown",
              file.name()
                  + " has none of the endings .csv, .tsv, .txt, .json, .ndjson, .jsonl and"
                  + " .parquet, before .gz or .zip");
    };
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("vitrine-inspect");
    } catch (IOException e) {
      throw Problem.ours("file_not_unpacked", "no temporary folder can be made", e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw Problem.ours("file_not_removed", folder + " cannot be removed", e);
    }
  }
}
