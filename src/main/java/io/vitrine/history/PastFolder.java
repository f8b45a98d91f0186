package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The files of a RetailRocket set in a folder: each plain, as {@code .gz}, as {@code .zip}, or all
 * in one archive.
 *
 * @param events what visitors did
 * @param properties of the items, in one file or two; may be missing
 * @param tree of the categories; may be missing
 */
record PastFolder(PastFile events, List<PastFile> properties, Optional<PastFile> tree) {

  private static final List<String> PARTS =
      List.of("item_properties_part1.csv", "item_properties_part2.csv");

  /**
   * Finds the files.
   *
   * @throws Problem when there is no such folder or no events in it
   */
  static PastFolder find(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Problem.absent("folder_missing", "there is no folder " + folder);
    }
    PastFile events =
        file(folder, "events.csv")
            .orElseThrow(
                () ->
                    Problem.absent(
                        "file_missing",
                        folder + " has no events.csv, neither plain nor as .gz or .zip"));
    return new PastFolder(events, properties(folder), file(folder, "category_tree.csv"));
  }

  private static List<PastFile> properties(Path folder) {
    List<PastFile> parts = PARTS.stream().flatMap(name -> file(folder, name).stream()).toList();
    return parts.isEmpty() ? file(folder, "item_properties.csv").stream().toList() : parts;
  }

  private static Optional<PastFile> file(Path folder, String name) {
    return Stream.of("", ".gz", ".zip")
        .map(ending -> folder.resolve(name + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> archive(folder, name))
        .map(path -> new PastFile(name, path));
  }

  private static Optional<Path> archive(Path folder, String name) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".zip"))
          .sorted()
          .filter(file -> holds(file, name))
          .findFirst();
    } catch (IOException e) {
      throw Problem.ours("folder_unreadable", folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean holds(Path archive, String name) {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return zip.stream().anyMatch(entry -> PastFile.isNamed(entry, name));
    } catch (IOException e) {
      throw Problem.ours(
          "file_damaged", archive.getFileName() + " is no zip archive: " + e.getMessage(), e);
    }
  }

  /** Every file, the events first. */
  List<PastFile> all() {
    List<PastFile> all = new ArrayList<>(List.of(events));
    all.addAll(properties);
    tree.ifPresent(all::add);
    return all;
  }
}
