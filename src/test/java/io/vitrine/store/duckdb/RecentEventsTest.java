package io.vitrine.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private static final Row LOG =
      Row.of(
          Event.draft()
              .set(Field.ID, "one")
              .set(Field.TYPE, "log")
              .set(Field.TIMESTAMP, Instant.parse("2026-03-02T10:00:00Z"))
              .finish(),
          ZoneOffset.UTC);

  private final RecentEvents recent = new RecentEvents(0);

  private static List<Row> logs(int count) {
    return Collections.nCopies(count, LOG);
  }

  @Test
  void whoFollowsAndFallsFarBehindIsWaitedFor() throws InterruptedException {
    int many = (int) (RecentEvents.MOST_BYTES / LOG.bytes() * 7 / 8);
    recent.add(logs(many), 0);
    assertThat(recent.isAheadOfSome()).as("nobody follows").isFalse();
    assertThat(Objects.requireNonNull(recent.logs(0, 10)).logs()).hasSize(10);
    assertThat(recent.isAheadOfSome()).as("it began just now").isTrue();
    assertThat(Objects.requireNonNull(recent.logs(many - 10, many)).logs()).hasSize(10);
    assertThat(recent.isAheadOfSome()).isFalse();
    recent.awaitReaders();
  }

  @Test
  void whoReadsWhatWasPushedOutLongAgoIsNotWaitedFor() {
    int many = (int) (RecentEvents.MOST_BYTES / LOG.bytes() * 5 / 4);
    recent.add(logs(many), 0);
    assertThat(recent.logs(10, 20)).isNull();
    assertThat(recent.isAheadOfSome()).isFalse();
  }

  @Test
  void whatAllHaveSeenIsDroppedAndOnlyThat() {
    recent.add(logs(100), 0);
    assertThat(Objects.requireNonNull(recent.logs(50, 100)).logs()).hasSize(50);
    assertThat(recent.ofTypes(0, 100, List.of("log"))).as("others have not seen it").isNotNull();
    recent.requests(50, 100, Instant.EPOCH);
    recent.ofTypes(50, 100, List.of("log"));
    assertThat(recent.logs(49, 100)).as("now all have").isNull();
    assertThat(Objects.requireNonNull(recent.logs(50, 100)).logs()).hasSize(50);
  }
}
