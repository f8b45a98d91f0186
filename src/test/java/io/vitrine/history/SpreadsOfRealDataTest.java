package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.RealData;
import io.vitrine.model.Answer;
import io.vitrine.model.Attribution;
import io.vitrine.model.Carts;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Distribution;
import io.vitrine.model.Period;
import io.vitrine.model.Quantity;
import io.vitrine.store.past.SessionRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Distributions, carts and attribution of real files against a plain count of the same files. */
class SpreadsOfRealDataTest extends MappedFixture {

  private static final Path DATA = Path.of("..", "shared", "data");
  private static final Map<String, Double> SHARES =
      Map.of(
          "p10", 0.1, "p25", 0.25, "p50", 0.5, "p75", 0.75, "p90", 0.9, "p95", 0.95, "p99", 0.99);

  private record Act(long millis, String visitor, String kind, String order) {}

  private static List<Act> acts() throws IOException {
    return Files.readAllLines(DATA.resolve("retailrocket-sample/events.csv")).stream()
        .skip(1)
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .distinct()
        .map(line -> line.split(",", -1))
        .map(cells -> new Act(Long.parseLong(cells[0]), cells[1], cells[2], cells[4]))
        .sorted(Comparator.comparingLong(Act::millis))
        .toList();
  }

  private static Map<String, List<Act>> byVisitor(List<Act> acts) {
    Map<String, List<Act>> byVisitor = new HashMap<>();
    acts.forEach(act -> byVisitor.computeIfAbsent(act.visitor, any -> new ArrayList<>()).add(act));
    return byVisitor;
  }

  private void bringRetailRocket() {
    new RetailRocketImport(store, data())
        .run(DATA.resolve("retailrocket-sample"), SessionRule.INACTIVITY, part -> {});
  }

  private Answer spread(Quantity quantity) {
    return store.answer(new Distribution(quantity, Period.ALWAYS, List.of(), Comparison.NONE));
  }

  private static void agrees(Answer answer, List<Double> values, double slack) {
    List<Double> sorted = values.stream().sorted().toList();
    assertThat(answer.value(0, "n")).isEqualTo((long) sorted.size());
    double mean = sorted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(figure(answer, "mean")).isCloseTo(mean, within(slack));
    SHARES.forEach(
        (name, share) ->
            assertThat(figure(answer, name)).as(name).isCloseTo(at(sorted, share), within(slack)));
    long held =
        answer.rows().stream().mapToLong(row -> Long.parseLong(String.valueOf(row.get(2)))).sum();
    assertThat(held).isEqualTo(sorted.size());
  }

  private static double figure(Answer answer, String name) {
    return Double.parseDouble(String.valueOf(answer.value(0, name)));
  }

  private static double at(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    double low = sorted.get((int) Math.floor(place));
    double high = sorted.get((int) Math.ceil(place));
    return low + (high - low) * (place - Math.floor(place));
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void sessionsOfRealVisitorsAreAsDeepAndAsLongAsAPlainCountSays() throws IOException {
    bringRetailRocket();
    List<Double> depths = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    for (List<Act> own : byVisitor(acts()).values()) {
      long start = own.getFirst().millis;
      long last = start;
      double depth = 0;
      for (Act act : own) {
        if (act.millis - last > Duration.ofMinutes(30).toMillis()) {
          depths.add(depth);
          lengths.add((last - start) / 1000.0);
          start = act.millis;
          depth = 0;
        }
        last = act.millis;
        depth++;
      }
      depths.add(depth);
      lengths.add((last - start) / 1000.0);
    }
    agrees(spread(Quantity.SESSION_DEPTH), depths, 1e-9);
    agrees(spread(Quantity.SESSION_DURATION), lengths, 1e-6);
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void cartsOfRealVisitorsEndAsAPlainWalkThroughTheirEventsSays() throws IOException {
    bringRetailRocket();
    List<Act> acts = acts();
    long now = acts.getLast().millis;
    Map<String, Integer> ends = new TreeMap<>();
    for (List<Act> own : byVisitor(acts).values()) {
      Walk walk = new Walk(ends);
      own.forEach(walk::step);
      walk.end(now);
    }
    Answer answer = store.answer(new Carts(null, Period.ALWAYS, List.of(), Comparison.NONE));
    Map<String, Integer> told = new TreeMap<>();
    for (String state : List.of("open", "bought", "recovered", "abandoned", "emptied")) {
      int count = Integer.parseInt(String.valueOf(answer.value(0, state)));
      if (count > 0) {
        told.put(state, count);
      }
    }
    assertThat(told).isEqualTo(ends);
    assertThat(answer.value(0, "unpriced")).isEqualTo(answer.value(0, "abandoned"));
  }

  /** One visitor's carts, event by event. */
  private static final class Walk {
    private static final long IDLE = Duration.ofHours(24).toMillis();
    private static final long LIFE = Duration.ofDays(30).toMillis();

    private final Map<String, Integer> ends;
    private boolean open;
    private boolean left;
    private long touched;

    Walk(Map<String, Integer> ends) {
      this.ends = ends;
    }

    void step(Act act) {
      if (open && act.millis - touched > LIFE) {
        count("abandoned");
      }
      left |= open && act.millis - touched > IDLE;
      if (act.kind.equals("addtocart")) {
        open = true;
        touched = act.millis;
      } else if (act.kind.equals("transaction") && open) {
        count(left ? "recovered" : "bought");
      }
      left &= open;
    }

    void end(long now) {
      if (open) {
        count(now - touched > IDLE ? "abandoned" : "open");
      }
    }

    private void count(String end) {
      ends.merge(end, 1, Integer::sum);
      open = false;
      left = false;
    }
  }

  @Test
  @RealData("shop-sample-logs/ecommerce.json.gz")
  void realOrdersAreSpreadAsAPlainCountSaysAndOwedToTheirSum() throws IOException {
    rates = new String[] {"EUR=1"};
    bring(DATA.resolve("shop-sample-logs/ecommerce.json.gz"), "sample-orders");
    List<Double> worth = new ArrayList<>();
    Map<String, List<Instant>> times = new HashMap<>();
    try (BufferedReader lines = lines()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode order = JsonMapper.shared().readTree(line);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode product : order.get("products")) {
          sum = sum.add(new BigDecimal(product.get("taxful_price").asString()));
        }
        worth.add(sum.doubleValue());
        times
            .computeIfAbsent(order.get("customer_id").asString(), any -> new ArrayList<>())
            .add(OffsetDateTime.parse(order.get("order_date").asString()).toInstant());
      }
    }
    agrees(spread(Quantity.ORDER_VALUE), worth, 0.0051);
    agrees(spread(Quantity.TIME_BETWEEN_ORDERS), hoursBetween(times), 1e-6);
    Answer owed =
        store.answer(
            new Attribution(Dimension.CHANNEL, 30, Period.ALWAYS, List.of(), Comparison.NONE));
    for (Attribution.Model model : Attribution.Model.values()) {
      int column = owed.column("revenue_" + model.wireName());
      BigDecimal sum =
          owed.rows().stream()
              .map(row -> new BigDecimal(String.valueOf(row.get(column))))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).isEqualByComparingTo("350859.04");
    }
  }

  private static BufferedReader lines() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(
                Files.newInputStream(DATA.resolve("shop-sample-logs/ecommerce.json.gz"))),
            StandardCharsets.UTF_8));
  }

  private static List<Double> hoursBetween(Map<String, List<Instant>> times) {
    List<Double> hours = new ArrayList<>();
    for (List<Instant> own : times.values()) {
      List<Instant> sorted = own.stream().sorted().toList();
      for (int i = 1; i < sorted.size(); i++) {
        hours.add(Duration.between(sorted.get(i - 1), sorted.get(i)).toMillis() / 3_600_000.0);
      }
    }
    return hours;
  }
}
