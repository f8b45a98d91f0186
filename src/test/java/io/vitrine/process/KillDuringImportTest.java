package io.vitrine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.demo.RetailRocketSet;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @TempDir Path folder;

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final int rounds = Integer.getInteger("kill.rounds", 3);
  private final Random random = new Random(seed);

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
    long longest = millisecondsOf(ImportProcess.start(files, folder.resolve("whole")));
    ImportedState after = ImportedState.of(folder.resolve("whole"));
    ImportedState before = ImportedState.of(folder.resolve("empty"));
    assertThat(after.done()).isTrue();
    Path data = folder.resolve("data");
    for (int round = 0; round < rounds; round++) {
      killed(files, data, random.nextLong(longest));
      ImportedState found = ImportedState.of(data);
      assertThat(found).isIn(before, after);
      if (found.done()) {
        data = folder.resolve("data-" + round);
      }
    }
    assertThat(ImportProcess.start(files, data).waitFor()).isZero();
    assertThat(ImportedState.of(data)).isEqualTo(after);
    assertThat(ImportProcess.start(files, data).waitFor()).isZero();
    assertThat(ImportedState.of(data)).isEqualTo(after);
  }

  /** How long an import takes from when it begins to read to its end. */
  private static long millisecondsOf(Process whole) throws Exception {
    ImportProcess.awaitSettings(whole);
    long begun = System.nanoTime();
    whole.inputReader(StandardCharsets.UTF_8).transferTo(Writer.nullWriter());
    assertThat(whole.waitFor()).isZero();
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /** Kills it so long after it has begun to read. */
  private static void killed(String[] files, Path data, long milliseconds) throws Exception {
    Process process = ImportProcess.start(files, data);
    try {
      ImportProcess.awaitSettings(process);
      Thread.sleep(milliseconds);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
