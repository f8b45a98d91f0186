package io.vitrine.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.model.Span;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derived tables do not depend on when, how often and in which batches events arrive. */
class DerivationTest {

  /** Steps by their labels, whose numbers tell when they came. */
  private static final String SESSION_HOURS =
      """
      (SELECT h.* EXCLUDE (steps), list_transform(steps,
        lambda x: concat_ws(' ', x >> 38, labels[(x >> 19) & 524287], labels[x & 524287])) AS steps
      FROM session_hours h, (SELECT list(label ORDER BY number) AS labels FROM step_labels))
      """;

  private static final List<String> TABLES =
      List.of(
          SESSION_HOURS,
          "(SELECT * EXCLUDE (seq) FROM cart_events)",
          "visitor_users",
          "order_users",
          "visitor_days",
          "visitors",
          "product_sessions",
          "product_days",
          "products",
          "orders",
          "order_lines",
          "sales",
          "hour_totals");
  private static final Period DAYS =
      new Period(LocalDate.parse("2026-03-27"), LocalDate.parse("2026-03-31"));

  /** Metrics that are the same counted from derived tables and from events. */
  private static final List<Metric> METRICS =
      Arrays.stream(Metric.values())
          .filter(metric -> !metric.needs().contains(Metric.Fact.LOGS))
          .toList();

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void arrivalDoesNotMatter(long seed) {
    List<Event> events = new RandomShop(seed).events(250);
    StoreSettings inOrder = settings("in-order");
    StoreSettings shuffled = settings("shuffled");
    try (DuckEventStore store = DuckEventStore.open(inOrder, Clock.systemUTC())) {
      store.append(events);
      answersAgree(store, events);
    }
    try (DuckEventStore store = DuckEventStore.open(shuffled, Clock.systemUTC())) {
      appendAnyhow(store, events, new Random(seed));
      answersAgree(store, events);
    }
    for (String table : TABLES) {
      assertThat(Dump.of(shuffled, table)).as(table).isEqualTo(Dump.of(inOrder, table));
    }
  }

  private StoreSettings settings(String name) {
    return StoreSettings.of(folder.resolve(name), Shop.PARIS, Currency.getInstance("EUR"));
  }

  private static void appendAnyhow(DuckEventStore store, List<Event> events, Random random) {
    List<Event> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 5));
    Collections.shuffle(shuffled, random);
    int from = 0;
    while (from < shuffled.size()) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(60));
      store.append(shuffled.subList(from, to));
      totals(store, DAYS);
      from = to;
    }
  }

  private static void answersAgree(DuckEventStore store, List<Event> events) {
    List<?> derived = totals(store, DAYS).rows().getFirst();
    List<?> raw = totals(store, fine()).rows().getFirst();
    assertThat(raw).isEqualTo(derived);
    Answer trend = trend(store);
    PlainCount plain = PlainCount.all(events, Shop.PARIS, Duration.ofMinutes(30));
    assertThat(sessionsByChannel(store)).isEqualTo(plain.sessionsByChannel());
    plain
        .byDay()
        .forEach(
            (day, counts) ->
                counts.forEach(
                    (metric, count) ->
                        assertThat(trend.value(row(day), metric.wireName()))
                            .as(metric + " on " + day)
                            .isEqualTo(count)));
  }

  private static Map<String, Long> sessionsByChannel(DuckEventStore store) {
    Answer answer =
        store.answer(
            new Question.Breakdown(
                List.of(Metric.SESSIONS),
                List.of(Dimension.CHANNEL),
                DAYS,
                List.of(),
                Comparison.NONE,
                new Sort("channel", false),
                100));
    return answer.rows().stream()
        .collect(Collectors.toMap(row -> String.valueOf(row.get(0)), row -> (Long) row.get(1)));
  }

  /** The same time, but no whole hours, so that events are read. */
  private static Span fine() {
    var range = DAYS.in(Shop.PARIS);
    return new io.vitrine.model.TimeRange(range.start().minusMillis(1), range.end());
  }

  private static Answer totals(DuckEventStore store, Span span) {
    return store.answer(new Question.Totals(METRICS, span, List.of(), Comparison.NONE));
  }

  private static Answer trend(DuckEventStore store) {
    return store.answer(new Question.Trend(METRICS, DAYS, Grain.DAY, List.of(), Comparison.NONE));
  }

  private static int row(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(DAYS.from(), day));
  }
}
