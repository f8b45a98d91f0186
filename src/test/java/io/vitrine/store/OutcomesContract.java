package io.vitrine.store;

import static io.vitrine.store.Shop.at;
import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.event;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Outcome;
import io.vitrine.model.Outcomes;
import io.vitrine.model.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store counts what came of an experiment. */
public abstract class OutcomesContract extends StoreFixture {

  private static final Period MARCH = days("2026-03-01", "2026-03-31");

  private static Event.Draft exposed(String visitor, String variant, String local) {
    return did(visitor, EventType.EXPOSURE, local)
        .set(Field.EXPERIMENT, "button")
        .set(Field.VARIANT, variant);
  }

  private static Event.Draft bought(String visitor, String order, String local, String amount) {
    return order(order, EventType.PURCHASE, local)
        .set(Field.VISITOR_ID, visitor)
        .set(Field.AMOUNT, money(amount));
  }

  private Answer ask(@Nullable Dimension by, int before, String cap, Outcome... outcomes) {
    return store.answer(question(by, before, cap, true, List.of(), outcomes));
  }

  private static Outcomes question(
      @Nullable Dimension by,
      int before,
      String cap,
      boolean crossed,
      List<Filter> filters,
      Outcome... outcomes) {
    return new Outcomes(
        "button", List.of(outcomes), by, before, new BigDecimal(cap), crossed, MARCH, filters);
  }

  /** The columns named, row by row. */
  private static List<List<@Nullable Object>> picked(Answer answer, String... columns) {
    return IntStream.range(0, answer.rows().size())
        .mapToObj(
            at ->
                row(
                    Arrays.stream(columns)
                        .map(column -> plain(answer.value(at, column)))
                        .toArray()))
        .toList();
  }

  /** Sums as doubles, however the store writes them. */
  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
  }

  private void shop() {
    append(
        did("ann", EventType.PAGE_VIEW, "2026-03-02T09:59:00"),
        exposed("ann", "a", "2026-03-02T10:00:00"),
        exposed("ann", "b", "2026-03-02T11:00:00"),
        bought("ann", "o1", "2026-03-02T10:05:00", "30"),
        bought("ann", "o2", "2026-03-04T10:00:00", "50"),
        order("o2", EventType.REFUND, "2026-03-20T10:00:00").set(Field.AMOUNT, money("20")),
        exposed("bob", "b", "2026-03-03T10:00:00"),
        bought("bob", "o3", "2026-03-03T09:59:59", "70"),
        exposed("cat", "b", "2026-03-03T10:00:00"),
        bought("cat", "o4", "2026-03-05T10:00:00", "40"),
        order("o4", EventType.CANCELLATION, "2026-03-06T10:00:00"),
        exposed("dan", "b", "2026-03-04T10:00:00"),
        bought("dan", "o5", "2026-03-04T10:00:00", "12"),
        exposed("bot", "b", "2026-03-04T10:00:00").set(Field.BOT, true));
  }

  @Test
  void eachVisitorCountsOnceForTheFirstVariant() {
    shop();
    Answer answer = ask(null, 0, "1", Outcome.CONVERSION_PER_VISITOR, Outcome.AOV);
    assertThat(
            picked(
                answer,
                "variant",
                "outcome",
                "first_exposure",
                "visitors",
                "several_variants",
                "positive",
                "above",
                "above_squares",
                "below",
                "product"))
        .containsExactly(
            row("a", "aov", at("2026-03-02T10:00:00"), 1L, 1L, 1L, 60.0, 3600.0, 2.0, 120.0),
            row(
                "a",
                "conversion_per_visitor",
                at("2026-03-02T10:00:00"),
                1L,
                1L,
                1L,
                1.0,
                1.0,
                1.0,
                1.0),
            row("b", "aov", at("2026-03-03T10:00:00"), 3L, 0L, 1L, 12.0, 144.0, 1.0, 12.0),
            row(
                "b",
                "conversion_per_visitor",
                at("2026-03-03T10:00:00"),
                3L,
                0L,
                1L,
                1.0,
                1.0,
                3.0,
                1.0));
  }

  @Test
  void whoSawSeveralVariantsCanBeLeftOut() {
    shop();
    Answer answer =
        store.answer(question(null, 0, "1", false, List.of(), Outcome.REVENUE_PER_VISITOR));
    assertThat(picked(answer, "variant", "visitors", "above")).containsExactly(row("b", 3L, 12.0));
  }

  /** Others count such a visitor in both variants, or for whichever came last, and say nothing. */
  @Test
  void fault11AVisitorOfTwoVariantsCountsOnceIsReportedAndCanBeLeftOut() {
    shop();
    assertThat(
            picked(
                ask(null, 0, "1", Outcome.ORDERS),
                "variant",
                "visitors",
                "several_variants",
                "above"))
        .containsExactly(row("a", 1L, 1L, 2.0), row("b", 3L, 0L, 1.0));
    assertThat(
            picked(
                store.answer(question(null, 0, "1", false, List.of(), Outcome.ORDERS)),
                "variant",
                "visitors",
                "above"))
        .containsExactly(row("b", 3L, 1.0));
  }

  /** Home's card and the page of results tell one figure: orders of the ledger. */
  @Test
  void buyersOfExposuresAreThoseOfTheOutcome() {
    shop();
    append(bought("ann", "o1", "2026-03-02T10:05:00", "30"));
    Answer exposures = store.answer(new io.vitrine.model.Question.Exposures(MARCH, List.of()));
    assertThat(picked(exposures, "variant", "visitors", "buyers"))
        .isEqualTo(
            picked(
                ask(null, 0, "1", Outcome.CONVERSION_PER_VISITOR),
                "variant",
                "visitors",
                "positive"))
        .containsExactly(row("a", 1L, 1L), row("b", 3L, 1L));
  }

  @Test
  void withoutAnExperimentEverybodyCountsFromTheFirstEventOn() {
    shop();
    Answer answer =
        store.answer(
            new Outcomes(
                null,
                List.of(Outcome.AOV, Outcome.REVENUE_PER_VISITOR),
                null,
                0,
                BigDecimal.ONE,
                true,
                MARCH,
                List.of()));
    assertThat(
            picked(
                answer,
                "variant",
                "outcome",
                "visitors",
                "positive",
                "above",
                "above_squares",
                "below"))
        .containsExactly(
            row("everybody", "aov", 4L, 3L, 142.0, 8644.0, 4.0),
            row("everybody", "revenue_per_visitor", 4L, 3L, 142.0, 8644.0, 4.0));
  }

  @Test
  void ofARatioBothSidesOfTheLineStandBesideWhatTheyWereBefore() {
    append(
        exposed("eve", "a", "2026-03-10T10:00:00"),
        bought("eve", "p1", "2026-03-08T10:00:00", "20"),
        bought("eve", "p2", "2026-03-09T10:00:00", "30"),
        bought("eve", "p3", "2026-03-11T10:00:00", "40"));
    String[] columns = {
      "above",
      "below",
      "before",
      "before_below",
      "before_below_squares",
      "before_own_product",
      "before_product",
      "above_before_below",
      "below_before",
      "belows"
    };
    List<@Nullable Object> whole = row(40.0, 1.0, 50.0, 2.0, 4.0, 100.0, 2000.0, 80.0, 50.0, 2.0);
    assertThat(picked(ask(null, 7, "1", Outcome.AOV), columns)).containsExactly(whole);
    assertThat(picked(ask(Dimension.DAY, 7, "1", Outcome.AOV), columns))
        .containsExactly(row(0.0, 0.0, 50.0, 2.0, 4.0, 100.0, 0.0, 0.0, 0.0, 0.0), whole);
  }

  @Test
  void whatWasDoneBeforeStandsBeside() {
    shop();
    assertThat(
            picked(
                ask(null, 7, "1", Outcome.REVENUE_PER_VISITOR),
                "variant",
                "before",
                "before_squares",
                "before_product"))
        .containsExactly(row("a", 0.0, 0.0, 0.0), row("b", 70.0, 4900.0, 0.0));
    assertThat(picked(ask(null, 7, "1", Outcome.SESSIONS), "variant", "above", "before"))
        .as("a session that the exposure is in is none before it")
        .containsExactly(row("a", 3.0, 0.0), row("b", 4.0, 0.0));
  }

  @Test
  void amountsAreCutAtOneCapForAllVariants() {
    shop();
    // Of 60 and 12, type 7: 12 + 0.75 * 48.
    assertThat(picked(ask(null, 0, "0.75", Outcome.REVENUE_PER_VISITOR), "variant", "above", "cap"))
        .containsExactly(row("a", 48.0, 48.0), row("b", 12.0, 48.0));
  }

  @Test
  void byDayTheSumsAreCumulative() {
    shop();
    assertThat(
            picked(
                ask(Dimension.DAY, 0, "1", Outcome.REVENUE_PER_VISITOR),
                "day",
                "variant",
                "visitors",
                "positive",
                "above",
                "above_squares"))
        .containsExactly(
            row(java.time.LocalDate.parse("2026-03-02"), "a", 1L, 1L, 30.0, 900.0),
            row(java.time.LocalDate.parse("2026-03-03"), "b", 2L, 0L, 0.0, 0.0),
            row(java.time.LocalDate.parse("2026-03-04"), "a", 1L, 1L, 60.0, 3600.0),
            row(java.time.LocalDate.parse("2026-03-04"), "b", 3L, 1L, 12.0, 144.0),
            row(java.time.LocalDate.parse("2026-03-05"), "b", 3L, 1L, 12.0, 144.0));
  }

  @Test
  void theSessionOfTheExposureSaysWhereTheVisitorWas() {
    append(
        did("ann", EventType.PAGE_VIEW, "2026-03-02T09:59:00").set(Field.DEVICE, "phone"),
        exposed("ann", "a", "2026-03-02T10:00:00"),
        did("bob", EventType.PAGE_VIEW, "2026-03-01T09:59:00"),
        exposed("bob", "b", "2026-03-03T10:00:00"));
    assertThat(
            picked(
                ask(Dimension.DEVICE, 0, "1", Outcome.CONVERSION_PER_VISITOR),
                "device",
                "variant",
                "visitors"))
        .containsExactly(row("phone", "a", 1L), row(null, "b", 1L));
    assertThat(
            picked(
                ask(Dimension.VISITOR_KIND, 0, "1", Outcome.CONVERSION_PER_VISITOR),
                "visitor_kind",
                "variant"))
        .containsExactly(row("new", "a"), row("returning", "b"));
  }

  @Test
  void filtersChooseExposures() {
    append(
        exposed("ann", "a", "2026-03-02T10:00:00").set(Field.DEVICE, "phone"),
        exposed("bob", "a", "2026-03-02T10:00:00").set(Field.DEVICE, "tablet"),
        exposed("bot", "a", "2026-03-02T10:00:00").set(Field.BOT, true));
    assertThat(
            picked(
                store.answer(
                    question(
                        null,
                        0,
                        "1",
                        true,
                        List.of(is(Dimension.DEVICE, "phone")),
                        Outcome.ORDERS)),
                "visitors"))
        .containsExactly(row(1L));
    assertThat(
            picked(
                store.answer(
                    question(
                        null, 0, "1", true, List.of(is(Dimension.BOT, "true")), Outcome.ORDERS)),
                "visitors"))
        .containsExactly(row(1L));
  }

  @Test
  void whatHasNoAnswerIsRefused() {
    assertThatThrownBy(() -> ask(Dimension.DAY, 0, "1", Outcome.RESPONSE_TIME_P95))
        .hasMessage("a quantile is not cumulated by day");
    assertThatThrownBy(() -> ask(Dimension.BROWSER, 0, "1", Outcome.AOV))
        .hasMessageContaining("split by day, device");
    assertThatThrownBy(() -> ask(null, 91, "1", Outcome.AOV)).hasMessageContaining("not 91");
    assertThatThrownBy(() -> ask(null, 0, "0.5", Outcome.AOV)).hasMessageContaining("not 0.5");
    assertThatThrownBy(() -> ask(null, 0, "1", Outcome.AOV, Outcome.AOV))
        .hasMessageContaining("different");
  }

  /** Response times of 40 visitors, some with many: order statistics and clustering by hand. */
  @Test
  void aQuantileHasItsOrderStatistics() {
    List<Event.Draft> events = new ArrayList<>();
    Map<Integer, List<Double>> times = new TreeMap<>();
    for (int visitor = 0; visitor < 40; visitor++) {
      events.add(exposed("v" + visitor, "a", "2026-03-02T10:00:00"));
      for (int i = 0; i < 1 + visitor % 7; i++) {
        double took = 20 + (visitor * 37 + i * 101) % 500;
        times.computeIfAbsent(visitor, none -> new ArrayList<>()).add(took);
        events.add(
            event(EventType.PERFORMANCE, "2026-03-02T11:00:00")
                .set(Field.VISITOR_ID, "v" + visitor)
                .set(Field.RESPONSE_TIME, took));
      }
    }
    append(events.toArray(Event.Draft[]::new));
    double[] all =
        times.values().stream().flatMap(List::stream).mapToDouble(d -> d).sorted().toArray();
    double reach = 1.959963984540054 * Math.sqrt(0.95 * 0.05 / all.length);
    double quantile = all[(int) Math.ceil(0.95 * all.length) - 1];
    double share =
        Arrays.stream(all).filter(took -> took <= quantile).count() / (double) all.length;
    double squares = 0;
    for (List<Double> own : times.values()) {
      double step = own.stream().filter(took -> took <= quantile).count() - share * own.size();
      squares += step * step;
    }
    Answer answer = ask(null, 0, "1", Outcome.RESPONSE_TIME_P95);
    assertThat(picked(answer, "visitors", "quantile", "quantile_low", "quantile_high", "ranked"))
        .containsExactly(
            row(
                40L,
                quantile,
                all[(int) Math.ceil((0.95 - reach) * all.length) - 1],
                all[Math.min(all.length, (int) Math.ceil((0.95 + reach) * all.length)) - 1],
                (long) all.length));
    assertThat((Double) answer.value(0, "clustering"))
        .isCloseTo(40.0 / 39 * squares / all.length / (0.95 * 0.05), within(1e-9));
  }

  private static final class Shopper {
    String variant = "";
    boolean crossed;
    double revenue;
    double before;
    long orders;
  }

  /** 300 visitors at random, counted again in plain Java. */
  @Test
  void manyVisitorsAreAsAPlainCountSays() {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom dice = new SplittableRandom(seed);
    Map<String, Shopper> shoppers = new TreeMap<>();
    List<Event.Draft> events = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Shopper shopper = new Shopper();
      shoppers.put("v" + i, shopper);
      int exposure = 10 + dice.nextInt(15);
      shopper.variant = dice.nextBoolean() ? "a" : "b";
      events.add(exposed("v" + i, shopper.variant, "2026-03-%02dT12:00:00".formatted(exposure)));
      if (dice.nextInt(10) == 0) {
        shopper.crossed = true;
        String other = shopper.variant.equals("a") ? "b" : "a";
        events.add(exposed("v" + i, other, "2026-03-%02dT13:00:00".formatted(exposure)));
      }
      for (int o = dice.nextInt(4); o > 0; o--) {
        int day = 1 + dice.nextInt(30);
        int hour = dice.nextInt(24);
        int cents = 100 + dice.nextInt(10_000);
        String id = "o" + i + "-" + o;
        events.add(
            bought(
                "v" + i,
                id,
                "2026-03-%02dT%02d:30:00".formatted(day, hour),
                BigDecimal.valueOf(cents, 2).toPlainString()));
        double net = cents / 100.0;
        if (dice.nextInt(5) == 0) {
          events.add(
              order(id, EventType.REFUND, "2026-03-31T10:00:00").set(Field.AMOUNT, money("1")));
          net -= 1;
        }
        int hours = (day - exposure) * 24 + hour - 12;
        if (hours >= 0) {
          shopper.revenue += net;
          shopper.orders++;
        } else if (hours * 60 + 30 >= -7 * 24 * 60) {
          shopper.before += net;
        }
      }
    }
    append(events.toArray(Event.Draft[]::new));
    Answer answer = ask(null, 7, "1", Outcome.AOV, Outcome.REVENUE_PER_VISITOR);
    for (String variant : List.of("a", "b")) {
      List<Shopper> own =
          shoppers.values().stream().filter(one -> one.variant.equals(variant)).toList();
      int at = variant.equals("a") ? 0 : 2;
      assertThat(answer.value(at, "visitors")).as("seed %d", seed).isEqualTo((long) own.size());
      assertThat(answer.value(at, "several_variants"))
          .isEqualTo(own.stream().filter(one -> one.crossed).count());
      sum(answer, at, "below", own.stream().mapToDouble(one -> one.orders).sum());
      sum(answer, at, "product", own.stream().mapToDouble(one -> one.orders * one.revenue).sum());
      sum(answer, at + 1, "above", own.stream().mapToDouble(one -> one.revenue).sum());
      sum(
          answer,
          at + 1,
          "above_squares",
          own.stream().mapToDouble(one -> one.revenue * one.revenue).sum());
      sum(answer, at + 1, "before", own.stream().mapToDouble(one -> one.before).sum());
      sum(
          answer,
          at + 1,
          "before_product",
          own.stream().mapToDouble(one -> one.before * one.revenue).sum());
    }
    cumulatesTo(answer, Outcome.REVENUE_PER_VISITOR);
  }

  /** The last day by day is the whole. */
  private void cumulatesTo(Answer whole, Outcome outcome) {
    Answer days = ask(Dimension.DAY, 7, "1", outcome);
    for (int at = 1; at < whole.rows().size(); at += 2) {
      int row = at;
      int last =
          IntStream.range(0, days.rows().size())
              .filter(
                  i ->
                      java.util.Objects.equals(
                          days.value(i, "variant"), whole.value(row, "variant")))
              .max()
              .orElseThrow();
      for (String column : List.of("above", "above_squares", "before", "before_product")) {
        sum(
            days,
            last,
            column,
            ((Number) java.util.Objects.requireNonNull(whole.value(at, column))).doubleValue());
      }
    }
  }

  private static void sum(Answer answer, int row, String column, double expected) {
    assertThat(((Number) java.util.Objects.requireNonNull(answer.value(row, column))).doubleValue())
        .as(column)
        .isCloseTo(expected, within(1e-6));
  }
}
