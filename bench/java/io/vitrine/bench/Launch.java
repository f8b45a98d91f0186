package io.vitrine.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How the product is started; bench/run fills this in as the launcher would. */
final class Launch {

  @Option(names = "--jar", required = true, hidden = true)
  private Path jar = Path.of("");

  @Option(names = "--java", required = true, hidden = true)
  private String java = "";

  @Option(names = "--java-option", hidden = true)
  private List<String> options = new ArrayList<>();

  @Option(names = "--work", required = true, hidden = true)
  private Path work = Path.of("");

  String[] options() {
    return options.toArray(String[]::new);
  }

  Path jar() {
    return jar;
  }

  /** The virtual machine with the launcher's options and more. */
  List<String> machine(String... more) {
    List<String> machine = new ArrayList<>(List.of(java));
    machine.addAll(options);
    machine.addAll(List.of(more));
    return machine;
  }

  /** Where measurements keep what they make. */
  Path work() {
    return work;
  }

  /** A new folder that {@link #remove} takes away. */
  Path folder(String name) throws IOException {
    Files.createDirectories(work);
    return Files.createTempDirectory(work, name);
  }

  /** Where the server's words go. */
  Path log(String name) {
    return work.resolve(name + ".log");
  }

  static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, IOException failure)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
