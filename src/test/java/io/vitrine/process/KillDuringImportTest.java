package io.vitrine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.demo.RetailRocketSet;
import io.vitrine.model.Comparison;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.past.ImportRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import that is killed at any moment leaves the store as before or as after, and the next one
 * goes on. {@code -Dkill.rounds=...} and {@code -Dkill.seed=...} as in {@link
 * KillDuringIngestTest}.
 */
@Tag("process")
class KillDuringImportTest {

  private static final long EVENTS = 30_000;
  private static final Period ALL =
      new Period(LocalDate.parse("2015-05-01"), LocalDate.parse("2015-09-30"));

  @TempDir Path folder;

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final int rounds = Integer.getInteger("kill.rounds", 3);
  private final Random random = new Random(seed);

  /** What the store holds: whether the import is done, and figures over all of it. */
  private record State(boolean done, List<Object> figures) {}

  @Test
  void theStoreIsAsBeforeOrAsAfter() throws Exception {
    Path files = folder.resolve("files");
    new RetailRocketSet(7, EVENTS).write(files, part -> {});
    killManyTimes("retailrocket", files.toString());
  }

  @Test
  void soItIsWithAnyOtherShopsFile() throws Exception {
    Path file = folder.resolve("invoices.csv");
    Files.writeString(file, invoices());
    killManyTimes("mapped", file.toString(), "--mapping", "online-retail");
  }

  /** Eight thousand invoices of three lines. */
  private static String invoices() {
    StringBuilder text =
        new StringBuilder(
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
    for (int line = 0; line < 24_000; line++) {
      int invoice = line / 3;
      text.append(
          "%d,P%d,THING,%d,2015-06-%02d %02d:%02d:00,2.5%d,%d,France\n"
              .formatted(
                  invoice,
                  line % 101,
                  1 + line % 7,
                  1 + invoice % 28,
                  invoice % 24,
                  invoice % 60,
                  line % 10,
                  1_000 + invoice % 900));
    }
    return text.toString();
  }

  private void killManyTimes(String... files) throws Exception {
    System.out.println("KillDuringImportTest: -Dkill.seed=" + seed);
    long longest = millisecondsOf(run(files, folder.resolve("whole")));
    State after = state(folder.resolve("whole"));
    State before = state(folder.resolve("empty"));
    assertThat(after.done()).isTrue();
    Path data = folder.resolve("data");
    for (int round = 0; round < rounds; round++) {
      killed(files, data, random.nextLong(longest));
      State found = state(data);
      assertThat(found).isIn(before, after);
      if (found.done()) {
        data = folder.resolve("data-" + round);
      }
    }
    assertThat(run(files, data).waitFor()).isZero();
    assertThat(state(data)).isEqualTo(after);
    assertThat(run(files, data).waitFor()).isZero();
    assertThat(state(data)).isEqualTo(after);
  }

  /** How long an import takes from when it begins to read to its end. */
  private static long millisecondsOf(Process whole) throws Exception {
    awaitSettings(whole);
    long begun = System.nanoTime();
    whole.inputReader(StandardCharsets.UTF_8).transferTo(Writer.nullWriter());
    assertThat(whole.waitFor()).isZero();
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /** Kills it so long after it has begun to read. */
  private static void killed(String[] files, Path data, long milliseconds) throws Exception {
    Process process = run(files, data);
    try {
      awaitSettings(process);
      Thread.sleep(milliseconds);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Its first words on standard error come when the settings have been read. */
  private static void awaitSettings(Process process) throws IOException {
    BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      if (line.contains("Started Vitrine")) {
        return;
      }
    }
  }

  private static Process run(String[] files, Path data) throws IOException {
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
                System.getProperty("java.class.path"),
                "io.vitrine.Vitrine",
                "import"));
    command.addAll(List.of(files));
    command.addAll(List.of("--data", data.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private State state(Path data) {
    StoreSettings settings =
        StoreSettings.of(data, ZoneId.of("Europe/Paris"), Currency.getInstance("EUR"));
    try (EventStore store = DuckEventStore.open(settings, Clock.systemUTC())) {
      List<Object> figures = new ArrayList<>();
      store
          .answer(
              new Question.Totals(
                  List.of(
                      Metric.VISITORS,
                      Metric.SESSIONS,
                      Metric.VIEWS,
                      Metric.ORDERS,
                      Metric.REVENUE),
                  ALL,
                  List.of(),
                  Comparison.NONE))
          .rows()
          .getFirst()
          .forEach(value -> figures.add(String.valueOf(value)));
      figures.add(store.extent().events());
      List<ImportRecord> imports = store.imports().all();
      imports.forEach(done -> figures.add(done.events()));
      return new State(!imports.isEmpty(), figures);
    }
  }
}
