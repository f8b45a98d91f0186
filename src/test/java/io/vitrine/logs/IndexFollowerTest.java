package io.vitrine.logs;

import static io.vitrine.store.Shop.event;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.LogQuery;
import io.vitrine.model.OrderLine;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.lucene.LuceneLogIndex;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFollowerTest {

  @TempDir Path folder;

  private DuckEventStore store;

  @BeforeEach
  void openStore() {
    store =
        DuckEventStore.open(
            StoreSettings.of(folder.resolve("store"), Shop.PARIS, Currency.getInstance("EUR")),
            Clock.systemUTC());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static Event log(String message) {
    return event(EventType.LOG, "2026-03-02T10:00:00").set(Field.MESSAGE, message).finish();
  }

  private static List<Event> views(int count) {
    List<Event> views = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      views.add(view("ann", "p1", "2026-03-02T10:00:00").finish());
    }
    return views;
  }

  private LogIndex open(String name) {
    return LuceneLogIndex.open(folder.resolve(name));
  }

  private static long found(LogIndex index, String word) {
    LogQuery words = new LogQuery.Words(null, word, 0);
    return index.search(LogSearch.hits(words, LogSearch.Order.NEWEST, 10, null)).total();
  }

  private void follow(LogIndex index) throws InterruptedException {
    IndexFollower follower = new IndexFollower(store, index);
    follower.follow();
    follower.destroy();
  }

  @Test
  void anIndexThatFellBehindCatchesUpWithoutGapOrRepeat() throws InterruptedException {
    store.append(List.of(log("first"), log("second")));
    try (LogIndex index = open("behind")) {
      follow(index);
    }
    store.append(List.of(log("third")));
    store.append(views(10_500));
    store.append(List.of(log("fourth")));
    try (LogIndex index = open("behind")) {
      assertThat(index.committedSequence()).isEqualTo(2);
      follow(index);
      assertThat(index.size()).isEqualTo(4);
      assertThat(found(index, "fourth")).isEqualTo(1);
    }
  }

  @Test
  void aLostIndexIsBuiltAnew() throws InterruptedException {
    store.append(List.of(log("first")));
    try (LogIndex index = open("lost")) {
      follow(index);
    }
    try (LogIndex index = open("new")) {
      follow(index);
      assertThat(found(index, "first")).isEqualTo(1);
    }
  }

  @Test
  void anIndexThatIsAheadOfAStoreThatLostItsEndIsBuiltAnew() throws InterruptedException {
    store.append(List.of(log("first")));
    try (LogIndex index = open("ahead")) {
      index.add(
          new LogStretch(
              9, List.of(new LogText(9, Instant.EPOCH, Map.of("message", List.of("lost"))))));
      index.commit();
      follow(index);
      assertThat(index.isRebuilt()).isTrue();
      assertThat(index.size()).isEqualTo(1);
      assertThat(found(index, "first")).isEqualTo(1);
      assertThat(index.committedSequence()).isEqualTo(1);
    }
  }

  @Test
  void eventsThatAreNoLogsAreNotLookedAtAgain() throws InterruptedException {
    store.append(views(3));
    try (LogIndex index = open("views")) {
      follow(index);
    }
    try (LogIndex index = open("views")) {
      assertThat(index.committedSequence()).isEqualTo(3);
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void hitsBringTheLogAsTheStoreHasIt() throws InterruptedException {
    Event rich =
        event(EventType.TRANSACTION, "2026-03-02T10:00:00.123")
            .set(Field.MESSAGE, "paid by Zoé \uD83D\uDED2")
            .set(Field.AMOUNT, new BigDecimal("1200.50000"))
            .set(Field.TAX, new BigDecimal("0.00006"))
            .set(Field.DURATION_MS, 1.0 / 3)
            .set(Field.RESPONSE_TIME, 16.25)
            .set(Field.DB_QUERY_TIME, -0.0)
            .set(Field.STATUS_CODE, Long.MIN_VALUE)
            .set(Field.CACHE_HIT, false)
            .other("gone", null)
            .other("weight", new BigDecimal("1.50"))
            .other("count", 7L)
            .other("shelf", Map.of("rows", List.of("a", true, 2L, Map.of("x", List.of()))))
            .finish();
    store.append(List.of(rich));
    try (LogIndex index = open("bring")) {
      follow(index);
      LogQuery all = LogQuery.everything();
      LogFound.Hit hit =
          index.search(LogSearch.hits(all, LogSearch.Order.NEWEST, 10, null)).hits().getFirst();
      assertThat(hit.event())
          .asString()
          .isEqualTo(store.find(List.of(1L)).getFirst().event().toString());
    }
  }

  @Test
  void aLogWithOrderLinesIsFetchedFromTheStore() throws InterruptedException {
    store.append(
        List.of(
            event(EventType.TRANSACTION, "2026-03-02T10:00:00")
                .items(List.of(new OrderLine("p1", null, null, 1, null)))
                .finish()));
    try (LogIndex index = open("lines")) {
      follow(index);
      LogQuery all = LogQuery.everything();
      assertThat(index.search(LogSearch.hits(all, LogSearch.Order.NEWEST, 10, null)).hits())
          .singleElement()
          .extracting(LogFound.Hit::event)
          .isNull();
    }
  }
}
