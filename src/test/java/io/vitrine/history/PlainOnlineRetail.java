package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.model.Answer;
import io.vitrine.model.Association;
import io.vitrine.model.Cohort;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.store.EventStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** The orders of the gift shop's file, counted line by line in lists and maps. */
final class PlainOnlineRetail {

  /** An order: everything of one invoice that is a sale. */
  private static final class Order {
    private final LocalDate month;
    private final String customer;
    private final Set<String> products = new TreeSet<>();
    private BigDecimal gross = BigDecimal.ZERO;
    private long pieces;

    Order(LocalDate month, String customer) {
      this.month = month;
      this.customer = customer;
    }
  }

  /** What a month or a product sold. */
  private record Sold(long orders, long pieces, BigDecimal gross) {

    Sold and(long orders, long pieces, BigDecimal gross) {
      return new Sold(this.orders + orders, this.pieces + pieces, this.gross.add(gross));
    }
  }

  private final Map<String, Order> orders = new HashMap<>();
  private final Map<String, Sold> products = new HashMap<>();

  PlainOnlineRetail(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(cells(line));
      }
    }
  }

  /** Cells of a line; only the description may be quoted. */
  private static String[] cells(String line) {
    int quote = line.indexOf('"');
    if (quote < 0) {
      return line.split(",", -1);
    }
    int end = line.lastIndexOf('"');
    return (line.substring(0, quote) + "quoted" + line.substring(end + 1)).split(",", -1);
  }

  private void add(String[] cells) {
    long quantity = Long.parseLong(cells[3]);
    BigDecimal price = new BigDecimal(cells[5]);
    if (cells[0].startsWith("C") || quantity <= 0 || price.signum() <= 0) {
      return;
    }
    BigDecimal gross =
        price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
    Order order =
        orders.computeIfAbsent(
            cells[0],
            any ->
                new Order(LocalDate.parse(cells[4].substring(0, 10)).withDayOfMonth(1), cells[6]));
    order.gross = order.gross.add(gross);
    order.pieces += quantity;
    products.merge(
        cells[1],
        new Sold(order.products.add(cells[1]) ? 1 : 0, quantity, gross),
        (had, more) -> had.and(more.orders, more.pieces, more.gross));
  }

  /** Asks a store that the file was brought into, and compares. */
  void agreesWith(EventStore store) {
    months(store);
    products(store);
    cohorts(store);
    pairs(store);
  }

  private void months(EventStore store) {
    Map<LocalDate, Sold> expected = new TreeMap<>();
    for (Order order : orders.values()) {
      expected.merge(
          order.month,
          new Sold(1, order.pieces, order.gross),
          (had, more) -> had.and(1, more.pieces, more.gross));
    }
    Answer answer =
        store.answer(
            new Question.Trend(
                List.of(Metric.ORDERS, Metric.UNITS, Metric.GROSS_REVENUE),
                new Period(LocalDate.parse("2010-12-01"), LocalDate.parse("2011-12-31")),
                Grain.MONTH,
                List.of(),
                Comparison.NONE));
    assertThat(answer.rows()).hasSize(13);
    for (int row = 0; row < answer.rows().size(); row++) {
      LocalDate month = LocalDate.parse(text(answer, row, "bucket"));
      assertThat(sold(answer, row)).as(month.toString()).isEqualTo(expected.get(month));
    }
  }

  private void products(EventStore store) {
    Answer answer =
        store.answer(
            new Question.Breakdown(
                List.of(Metric.ORDERS, Metric.UNITS, Metric.GROSS_REVENUE),
                List.of(Dimension.PRODUCT),
                Period.ALWAYS,
                List.of(),
                Comparison.NONE,
                new Sort(Metric.GROSS_REVENUE.wireName(), true),
                10_000));
    assertThat(answer.rows()).hasSize(products.size());
    for (int row = 0; row < answer.rows().size(); row++) {
      String product = text(answer, row, "product");
      assertThat(sold(answer, row)).as(product).isEqualTo(products.get(product));
    }
  }

  private static Sold sold(Answer answer, int row) {
    return new Sold(
        count(answer, row, "orders"),
        count(answer, row, "units"),
        new BigDecimal(text(answer, row, "gross_revenue")).setScale(2, RoundingMode.UNNECESSARY));
  }

  /** Customers by the month of their first order, and how many of them order in a later one. */
  private void cohorts(EventStore store) {
    Map<String, List<LocalDate>> months = new HashMap<>();
    for (Order order : orders.values()) {
      if (!order.customer.isEmpty()) {
        months.computeIfAbsent(order.customer, any -> new ArrayList<>()).add(order.month);
      }
    }
    Map<LocalDate, Map<Long, Long>> expected = new HashMap<>();
    for (List<LocalDate> own : months.values()) {
      LocalDate first = own.stream().min(Comparator.naturalOrder()).orElseThrow();
      Map<Long, Long> ages = expected.computeIfAbsent(first, any -> new HashMap<>());
      for (LocalDate month : new HashSet<>(own)) {
        ages.merge(ChronoUnit.MONTHS.between(first, month), 1L, Long::sum);
      }
    }
    Answer answer =
        store.answer(
            new Cohort(Cohort.Beginning.FIRST_PURCHASE, Grain.MONTH, Period.ALWAYS, List.of()));
    assertThat(answer.rows()).hasSizeGreaterThanOrEqualTo(13);
    for (int row = 0; row < answer.rows().size(); row++) {
      LocalDate cohort = LocalDate.parse(text(answer, row, "cohort"));
      long age = count(answer, row, "age");
      assertThat(count(answer, row, "buyers"))
          .as(cohort + " " + age)
          .isEqualTo(Objects.requireNonNull(expected.get(cohort)).getOrDefault(age, 0L));
    }
  }

  /** Products that stand in the same orders. */
  private void pairs(EventStore store) {
    Answer answer =
        store.answer(
            new Association(
                Period.ALWAYS,
                List.of(),
                Dimension.PRODUCT,
                Association.Basket.ORDER,
                300,
                null,
                100));
    assertThat(answer.rows()).hasSizeGreaterThan(20);
    for (int row = 0; row < answer.rows().size(); row++) {
      String one = text(answer, row, "one");
      String other = text(answer, row, "other");
      long together =
          orders.values().stream()
              .filter(order -> order.products.contains(one) && order.products.contains(other))
              .count();
      assertThat(count(answer, row, "baskets")).isEqualTo(orders.size());
      assertThat(count(answer, row, "baskets_one")).isEqualTo(sold(one));
      assertThat(count(answer, row, "baskets_other")).isEqualTo(sold(other));
      assertThat(count(answer, row, "together")).as(one + " " + other).isEqualTo(together);
      assertThat(Double.parseDouble(text(answer, row, "lift")))
          .isCloseTo(
              (double) together * orders.size() / ((double) sold(one) * sold(other)), within(1e-9));
    }
  }

  private long sold(String product) {
    return Objects.requireNonNull(products.get(product)).orders();
  }

  private static long count(Answer answer, int row, String column) {
    return Long.parseLong(text(answer, row, column));
  }

  private static String text(Answer answer, int row, String column) {
    return String.valueOf(answer.value(row, column));
  }
}
