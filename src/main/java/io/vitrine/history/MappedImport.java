package io.vitrine.history;

import io.vitrine.intake.PastIntake;
import io.vitrine.model.Problem;
import io.vitrine.store.EventStore;
import io.vitrine.store.past.ImportRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/** Brings any shop's file into a store, as a mapping says. */
public final class MappedImport {

  /** Mappings that come with the product, by name. */
  public static final List<String> SHIPPED = List.of("online-retail", "sample-orders");

  private static final String KIND = "mapped";

  /** Of the time that a large import takes, the part that reading and storing end at. */
  private static final double STORED = 0.8;

  private final EventStore store;
  private final PastIntake intake;
  private final Path data;
  private final Clock clock;

  /**
   * Into a store.
   *
   * @param data its data folder, where the rejects are kept
   */
  public MappedImport(EventStore store, PastIntake intake, Path data, Clock clock) {
    this.store = store;
    this.intake = intake;
    this.data = data;
    this.clock = clock;
  }

  /**
   * Reads a file and stores what is in it; the same file with the same mapping is not read again.
   *
   * @param mapping name of a shipped mapping, or path of one
   * @param progress is told the part that is done, 0 to 1
   * @throws Problem for a mapping that is wrong and for a file that is missing, damaged or does not
   *     fit it; the store is as before
   */
  public ImportReport run(Path path, String mapping, DoubleConsumer progress) {
    Mapping read = MappingText.read(mapping, text(mapping));
    PastFile file = MappedFile.find(path);
    String fingerprint = fingerprint(file, read);
    Optional<ImportRecord> earlier = store.imports().find(fingerprint);
    if (earlier.isPresent()) {
      return ImportReport.again(earlier.get());
    }
    ImportRecord done =
        bring(file, read, fingerprint, told(Share.of(progress, 0, STORED), file.size()));
    store.derive(Share.of(progress, STORED, 1));
    return ImportReport.first(done);
  }

  private ImportRecord bring(
      PastFile file, Mapping mapping, String fingerprint, LongConsumer progress) {
    Path folder = data.resolve("imports").resolve(fingerprint);
    try (PastRows rows = MappedFile.rows(file, mapping.layout(), temporary(), progress);
        Rejects rejects = new Rejects(folder.resolve("rejects.csv"))) {
      MappedColumns.check(file.name(), mapping, rows.columns());
      MappedAccount account = new MappedAccount(file, mapping, intake.reportingCurrency(), rejects);
      MappedEvents events =
          new MappedEvents(
              mapping, rows, intake, clock.instant().truncatedTo(ChronoUnit.MILLIS), account);
      return store.imports().bring(KIND, fingerprint, events);
    }
  }

  /** Not the store's own: two engines would overwrite each other's files in it. */
  private Path temporary() {
    return data.resolve("tmp").resolve("files");
  }

  private static LongConsumer told(DoubleConsumer progress, long bytes) {
    AtomicLong read = new AtomicLong();
    return count ->
        progress.accept(Math.min(1, read.addAndGet(count) / (double) Math.max(1, bytes)));
  }

  private static String text(String mapping) {
    try (InputStream shipped =
        MappedImport.class.getResourceAsStream("mappings/" + mapping + ".yaml")) {
      if (SHIPPED.contains(mapping) && shipped != null) {
        return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      }
      return Files.readString(Path.of(mapping));
    } catch (IOException e) {
      throw Problem.absent(
          "mapping_missing",
          "there is no mapping "
              + mapping
              + " to read; it is the path of a file, or one of "
              + String.join(", ", SHIPPED));
    }
  }

  private static String fingerprint(PastFile file, Mapping mapping) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((file.fingerprint() + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(mapping.text().getBytes(StandardCharsets.UTF_8));
      return KIND + "-" + HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
