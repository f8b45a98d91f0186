package io.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoHistoryTest {

  private static final LocalDate OPENING = LocalDate.of(2026, 3, 1);
  private static final DemoShop SHOP = new DemoShop(3, OPENING, 0.3);
  private static final Instant NOW = OPENING.plusDays(40).atStartOfDay(DemoShop.ZONE).toInstant();

  @TempDir private Path folder = Path.of("");

  private final Set<String> stored = new LinkedHashSet<>();

  private void store(List<Event.Draft> events) {
    events.forEach(event -> stored.add(event.finish().id()));
  }

  private long load(DemoTaker taker) {
    return new DemoHistory(DemoJournal.open(folder, SHOP), taker).loadUntil(NOW, part -> {});
  }

  private static Set<String> all() {
    DemoFeed feed = SHOP.feed();
    Set<String> ids = new LinkedHashSet<>();
    while (!feed.nextAt().isAfter(NOW)) {
      ids.add(feed.next().finish().id());
    }
    return ids;
  }

  @Test
  void everyEventUpToNowIsHandedOverAndProgressEndsAtOne() {
    List<Double> parts = new ArrayList<>();
    new DemoHistory(DemoJournal.open(folder, SHOP), this::store).loadUntil(NOW, parts::add);
    assertThat(stored).isEqualTo(all());
    assertThat(parts).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void aLoadThatWasBrokenOffGoesOnWhereItStopped() {
    DemoTaker breaking =
        events -> {
          if (!stored.isEmpty()) {
            throw new IllegalStateException("the plug was pulled");
          }
          store(events);
        };
    assertThatThrownBy(() -> load(breaking)).hasMessage("the plug was pulled");
    int before = stored.size();
    long handed = load(this::store);
    assertThat(stored).isEqualTo(all());
    assertThat(handed).isLessThan(all().size() - before + 100L);
  }

  @Test
  void aFolderKeepsItsShop() {
    load(this::store);
    assertThat(DemoJournal.open(folder, new DemoShop(9, OPENING, 2)).shop()).isEqualTo(SHOP);
    assertThat(load(events -> assertThat(events).hasSizeLessThan(3))).isLessThan(3);
  }

  @Test
  void liveTrafficGoesOnWhereTheHistoryEndedAndOnlyHandsOverWhatIsDue() {
    DemoHistory history = new DemoHistory(DemoJournal.open(folder, SHOP), this::store);
    history.loadUntil(NOW.minusSeconds(36_000), part -> {});
    try (LiveTraffic live = history.live(Clock.fixed(NOW, ZoneOffset.UTC))) {
      Thread.ofVirtual().start(live);
      Awaitility.await().until(() -> stored.size() == all().size());
    }
    assertThat(stored).isEqualTo(all());
  }
}
