package io.vitrine.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A RetailRocket set of a few rows, each written to be counted by hand. */
final class SmallSet {

  static final String EVENTS = "events.csv";
  static final String PART1 = "item_properties_part1.csv";
  static final String PART2 = "item_properties_part2.csv";
  static final String TREE = "category_tree.csv";

  /** Milliseconds of 2015-06-01 00:00 UTC. */
  static final long DAY = 1_433_116_800_000L;

  static final long MINUTE = 60_000L;

  private final Map<String, String> files = new LinkedHashMap<>();

  SmallSet() {
    files.put(
        EVENTS,
        lines(
            "timestamp,visitorid,event,itemid,transactionid",
            at(0) + ",1,view,10,",
            at(10) + ",1,addtocart,10,",
            at(20) + ",1,transaction,10,500",
            at(20) + ",1,transaction,11,500",
            at(20) + ",1,transaction,11,500",
            at(60) + ",1,view,12,",
            at(24 * 60) + ",2,view,10,",
            at(24 * 60 + 31) + ",2,view,10,",
            at(24 * 60 + 40) + ",3,transaction,13,501",
            "0,4,view,10,",
            at(1) + ",-4,view,10,",
            at(1) + ",4,wish,10,",
            at(1) + ",4,transaction,10,",
            at(1) + ",4"));
    files.put(
        PART1,
        lines(
            "timestamp,itemid,property,value",
            at(-100) + ",10,790,n1000.000",
            at(15) + ",10,790,n2500.000",
            at(-100) + ",10,categoryid,3",
            at(-100) + ",10,available,0",
            at(5) + ",10,available,1",
            at(24 * 60 + 41) + ",13,790,n9.000"));
    files.put(
        PART2,
        lines(
            "timestamp,itemid,property,value",
            at(-50) + ",11,790,n300.500",
            at(30) + ",12,categoryid,2",
            at(-50) + ",11,888,n5.000 17 n6.000"));
    files.put(TREE, lines("categoryid,parentid", "1,", "2,1", "3,2"));
  }

  static long at(long minutes) {
    return DAY + minutes * MINUTE;
  }

  static String lines(String... lines) {
    return String.join("\n", List.of(lines)) + "\n";
  }

  String text(String file) {
    return String.valueOf(files.get(file));
  }

  SmallSet with(String file, String text) {
    files.put(file, text);
    return this;
  }

  SmallSet without(String file) {
    files.remove(file);
    return this;
  }

  /** Writes the files as they are. */
  Path write(Path folder) {
    files.forEach(
        (name, text) -> write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
    return folder;
  }

  /** Writes each file packed on its own. */
  Path writeGzip(Path folder) {
    files.forEach(
        (name, text) -> {
          try (OutputStream out =
              new GZIPOutputStream(Files.newOutputStream(made(folder).resolve(name + ".gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return folder;
  }

  /** Writes all files into one archive, in a folder of their own. */
  Path writeZip(Path folder) {
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(made(folder).resolve("archive.zip")))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry("dataset/" + file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path made(Path folder) throws IOException {
    return Files.createDirectories(folder);
  }
}
