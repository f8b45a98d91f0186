package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQueryText;
import io.vitrine.model.Problem;
import io.vitrine.store.LogSearch.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LogIndex} does. */
public abstract class LogIndexContract {

  protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  protected LogIndex index;

  /** Opens the index of this test, again and again on the same place. */
  protected abstract LogIndex open();

  @BeforeEach
  void openFirst() {
    index = open();
  }

  @AfterEach
  void close() {
    index.close();
  }

  protected static LogText log(long sequence, long secondsAfterNoon, String message) {
    return log(sequence, secondsAfterNoon, Map.of("message", message));
  }

  protected static LogText log(long sequence, long secondsAfterNoon, Map<String, Object> values) {
    Map<String, List<Object>> lists = new HashMap<>();
    lists.put("id", List.of("log-" + sequence));
    values.forEach((field, value) -> lists.put(field, List.of(value)));
    return new LogText(sequence, NOON.plusSeconds(secondsAfterNoon), lists);
  }

  /** Adds logs that are all of their stretch. */
  protected void add(LogText... logs) {
    index.add(new LogStretch(logs[logs.length - 1].sequence(), List.of(logs)));
  }

  protected LogQuery read(String text) {
    return LogQueryText.read(text, index.fields()::contains, Instant::parse).query();
  }

  protected LogFound found(String text, Order order, int size, @Nullable String cursor) {
    return index.search(LogSearch.hits(read(text), order, size, cursor));
  }

  protected List<Long> sequences(String text) {
    return sequences(found(text, Order.NEWEST, 100, null));
  }

  private static List<Long> sequences(LogFound found) {
    return found.hits().stream().map(LogFound.Hit::sequence).toList();
  }

  @Test
  void findsLogsThatHoldAllWordsNewestFirst() {
    add(
        log(1, 30, "payment timeout for order 77"),
        log(2, 10, "Timeout while calling the payment provider"),
        log(3, 20, "payment captured"));
    index.commit();

    assertThat(sequences("PAYMENT timeout")).containsExactly(1L, 2L);
    assertThat(sequences("")).containsExactly(1L, 3L, 2L);
    assertThat(sequences("absent")).isEmpty();
    assertThat(sequences("payment -timeout")).containsExactly(3L);
    assertThat(sequences("-payment")).isEmpty();
    assertThat(sequences("captured OR provider")).containsExactly(3L, 2L);
    assertThat(sequences("payment AND NOT (captured OR provider)")).containsExactly(1L);
    assertThat(sequences("\"payment provider\"")).containsExactly(2L);
    assertThat(sequences("\"timeout provider\"~4")).containsExactly(2L);
    assertThat(sequences("\"timeout provider\"~3")).isEmpty();
    assertThat(sequences("timeuot~")).containsExactly(1L, 2L);
    assertThat(sequences("time*")).containsExactly(1L, 2L);
    assertThat(sequences("p?ovider")).containsExactly(2L);
  }

  @Test
  void takesPastedTextForPlainWords() {
    add(log(1, 0, "GET /cart?id=7&x=(1+1)* failed"));
    index.commit();

    assertThat(sequences("/cart?id=7&x=(1+1)*")).containsExactly(1L);
    assertThat(sequences("\"[unbalanced:{~^")).isEmpty();
    assertThat(sequences("!!!")).as("no word at all matches every log").containsExactly(1L);
  }

  @Test
  void findsIdsMailsPathsAndClassNamesWholeAndByPart() {
    add(
        log(1, 0, "user.id=ann@shop.example paid ORD-2024-001 at /api/v1/checkout"),
        log(
            2,
            1,
            "java.lang.NullPointerException at shop.web.OrderHandler.handle(OrderHandler.java:51)"),
        log(3, 2, "request 018f3a6e-7c1b-7d9e-9f00-2b6c3d1a5e42 ended; café closed"));
    index.commit();

    for (String part :
        List.of(
            "user.id",
            "ann@shop.example",
            "shop.example",
            "ORD-2024-001",
            "2024-001",
            "/api/v1/checkout",
            "/api/v1",
            "ord-2024-*")) {
      assertThat(sequences(part)).as(part).contains(1L).doesNotContain(3L);
    }
    for (String part :
        List.of(
            "NullPointerException",
            "java.lang.NullPointerException",
            "pointer",
            "OrderHandler",
            "handler",
            "OrderHandler.java:51",
            "shop.web",
            "shop.web.OrderHandler.handle(OrderHandler.java:51)")) {
      assertThat(sequences(part)).as(part).containsExactly(2L);
    }
    assertThat(sequences("018f3a6e-7c1b-7d9e-9f00-2b6c3d1a5e42")).containsExactly(3L);
    assertThat(sequences("7c1b")).containsExactly(3L);
    assertThat(sequences("cafe")).containsExactly(3L);
    assertThat(sequences("log-2")).as("the id of the log itself").containsExactly(2L);
  }

  @Test
  void findsByFieldRangeComparisonNetworkAndPresence() {
    add(
        log(
            1,
            0,
            Map.of(
                "service",
                "checkout-api",
                "status_code",
                503L,
                "response_time",
                1250.5,
                "ip",
                "10.1.2.3")),
        log(
            2,
            1,
            Map.of(
                "service",
                "search",
                "status_code",
                200L,
                "response_time",
                80.0,
                "ip",
                "192.168.7.9")),
        log(
            3,
            2,
            Map.of(
                "service",
                "search-ui",
                "status",
                "declined",
                "metadata.region",
                "eu-west-3",
                "bytes",
                512L)));
    index.commit();

    assertThat(sequences("service:search")).containsExactly(3L, 2L);
    assertThat(sequences("service:=search")).containsExactly(2L);
    assertThat(sequences("service:(search OR checkout) AND status_code:*")).containsExactly(2L, 1L);
    assertThat(sequences("service:check*")).containsExactly(1L);
    assertThat(sequences("service:/search(-ui)?/")).containsExactly(3L, 2L);
    assertThat(sequences("status:>=500")).containsExactly(1L);
    assertThat(sequences("status >= 500")).containsExactly(1L);
    assertThat(sequences("status_code:[200 TO 503}")).containsExactly(2L);
    assertThat(sequences("status:503")).containsExactly(1L);
    assertThat(sequences("response_time:>1000")).containsExactly(1L);
    assertThat(sequences("bytes:<=512")).containsExactly(3L);
    assertThat(sequences("metadata.region:eu-west-3")).containsExactly(3L);
    assertThat(sequences("metadata.region:west")).containsExactly(3L);
    assertThat(sequences("ip:10.0.0.0/8")).containsExactly(1L);
    assertThat(sequences("ip:10.1.2.3")).containsExactly(1L);
    assertThat(sequences("NOT status_code:*")).containsExactly(3L);
    assertThat(sequences("timestamp:>2026-03-01T12:00:00Z")).containsExactly(3L, 2L);
    assertThat(sequences("status=declined")).containsExactly(3L);
    assertThat(index.fields()).contains("metadata.region", "service", "bytes");
  }

  @Test
  void countsAllHitsByValueAndOverTime() {
    add(
        log(1, 0, Map.of("service", "cart", "level", "ERROR")),
        log(2, 59, Map.of("service", "cart", "level", "INFO")),
        log(3, 125, Map.of("service", "search", "level", "ERROR")));
    index.commit();

    LogFound found =
        index.search(
            new LogSearch(
                LogQuery.everything(),
                Order.NEWEST,
                1,
                null,
                0,
                List.of("service", "level"),
                10,
                new LogSearch.Histogram(null, null, 5, Duration.ZERO)));

    assertThat(found.total()).isEqualTo(3);
    assertThat(found.hits()).hasSize(1);
    assertThat(found.facets())
        .containsEntry("service", List.of(new ValueCount("cart", 2), new ValueCount("search", 1)))
        .containsEntry("level", List.of(new ValueCount("ERROR", 2), new ValueCount("INFO", 1)));
    assertThat(found.histogram())
        .isEqualTo(new LogFound.Histogram(NOON, Duration.ofMinutes(1), List.of(2L, 0L, 1L)));
  }

  @Test
  void countsHitsOfAnyTimeOverTheTimeInWhichTheyAre() {
    add(
        log(1, 0, Map.of("service", "cart")),
        log(2, 3, Map.of("service", "cart")),
        log(3, 400 * 86_400, Map.of("service", "search")));
    index.commit();

    LogFound found =
        index.search(
            new LogSearch(
                read("service:cart"),
                Order.NEWEST,
                1,
                null,
                0,
                List.of(),
                10,
                new LogSearch.Histogram(null, null, 60, Duration.ZERO)));

    assertThat(found.histogram())
        .isEqualTo(
            new LogFound.Histogram(NOON, Duration.ofSeconds(1), List.of(1L, 0L, 0L, 1L, 0L)));
  }

  @Test
  void pagesToAnyDepthWithoutGapOrRepeatInEveryOrder() {
    List<LogText> logs =
        LongStream.rangeClosed(1, 25)
            .mapToObj(
                i ->
                    log(
                        i,
                        i / 10,
                        Map.of("message", "same word " + i, "response_time", (double) (i % 7))))
            .toList();
    add(logs.toArray(LogText[]::new));
    index.commit();

    for (Order order : Order.values()) {
      List<Long> all = new ArrayList<>();
      LogFound page = found("same", order, 4, null);
      all.addAll(sequences(page));
      while (page.cursor() != null) {
        page = found("same", order, 4, page.cursor());
        all.addAll(sequences(page));
      }
      assertThat(all).as(order.wireName()).hasSize(25).doesNotHaveDuplicates();
      assertThat(all).isEqualTo(sequences(found("same", order, 100, null)));
    }
    assertThat(sequences(found("same", Order.RESPONSE_TIME, 3, null)))
        .containsExactly(20L, 13L, 6L);
    assertThat(sequences(found("same", Order.OLDEST, 3, null))).containsExactly(1L, 2L, 3L);
    assertThatThrownBy(() -> found("same", Order.SCORE, 4, "nonsense"))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("log_cursor"));
  }

  @Test
  void bestMatchComesFirstWhenAskedFor() {
    add(
        log(1, 9, "timeout in a very long line of many other words about the shop"),
        log(2, 0, "timeout timeout"));
    index.commit();

    LogFound found = found("timeout", Order.SCORE, 2, null);
    assertThat(sequences(found)).containsExactly(2L, 1L);
    assertThat(found.hits().getFirst().score()).isGreaterThan(found.hits().getLast().score());
  }

  @Test
  void knowsWhatMayFollowWhatIsTyped() {
    add(
        log(1, 0, Map.of("service", "checkout-api", "message", "checkout failed")),
        log(2, 0, "check it"));
    index.commit();

    assertThat(index.beginning("check", 10))
        .contains(
            new ValueCount("checkout", 1),
            new ValueCount("check", 1),
            new ValueCount("service:checkout-api", 1));
    assertThat(index.beginning("service:ch", 10))
        .containsExactly(new ValueCount("service:checkout-api", 1));
    assertThat(index.withId("log-2")).isEqualTo(2);
    assertThat(index.withId("log-3")).isNull();
  }

  @Test
  void sendersCannotMakeFieldsWithoutEnd() {
    for (int i = 1; i <= 1_100; i++) {
      add(log(i, i, Map.of("field_" + i, "word" + i)));
    }
    index.commit();

    Set<String> fields = index.fields();
    assertThat(fields).hasSizeBetween(1_000, 1_010);
    assertThat(sequences("word1099"))
        .as("its words are found all the same")
        .containsExactly(1_099L);
  }

  @Test
  void knowsWhichFieldsALogHasHoweverManySetsOfThemThereAre() {
    for (int i = 1; i < 2_048; i++) {
      Map<String, Object> fields = new HashMap<>();
      for (int bit = 0; bit < 11; bit++) {
        if ((i >> bit) % 2 == 1) {
          fields.put("bit" + bit, "set");
        }
      }
      add(log(i, i, fields));
    }
    index.commit();

    for (int bit = 0; bit < 11; bit++) {
      assertThat(found("bit" + bit + ":*", Order.NEWEST, 1, null).total()).isEqualTo(1_024);
    }
    assertThat(found("NOT bit3:* NOT bit0:*", Order.NEWEST, 1, null).total()).isEqualTo(511);
  }

  @Test
  void remembersHowFarAStretchWentThatEndsInOtherEvents() {
    index.add(new LogStretch(7, List.of(log(1, 0, "first"))));
    index.commit();
    index.add(new LogStretch(9, List.of()));
    index.commit();

    assertThat(index.size()).isEqualTo(1);
    assertThat(index.committedSequence()).isEqualTo(9);
  }

  @Test
  void addsNothingTwice() {
    add(log(1, 0, "once"));
    add(log(1, 0, "once"), log(2, 0, "twice"));
    add(log(1, 0, "once"));
    index.commit();

    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void keepsWhatWasCommittedWithItsSequence() {
    add(log(1, 0, "kept"));
    index.commit();
    index.close();

    index = open();

    assertThat(index.committedSequence()).isEqualTo(1);
    assertThat(sequences("kept")).containsExactly(1L);
  }
}
