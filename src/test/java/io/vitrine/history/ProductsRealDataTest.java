package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.RealData;
import io.vitrine.model.Answer;
import io.vitrine.model.Association;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Period;
import io.vitrine.model.Products;
import io.vitrine.model.Sort;
import io.vitrine.model.VisitorSegments;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.past.SessionRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products, pairs and segments of real visitors, counted a second time by plain loops. */
class ProductsRealDataTest {

  private static final Path SAMPLE = Path.of("..", "shared", "data", "retailrocket-sample");
  private static final Period ALL = new Period(LocalDate.of(2015, 5, 1), LocalDate.of(2015, 9, 30));

  @TempDir private Path folder;

  private record Act(String visitor, String event, String product) {}

  /** What became of one product. */
  private static final class Plain {
    long views;
    long carts;
    long lines;
    final Set<String> viewers = new TreeSet<>();
    final Set<String> buyers = new TreeSet<>();
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void productsPairsAndSegmentsEqualAPlainCount() throws IOException {
    StoreSettings settings = StoreSettings.of(folder, ZoneOffset.UTC, Currency.getInstance("EUR"));
    try (EventStore store = DuckEventStore.open(settings, Clock.systemUTC())) {
      new RetailRocketImport(store, folder).run(SAMPLE, SessionRule.INACTIVITY, part -> {});
      List<Act> acts = acts();
      products(store, acts);
      segments(store, acts);
      pairs(store, acts);
    }
  }

  private static List<Act> acts() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLE.resolve("events.csv"));
    List<String> names = List.of(lines.getFirst().split(",", -1));
    Set<String> once = new LinkedHashSet<>(lines.subList(1, lines.size()));
    List<Act> acts = new ArrayList<>();
    for (String line : once) {
      String[] cells = line.split(",", -1);
      acts.add(
          new Act(
              cells[names.indexOf("visitorid")],
              cells[names.indexOf("event")],
              cells[names.indexOf("itemid")]));
    }
    assertThat(acts).hasSize(9_382);
    return acts;
  }

  private static void products(EventStore store, List<Act> acts) {
    Map<String, Plain> plain = new HashMap<>();
    for (Act act : acts) {
      Plain product = plain.computeIfAbsent(act.product(), id -> new Plain());
      switch (act.event()) {
        case "view" -> {
          product.views++;
          product.viewers.add(act.visitor());
        }
        case "addtocart" -> product.carts++;
        default -> {
          product.lines++;
          product.buyers.add(act.visitor());
        }
      }
    }
    Answer answer =
        store.answer(
            new Products(
                ALL,
                List.of(),
                Comparison.NONE,
                Products.Group.ALL,
                "",
                new Sort("views", true),
                0,
                10_000));
    assertThat(answer.meta().total()).isEqualTo(plain.size());
    for (List<?> row : answer.rows()) {
      Plain product = Objects.requireNonNull(plain.get(row.getFirst()));
      long both = product.viewers.stream().filter(product.buyers::contains).count();
      assertThat(row.subList(3, 7))
          .isEqualTo(
              List.of(product.views, (long) product.viewers.size(), product.carts, product.lines));
      assertThat(row.get(11)).isEqualTo(both);
    }
  }

  private static void segments(EventStore store, List<Act> acts) {
    Map<String, Long> events = new HashMap<>();
    acts.forEach(act -> events.merge(act.visitor(), 1L, Long::sum));
    long[] bounds = {0, 5, 20, 100, Long.MAX_VALUE};
    Answer answer =
        store.answer(
            new VisitorSegments(
                ALL,
                List.of(),
                Comparison.NONE,
                VisitorSegments.Scheme.ACTIVITY,
                VisitorSegments.View.SHARES));
    for (int i = 0; i < 4; i++) {
      long least = bounds[i];
      long most = bounds[i + 1];
      assertThat(answer.value(i, "visitors"))
          .isEqualTo(events.values().stream().filter(n -> n > least && n <= most).count());
      assertThat(answer.value(i, "events"))
          .isEqualTo(
              events.values().stream().filter(n -> n > least && n <= most).mapToLong(n -> n).sum());
    }
  }

  /**
   * Pairs viewed by one visitor in one session are checked by how often each product stands in a
   * session.
   */
  private static void pairs(EventStore store, List<Act> acts) {
    Answer answer =
        store.answer(
            new Association(
                ALL, List.of(), Dimension.PRODUCT, Association.Basket.SESSION, 2, null, 10_000));
    assertThat(answer.rows()).isNotEmpty();
    Set<String> viewed = new TreeSet<>();
    acts.forEach(act -> viewed.add(act.product()));
    for (int row = 0; row < answer.rows().size(); row++) {
      long baskets = (Long) Objects.requireNonNull(answer.value(row, "baskets"));
      long one = (Long) Objects.requireNonNull(answer.value(row, "baskets_one"));
      long other = (Long) Objects.requireNonNull(answer.value(row, "baskets_other"));
      long together = (Long) Objects.requireNonNull(answer.value(row, "together"));
      assertThat(viewed).contains(String.valueOf(answer.value(row, "one")));
      assertThat((Double) Objects.requireNonNull(answer.value(row, "p_value")))
          .isCloseTo(fisher(baskets, one, other, together), within(1e-9));
    }
  }

  /** The tail of the hypergeometric distribution by its recurrence, without gamma functions. */
  private static double fisher(long baskets, long one, long other, long together) {
    double chance = 1; // of none together: the others all lie outside of the one
    for (long i = 0; i < other; i++) {
      chance *= (double) (baskets - one - i) / (baskets - i);
    }
    double tail = 0;
    for (long k = 0; k <= Math.min(one, other); k++) {
      tail += k >= together ? chance : 0;
      chance *= (double) (one - k) * (other - k) / ((k + 1.0) * (baskets - one - other + k + 1));
    }
    return tail;
  }
}
