package io.vitrine.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.Person;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk does to the files of the store is noticed, and never served as an answer. */
class DamagedJournalTest {

  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-10T10:00:00Z"), Shop.PARIS);
  private static final String FILE = "events.duckdb";
  private static final String JOURNAL = FILE + ".wal";
  private static final int COMMITS = 20;
  private static final int BATCH = 50;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @TempDir Path folder;

  private StoreSettings settings(String name) {
    return StoreSettings.of(folder.resolve(name), Shop.PARIS, Currency.getInstance("EUR"));
  }

  private static List<Event> batch(int number) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      events.add(
          Event.draft()
              .set(Field.ID, number + "-" + i)
              .set(Field.TYPE, "log")
              .set(Field.TIMESTAMP, Instant.parse("2026-04-01T10:00:00Z"))
              .set(Field.RECEIVED_AT, Instant.parse("2026-04-01T10:00:00Z"))
              .set(Field.SERVICE, "cart")
              .set(Field.MESSAGE, "the message " + i + " of batch " + number)
              .finish());
    }
    return events;
  }

  /** The files of a store of twenty commits, as they are while it is open. */
  private Path filled(List<Long> ends) throws IOException {
    Path live = folder.resolve("live");
    Path copied = folder.resolve("copied");
    try (DuckEventStore store = DuckEventStore.open(settings("live"), CLOCK)) {
      for (int i = 0; i < COMMITS; i++) {
        store.append(batch(i));
        ends.add(Files.size(live.resolve(JOURNAL)));
      }
      copy(live, copied, FILE, JOURNAL);
    }
    return copied;
  }

  private static void copy(Path from, Path to, String... names) throws IOException {
    Files.createDirectories(to);
    for (String name : names) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  /** Cut off, a bit turned over, or a page of zeros. */
  private static byte[] damaged(byte[] whole, int way, int at) {
    if (way == 0) {
      return Arrays.copyOf(whole, at);
    }
    byte[] bytes = whole.clone();
    if (way == 1) {
      bytes[at] ^= 0x10;
    } else {
      Arrays.fill(bytes, at, Math.min(bytes.length, at + 4096), (byte) 0);
    }
    return bytes;
  }

  @Test
  void whatStandsBeforeTheDamageOfAJournalIsKeptAndTheStoreGoesOn() throws IOException {
    List<Long> ends = new ArrayList<>();
    Path whole = filled(ends);
    byte[] journal = Files.readAllBytes(whole.resolve(JOURNAL));
    for (int i = 0; i < 9; i++) {
      int at = random.nextInt(journal.length - 5_000);
      String name = "damaged-" + i;
      copy(whole, folder.resolve(name), FILE);
      Files.write(folder.resolve(name).resolve(JOURNAL), damaged(journal, i % 3, at));
      long kept = BATCH * ends.stream().filter(end -> end <= at).count();
      try (DuckEventStore store = DuckEventStore.open(settings(name), CLOCK)) {
        assertThat(count(store)).as("%s at %d, seed %d", i % 3, at, seed).isEqualTo(kept);
        store.append(batch(COMMITS));
      }
      try (DuckEventStore store = DuckEventStore.open(settings(name), CLOCK)) {
        assertThat(count(store)).as("seed %d", seed).isEqualTo(kept + BATCH);
      }
    }
  }

  @Test
  void aDamagedJournalIsKeptUntilSomebodyIsErased() throws IOException {
    List<Long> ends = new ArrayList<>();
    Path whole = filled(ends);
    byte[] journal = Files.readAllBytes(whole.resolve(JOURNAL));
    int at = (int) (ends.get(4) + 2_000);
    Files.write(whole.resolve(JOURNAL), damaged(journal, 2, at));
    try (DuckEventStore store = DuckEventStore.open(settings("copied"), CLOCK)) {
      assertThat(count(store)).isEqualTo(5 * BATCH);
      assertThat(aside(whole)).hasSize(1);
      store.erase(new Person("nobody-at-all", null, null));
      assertThat(aside(whole)).isEmpty();
    }
  }

  private static List<Path> aside(Path there) throws IOException {
    try (Stream<Path> files = Files.list(there)) {
      return files.filter(file -> file.toString().contains(".damaged-")).toList();
    }
  }

  @Test
  void aDamagedFileNeverGivesAnotherAnswer() throws IOException {
    filled(new ArrayList<>());
    Path live = folder.resolve("live");
    List<String> right;
    try (DuckEventStore store = DuckEventStore.open(settings("live"), CLOCK)) {
      right = all(store);
    }
    byte[] content = Files.readAllBytes(live.resolve(FILE));
    for (int i = 0; i < 8; i++) {
      int at = random.nextInt(content.length);
      Path there = Files.createDirectories(folder.resolve("flipped-" + i));
      Files.write(there.resolve(FILE), damaged(content, 1, at));
      List<String> answer;
      try (DuckEventStore store = DuckEventStore.open(settings("flipped-" + i), CLOCK)) {
        answer = all(store);
      } catch (RuntimeException refused) {
        continue;
      }
      assertThat(answer).as("at %d, seed %d", at, seed).isEqualTo(right);
    }
  }

  private static long count(DuckEventStore store) {
    return store.logsAfter(0, 5_000).logs().size();
  }

  private static List<String> all(DuckEventStore store) {
    return store.logsAfter(0, 5_000).logs().stream()
        .map(log -> log.sequence() + " " + log.values())
        .toList();
  }
}
