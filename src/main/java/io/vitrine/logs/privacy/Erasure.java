package io.vitrine.logs.privacy;

import io.vitrine.accounts.Caller;
import io.vitrine.model.LogQuery;
import io.vitrine.model.Person;
import io.vitrine.model.Problem;
import io.vitrine.store.Erased;
import io.vitrine.store.EventStore;
import io.vitrine.store.LegalHold;
import io.vitrine.store.LogIndex;
import io.vitrine.store.PrivacyReceipt;
import io.vitrine.store.PrivacyRecords;
import io.vitrine.store.Records;
import io.vitrine.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Erases a person from everything that is kept: events, index, records and uploaded files. */
@Component
class Erasure {

  private static final int IDS_AT_A_TIME = 10_000;

  private final EventStore store;
  private final LogIndex index;
  private final CaughtUp caughtUp;
  private final PrivacyRecords records;
  private final Path uploads;
  private final Clock clock;

  Erasure(EventStore store, LogIndex index, Records records, StoreSettings settings, Clock clock) {
    this.store = store;
    this.index = index;
    this.caughtUp = new CaughtUp(store, index);
    this.records = records.privacy();
    this.uploads = settings.folder().resolve("uploads");
    this.clock = clock;
  }

  /**
   * Erases a person and writes a receipt. The event store comes last, because by its events the
   * person's other names are known: whenever the program dies, asking once more does all of it.
   *
   * @throws Problem of category CONFLICT while a legal hold stands
   */
  synchronized PrivacyReceipt erase(Person person, Caller caller) {
    refuseWhileHeld();
    Erased known = store.toErase(person);
    awaitIndex();
    removeFromIndex(known.logIds());
    List<String> names = Person.withinTexts(known.names());
    long files = files(names);
    long erasedRecords = records.erase(names);
    Erased erased = store.erase(person);
    removeLater(erased, known);
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("events", erased.events());
    counts.put("logs", erased.logs());
    counts.put("orders_kept", erased.orders());
    counts.put("files", files);
    counts.put("records", erasedRecords);
    PrivacyReceipt receipt =
        new PrivacyReceipt(
            UUID.randomUUID(), PrivacyReceipt.Kind.ERASURE, caller.name(), clock.instant(), counts);
    records.add(receipt);
    return receipt;
  }

  /** Logs that came while the others were removed from the index. */
  private void removeLater(Erased erased, Erased known) {
    Set<String> removed = Set.copyOf(known.logIds());
    List<String> late = erased.logIds().stream().filter(id -> !removed.contains(id)).toList();
    if (!late.isEmpty()) {
      awaitIndex();
      removeFromIndex(late);
    }
  }

  void refuseWhileHeld() {
    records.holds().stream().filter(LegalHold::holds).findFirst().ifPresent(Erasure::refuse);
  }

  private static void refuse(LegalHold hold) {
    throw new Problem(
        "legal_hold",
        Problem.Category.CONFLICT,
        "nothing may be erased while the legal hold \"%s\" of %s stands"
            .formatted(hold.reason(), hold.madeBy()));
  }

  /** What the index was about to take in must be in it, to be removed with the rest. */
  private void awaitIndex() {
    if (!caughtUp.await()) {
      throw Problem.load(
          "index_behind",
          "the text index is still busy, so not all is erased; ask once more",
          Duration.ofMinutes(1));
    }
  }

  private void removeFromIndex(List<String> ids) {
    for (int i = 0; i < ids.size(); i += IDS_AT_A_TIME) {
      List<String> some = ids.subList(i, Math.min(ids.size(), i + IDS_AT_A_TIME));
      index.remove(new LogQuery.Exactly("id", some));
    }
  }

  /** Uploaded files, and what of them was rejected, that name the person are deleted whole. */
  private long files(List<String> names) {
    if (!Files.isDirectory(uploads)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(uploads)) {
      List<Path> telling = files.filter(file -> names(file, names)).toList();
      for (Path file : telling) {
        Files.deleteIfExists(file);
      }
      return telling.size();
    } catch (IOException failure) {
      throw new UncheckedIOException("uploaded files cannot be read", failure);
    }
  }

  private static boolean names(Path file, List<String> names) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> line.toLowerCase(Locale.ROOT))
          .anyMatch(line -> names.stream().anyMatch(line::contains));
    } catch (IOException failure) {
      throw new UncheckedIOException("an uploaded file cannot be read", failure);
    }
  }
}
