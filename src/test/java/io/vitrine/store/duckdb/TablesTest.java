package io.vitrine.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Answer;
import io.vitrine.model.Event;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Segments;
import io.vitrine.model.ShopTable;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables of the history are what plain Java counts over the events, and do not depend on when,
 * how often and in which batches the events arrive.
 */
class TablesTest {

  private static final Period MIDDLE =
      new Period(LocalDate.parse("2026-03-28"), LocalDate.parse("2026-03-29"));
  private static final Segments SEGMENTS = new Segments(10, 25, 40);

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void everyTableIsWhatPlainJavaCounts(long seed) {
    List<Event> events = new RandomShop(seed).events(200 + (int) seed * 40);
    try (DuckEventStore store = open("whole")) {
      store.append(events);
      for (Period period : List.of(Period.ALWAYS, MIDDLE)) {
        PlainTables plain = new PlainTables(events, period, SEGMENTS);
        for (ShopTable table : ShopTable.values()) {
          assertThat(texts(table, withoutIds(answer(store, table, period))))
              .as(table.wireName() + " in " + period + ", seed " + seed)
              .isEqualTo(texts(table, plain.rows(table)));
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5, 6, 7})
  void arrivalDoesNotMatter(long seed) {
    List<Event> events = new RandomShop(seed).events(250);
    try (DuckEventStore whole = open("whole");
        DuckEventStore parts = open("parts")) {
      whole.append(events);
      appendAnyhow(parts, events, new Random(seed));
      for (ShopTable table : ShopTable.values()) {
        assertThat(answer(parts, table, Period.ALWAYS).rows())
            .as(table.wireName() + ", seed " + seed)
            .isEqualTo(answer(whole, table, Period.ALWAYS).rows());
      }
    }
  }

  private DuckEventStore open(String name) {
    StoreSettings any =
        StoreSettings.of(folder.resolve(name), Shop.PARIS, Currency.getInstance("EUR"));
    return DuckEventStore.open(
        new StoreSettings(
            any.folder(),
            any.zone(),
            any.currency(),
            any.sessionGap(),
            any.memory(),
            any.threads(),
            any.readers(),
            any.questionTimeout(),
            any.rowLimit(),
            SEGMENTS,
            any.waitingEvents()),
        Clock.systemUTC());
  }

  /** Late, repeated, in batches of any size, with questions between them. */
  private static void appendAnyhow(DuckEventStore store, List<Event> events, Random random) {
    List<Event> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 4));
    Collections.shuffle(shuffled, random);
    ShopTable[] tables = ShopTable.values();
    int from = 0;
    while (from < shuffled.size()) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(80));
      store.append(shuffled.subList(from, to));
      answer(store, tables[random.nextInt(tables.length)], MIDDLE);
      from = to;
    }
  }

  private static Answer answer(DuckEventStore store, ShopTable table, Period period) {
    return store.answer(new Question.Table(table, period, 0, 10_000));
  }

  private static List<List<@Nullable Object>> withoutIds(Answer answer) {
    List<Integer> kept =
        IntStream.range(0, answer.columns().size())
            .filter(i -> !answer.columns().get(i).name().equals("session_id"))
            .boxed()
            .toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : answer.rows()) {
      List<@Nullable Object> left = new ArrayList<>();
      kept.forEach(i -> left.add(row.get(i)));
      rows.add(left);
    }
    return rows;
  }

  /** In the table's order, or in any where ids that Java does not know break its ties. */
  private static List<String> texts(ShopTable table, List<List<@Nullable Object>> rows) {
    boolean tied = table == ShopTable.SESSIONS_ENRICHED || table == ShopTable.TRANSACTIONS_ENRICHED;
    List<String> texts = new ArrayList<>(rows.stream().map(String::valueOf).toList());
    if (tied) {
      Collections.sort(texts);
    }
    return texts;
  }
}
