package io.vitrine.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An import in a process of its own, from the classes of this build. */
final class ImportProcess {

  private ImportProcess() {}

  /** Starts it; its words on both streams are to be read. */
  static Process start(String[] files, Path data) throws IOException {
    return start(List.of("io.vitrine.Vitrine"), files, data);
  }

  /** Starts it where no file may grow beyond so many bytes, as on a disk that is full. */
  static Process startWithin(long bytes, String[] files, Path data) throws IOException {
    return start(List.of(SmallDisk.class.getName(), Long.toString(bytes)), files, data);
  }

  /** Its first words on standard error come when the settings have been read. */
  static void awaitSettings(Process process) throws IOException {
    BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      if (line.contains("Started Vitrine")) {
        return;
      }
    }
  }

  private static Process start(List<String> main, String[] files, Path data) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ServerProcess.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(main);
    command.add("import");
    command.addAll(List.of(files));
    command.addAll(List.of("--data", data.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
