package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file that were left out, in a file of their own: file, line, reason, text. It is
 * begun by the first reader, so that what an earlier, killed import has found in a file that need
 * not be read again is still there. Thread-safe.
 */
final class Rejects implements AutoCloseable {

  private static final String HEADING = "file,line,reason,text\n";

  private final Path path;
  private @Nullable BufferedWriter out;

  Rejects(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Begins the file anew unless that was done. */
  synchronized BufferedWriter begin() {
    BufferedWriter open = out;
    if (open != null) {
      return open;
    }
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      open = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
      open.write(HEADING);
      out = open;
      return open;
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  void add(String file, long line, Reason reason, String text) {
    add(file, line, reason.wireName(), text);
  }

  synchronized void add(String file, long line, String reason, String text) {
    try {
      begin().write(named(file) + "," + line + "," + reason + "," + quoted(text) + "\n");
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** A file's name, in quotes where it would be read as something else. */
  private static String named(String file) {
    return file.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign < ' ')
        ? quoted(file)
        : file;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public synchronized void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /**
   * Joins some files of rejects to one and deletes them.
   *
   * @return how many rows were left out, by reason
   */
  static Map<String, Long> join(List<Rejects> parts, Path whole) {
    Map<String, Long> counts = new TreeMap<>();
    try (BufferedWriter out = Files.newBufferedWriter(whole, StandardCharsets.UTF_8)) {
      out.write(HEADING);
      for (Rejects part : parts) {
        part.close();
        copy(part.path, out, counts);
      }
    } catch (IOException e) {
      throw failed(whole, e);
    }
    parts.forEach(Rejects::delete);
    return counts;
  }

  private static void copy(Path from, BufferedWriter to, Map<String, Long> counts)
      throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (BufferedReader in = Files.newBufferedReader(from, StandardCharsets.UTF_8)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        to.write(line + "\n");
        counts.merge(reason(line), 1L, Long::sum);
      }
    }
  }

  private static String reason(String line) {
    int begin = line.indexOf(',', line.indexOf(',') + 1) + 1;
    return line.substring(begin, line.indexOf(',', begin));
  }

  private void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private static Problem failed(Path path, IOException e) {
    return Problem.ours(
        "rejects_not_written", "cannot write the rejects to " + path + ": " + e.getMessage(), e);
  }
}
