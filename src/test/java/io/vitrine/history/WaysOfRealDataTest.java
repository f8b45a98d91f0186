package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.RealData;
import io.vitrine.model.Answer;
import io.vitrine.model.Cohort;
import io.vitrine.model.Comparison;
import io.vitrine.model.EventType;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import io.vitrine.model.Timeline;
import io.vitrine.model.VisitorSegments;
import io.vitrine.store.past.SessionRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Funnels, ways, cohorts, timelines and segments of real files against a plain count of them. */
class WaysOfRealDataTest extends MappedFixture {

  private static final Path DATA = Path.of("..", "shared", "data");
  private static final Map<String, String> TYPES =
      Map.of(
          "view", "product_view",
          "addtocart", "add_to_cart",
          "transaction", "purchase");
  private static final long WINDOW = Duration.ofDays(30).toMillis();
  private static final long IDLE = Duration.ofMinutes(30).toMillis();

  private record Act(long millis, String visitor, String type) {

    LocalDate day() {
      return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }

  private record Order(LocalDate day, BigDecimal worth) {}

  private record Buyer(LocalDate last, int orders, BigDecimal worth) {}

  /** The acts of each visitor in the order in which they happened. */
  private static Collection<List<Act>> visitors() throws IOException {
    Map<String, List<Act>> byVisitor = new HashMap<>();
    Files.readAllLines(DATA.resolve("retailrocket-sample/events.csv")).stream()
        .skip(1)
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .distinct()
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                new Act(
                    Long.parseLong(cells[0]),
                    cells[1],
                    Objects.requireNonNull(TYPES.get(cells[2]))))
        .sorted(
            Comparator.comparingLong(Act::millis)
                .thenComparing(act -> !act.type.equals("product_view"))
                .thenComparing(Act::type))
        .forEach(act -> byVisitor.computeIfAbsent(act.visitor, any -> new ArrayList<>()).add(act));
    return byVisitor.values();
  }

  private static List<List<Act>> sessions(List<Act> own) {
    List<List<Act>> sessions = new ArrayList<>();
    for (Act act : own) {
      if (sessions.isEmpty() || act.millis - sessions.getLast().getLast().millis > IDLE) {
        sessions.add(new ArrayList<>());
      }
      sessions.getLast().add(act);
    }
    return sessions;
  }

  private void bringRetailRocket() {
    new RetailRocketImport(store, data())
        .run(DATA.resolve("retailrocket-sample"), SessionRule.INACTIVITY, part -> {});
  }

  private static long count(Answer answer, int row, String column) {
    return Long.parseLong(String.valueOf(answer.value(row, column)));
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void realVisitorsWalkThroughTheFunnelAsAPlainWalkSays() throws IOException {
    bringRetailRocket();
    long[] entered = new long[3];
    for (List<Act> own : visitors()) {
      int step = 0;
      long start = 0;
      for (Act act : own) {
        if (step == 0 && act.type.equals("product_view")) {
          start = act.millis;
          entered[step++]++;
        } else if (step > 0
            && step < 3
            && act.millis - start <= WINDOW
            && act.type.equals(step == 1 ? "add_to_cart" : "purchase")) {
          entered[step++]++;
        }
      }
    }
    List<Funnel.Step> steps =
        Stream.of(EventType.PRODUCT_VIEW, EventType.ADD_TO_CART, EventType.PURCHASE)
            .map(Funnel.Step::of)
            .toList();
    Answer answer =
        store.answer(
            new Funnel(
                new Funnel.Way(
                    steps, Funnel.Order.ORDERED, Duration.ofDays(30), Funnel.Entity.VISITOR),
                new Funnel.Show.Steps(null, 1),
                Period.ALWAYS,
                List.of(),
                Comparison.NONE));
    assertThat(entered[2]).isPositive();
    for (int step = 0; step < 3; step++) {
      assertThat(count(answer, step, "entered")).isEqualTo(entered[step]);
    }
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void sessionsOfRealVisitorsTakeTheWaysThatAPlainCountFinds() throws IOException {
    bringRetailRocket();
    Map<List<String>, Long> ways = new HashMap<>();
    for (List<Act> own : visitors()) {
      for (List<Act> session : sessions(own)) {
        List<String> way = new ArrayList<>();
        for (Act act : session) {
          if (way.isEmpty() || !way.getLast().equals(act.type)) {
            way.add(act.type);
          }
        }
        ways.merge(List.copyOf(way.subList(0, Math.min(4, way.size()))), 1L, Long::sum);
      }
    }
    Answer answer =
        store.answer(
            new Paths(
                Paths.Label.TYPES,
                null,
                Paths.Direction.FROM,
                4,
                Paths.Show.WAYS,
                500,
                Period.ALWAYS,
                List.of()));
    Map<List<String>, Long> told = new HashMap<>();
    answer
        .rows()
        .forEach(
            row ->
                told.put(
                    row.subList(0, 4).stream()
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList(),
                    Long.parseLong(String.valueOf(row.get(4)))));
    assertThat(ways).hasSizeGreaterThan(10);
    assertThat(told).isEqualTo(ways);
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void realVisitorsComeBackInTheWeeksThatAPlainCountFinds() throws IOException {
    bringRetailRocket();
    Map<LocalDate, Map<Integer, Set<String>>> active = new TreeMap<>();
    for (List<Act> own : visitors()) {
      LocalDate cohort = monday(own.getFirst().day());
      for (Act act : own) {
        int age = (int) (ChronoUnit.DAYS.between(cohort, monday(act.day())) / 7);
        active
            .computeIfAbsent(cohort, any -> new HashMap<>())
            .computeIfAbsent(age, any -> new HashSet<>())
            .add(act.visitor);
      }
    }
    Answer answer =
        store.answer(
            new Cohort(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, Period.ALWAYS, List.of()));
    assertThat(answer.rows().size()).isGreaterThan(100);
    for (int row = 0; row < answer.rows().size(); row++) {
      Map<Integer, Set<String>> cohort =
          Objects.requireNonNull(
              active.get(LocalDate.parse(String.valueOf(answer.value(row, "cohort")))));
      int age = (int) count(answer, row, "age");
      int size = Objects.requireNonNull(cohort.get(0)).size();
      int came = cohort.getOrDefault(age, Set.of()).size();
      assertThat(count(answer, row, "size")).isEqualTo(size);
      assertThat(count(answer, row, "active")).isEqualTo(came);
      assertThat(Double.parseDouble(String.valueOf(answer.value(row, "retention"))))
          .isCloseTo((double) came / size, within(1e-12));
    }
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void theTimelineOfTheBusiestRealVisitorIsItsRowsOfTheFile() throws IOException {
    bringRetailRocket();
    List<Act> own = visitors().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    Answer answer =
        store.answer(new Timeline(own.getFirst().visitor, Period.ALWAYS, own.size() + 1));
    List<Long> times = own.reversed().stream().map(Act::millis).toList();
    assertThat(answer.rows().stream().map(row -> ((Instant) row.get(0)).toEpochMilli()))
        .isEqualTo(times);
    assertThat(count(answer, 0, "session")).isEqualTo(sessions(own).size());
  }

  @Test
  @RealData("shop-sample-logs/ecommerce.json.gz")
  void realBuyersFallIntoTheSegmentsAndCohortsThatAPlainCountFinds() throws IOException {
    rates = new String[] {"EUR=1"};
    bring(DATA.resolve("shop-sample-logs/ecommerce.json.gz"), "sample-orders");
    Map<String, List<Order>> orders = orders();
    LocalDate first =
        orders.values().stream()
            .flatMap(List::stream)
            .map(Order::day)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    for (int days = 1; days <= 30; days += 7) {
      segments(orders, first.plusDays(days));
    }
    cohorts(orders);
  }

  /** Buyers as they stood at the end of a day. */
  private void segments(Map<String, List<Order>> orders, LocalDate end) {
    List<Buyer> buyers =
        orders.values().stream()
            .map(own -> own.stream().filter(order -> !order.day.isAfter(end)).toList())
            .filter(own -> !own.isEmpty())
            .map(
                own ->
                    new Buyer(
                        own.stream().map(Order::day).max(Comparator.naturalOrder()).orElseThrow(),
                        own.size(),
                        own.stream().map(Order::worth).reduce(BigDecimal.ZERO, BigDecimal::add)))
            .toList();
    Map<String, Long> expected = new HashMap<>();
    Map<String, BigDecimal> worth = new HashMap<>();
    for (Buyer buyer : buyers) {
      String segment =
          segment(
              fifth(buyers, buyer, each -> each.last.toEpochDay()),
              fifth(buyers, buyer, Buyer::orders),
              fifth(buyers, buyer, each -> each.worth.doubleValue()));
      expected.merge(segment, 1L, Long::sum);
      worth.merge(segment, buyer.worth, BigDecimal::add);
    }
    Answer answer =
        store.answer(
            new VisitorSegments(
                new Period(end.minusDays(60), end),
                List.of(),
                Comparison.NONE,
                VisitorSegments.Scheme.RFM,
                VisitorSegments.View.SHARES));
    assertThat(expected).hasSizeGreaterThan(1);
    for (int row = 0; row < answer.rows().size(); row++) {
      String segment = String.valueOf(answer.value(row, "segment"));
      assertThat(count(answer, row, "visitors"))
          .as(segment)
          .isEqualTo(expected.getOrDefault(segment, 0L));
      assertThat(new BigDecimal(String.valueOf(answer.value(row, "revenue"))))
          .as(segment)
          .isEqualByComparingTo(worth.getOrDefault(segment, BigDecimal.ZERO));
    }
  }

  /** The fifth of all buyers, 1 to 5, that the first of those with the same value lies in. */
  private static int fifth(List<Buyer> buyers, Buyer buyer, ToDoubleFunction<Buyer> value) {
    double own = value.applyAsDouble(buyer);
    long below = buyers.stream().filter(each -> value.applyAsDouble(each) < own).count();
    return (int) Math.min(5, 1 + 5 * below / (buyers.size() - 1));
  }

  private static String segment(int recency, int frequency, int money) {
    if (recency >= 4 && frequency >= 4 && money >= 4) {
      return "champions";
    }
    if (recency >= 3 && frequency >= 4) {
      return "loyal";
    }
    if (recency >= 3 && money == 5) {
      return "big_spenders";
    }
    if (recency >= 3) {
      return recency == 3 ? "fading" : "recent";
    }
    return frequency >= 4 || money >= 4 ? "at_risk" : "lost";
  }

  private void cohorts(Map<String, List<Order>> orders) {
    Map<LocalDate, Map<Integer, Long>> counts = new HashMap<>();
    Map<LocalDate, Map<Integer, Set<String>>> buyers = new HashMap<>();
    orders.forEach(
        (buyer, own) -> {
          LocalDate cohort =
              monday(own.stream().map(Order::day).min(Comparator.naturalOrder()).orElseThrow());
          for (Order order : own) {
            int age = (int) (ChronoUnit.DAYS.between(cohort, monday(order.day)) / 7);
            counts.computeIfAbsent(cohort, any -> new HashMap<>()).merge(age, 1L, Long::sum);
            buyers
                .computeIfAbsent(cohort, any -> new HashMap<>())
                .computeIfAbsent(age, any -> new HashSet<>())
                .add(buyer);
          }
        });
    Answer answer =
        store.answer(
            new Cohort(Cohort.Beginning.FIRST_PURCHASE, Grain.WEEK, Period.ALWAYS, List.of()));
    assertThat(answer.rows()).isNotEmpty();
    for (int row = 0; row < answer.rows().size(); row++) {
      LocalDate cohort = LocalDate.parse(String.valueOf(answer.value(row, "cohort")));
      int age = (int) count(answer, row, "age");
      assertThat(count(answer, row, "orders"))
          .isEqualTo(Objects.requireNonNull(counts.get(cohort)).getOrDefault(age, 0L));
      assertThat(count(answer, row, "buyers"))
          .isEqualTo(Objects.requireNonNull(buyers.get(cohort)).getOrDefault(age, Set.of()).size());
    }
  }

  private static Map<String, List<Order>> orders() throws IOException {
    Map<String, List<Order>> orders = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(DATA.resolve("shop-sample-logs/ecommerce.json.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode order = JsonMapper.shared().readTree(line);
        BigDecimal worth = BigDecimal.ZERO;
        for (JsonNode product : order.get("products")) {
          worth = worth.add(new BigDecimal(product.get("taxful_price").asString()));
        }
        Instant at = OffsetDateTime.parse(order.get("order_date").asString()).toInstant();
        orders
            .computeIfAbsent(order.get("customer_id").asString(), any -> new ArrayList<>())
            .add(new Order(at.atOffset(ZoneOffset.UTC).toLocalDate(), worth));
      }
    }
    return orders;
  }
}
