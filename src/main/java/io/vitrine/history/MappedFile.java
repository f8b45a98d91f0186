package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens files of any shop: plain, gzip, or alone in a zip archive. */
final class MappedFile {

  private static final int BUFFER = 1 << 16;

  private MappedFile() {}

  /**
   * Finds a file.
   *
   * @throws Problem when there is none, or an archive has not exactly one file in it
   */
  static PastFile find(Path path) {
    if (!Files.isRegularFile(path)) {
      throw Problem.absent("file_missing", "there is no file " + path);
    }
    String name = path.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip")) {
      return new PastFile(onlyEntry(path), path);
    }
    String bare = lower.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return new PastFile(bare, path);
  }

  private static String onlyEntry(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<String> names =
          zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
      if (names.size() == 1) {
        return names.getFirst();
      }
      throw Problem.caller(
          "archive_ambiguous",
          path.getFileName() + " has " + names.size() + " files in it: there must be one");
    } catch (IOException e) {
      throw damaged(path.getFileName().toString(), e);
    }
  }

  /**
   * Opens its rows.
   *
   * @param temporary folder for what must lie on disk to be read
   * @param progress is told how many bytes of the file were read
   */
  static PastRows rows(
      PastFile file, Mapping.Layout layout, Path temporary, LongConsumer progress) {
    return switch (layout.format()) {
      case CSV -> CsvRows.open(file.name(), reader(file, layout, progress), layout.delimiter());
      case NDJSON -> new JsonLines(file.name(), reader(file, layout, progress));
      case JSON -> new JsonList(file.name(), reader(file, layout, progress));
      case PARQUET -> ParquetRows.open(file, temporary, progress);
    };
  }

  private static Reader reader(PastFile file, Mapping.Layout layout, LongConsumer progress) {
    try {
      InputStream in = file.stream(progress);
      InputStreamReader text =
          new InputStreamReader(
              in,
              layout
                  .encoding()
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT));
      return withoutMark(new BufferedReader(text, BUFFER));
    } catch (IOException e) {
      throw failed(file.name(), e);
    }
  }

  private static Reader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** What a failure to read a file means. */
  static Problem failed(String name, IOException e) {
    return switch (e) {
      case CharacterCodingException wrong ->
          Problem.caller(
              "encoding_wrong",
              name
                  + " has bytes that its encoding does not know: name the right one in the mapping");
      case EOFException cut -> damaged(name, e);
      case ZipException broken -> damaged(name, e);
      default -> Problem.ours("file_unreadable", name + " cannot be read: " + e.getMessage(), e);
    };
  }

  private static Problem damaged(String name, IOException e) {
    return Problem.caller("file_damaged", name + " is cut off or damaged: " + e.getMessage());
  }

  static Problem binary(String name) {
    return Problem.caller(
        "file_not_text", name + " is not a text file: it begins with binary data");
  }

  static Problem empty(String name) {
    return Problem.caller("file_empty", name + " has no rows");
  }
}
