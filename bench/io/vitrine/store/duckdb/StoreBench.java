package io.vitrine.store.duckdb;

import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.OrderLine;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.store.StoreSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Times the embedded store on made-up events: {@code StoreBench FOLDER EVENTS}. On a folder that
 * holds events already it only asks.
 */
final class StoreBench {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final LocalDate LAST = LocalDate.parse("2026-06-28");
  private static final int DAYS = 180;
  private static final int BATCH = 500;
  private static final String[] CHANNELS = {"direct", "search", "email", "social", "ads"};

  private StoreBench() {}

  public static void main(String[] arguments) throws InterruptedException {
    StoreSettings settings =
        StoreSettings.of(Path.of(arguments[0]), ZONE, Currency.getInstance("EUR"));
    int events = Integer.parseInt(arguments[1]);
    if (arguments.length > 2) {
      raw(settings, events);
    }
    try (DuckEventStore store = DuckEventStore.open(settings, Clock.systemUTC())) {
      if (store.watermark().sequence() == 0) {
        ingest(store, events);
      }
      if (arguments.length > 2) {
        return;
      }
      ask(store, "refresh of everything", totals(List.of(Metric.VISITORS), 1));
      questions(store);
      live(store);
    }
  }

  private static void ingest(DuckEventStore store, int events) throws InterruptedException {
    long cpu = cpu();
    long start = System.nanoTime();
    AtomicLong next = new AtomicLong();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      senders.add(Thread.ofVirtual().start(() -> send(store, next, events)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "ingest %d in %.1f s: %.0f/s, CPU %d ms%n", events, seconds, events / seconds, cpu() - cpu);
  }

  /** The same rows through the driver's appender alone, made ready beforehand. */
  private static void raw(StoreSettings settings, int events) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      rows.add(Row.of(event(i, events), ZONE));
    }
    StoreSettings other =
        StoreSettings.of(settings.folder().resolve("raw"), ZONE, settings.currency());
    try (Database database = Database.open(other);
        Connected connected = database.connection()) {
      long cpu = cpu();
      long start = System.nanoTime();
      for (int from = 0; from < events; from += 4000) {
        List<Row> group = rows.subList(from, Math.min(events, from + 4000));
        connected.transaction(() -> append(connected, group));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("raw appender %d in %.1f s, CPU %d ms%n", events, seconds, cpu() - cpu);
    }
  }

  private static void append(Connected connected, List<Row> group) {
    try (var appender = connected.appender("events")) {
      EventAppender events = new EventAppender(appender);
      for (Row row : group) {
        events.append(row, 1);
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(DuckEventStore store, AtomicLong next, int events) {
    for (long from = next.getAndAdd(BATCH); from < events; from = next.getAndAdd(BATCH)) {
      List<Event> batch = new ArrayList<>();
      for (long i = from; i < Math.min(events, from + BATCH); i++) {
        batch.add(event(i, events));
      }
      store.append(batch);
    }
  }

  private static Event event(long number, long all) {
    Random random = new Random(number / 3);
    Random own = new Random(number);
    long span = DAYS * 86_400_000L;
    Instant at =
        LAST.minusDays(DAYS - 1)
            .atStartOfDay(ZONE)
            .toInstant()
            .plusMillis((long) ((double) number / all * span) + own.nextInt(60_000));
    int visitor = (int) (all / 6 * Math.pow(random.nextDouble(), 1.5));
    String product = "product-" + (int) (50_000 * Math.pow(own.nextDouble(), 3));
    Event.Draft draft =
        Event.draft()
            .set(Field.ID, "event-" + number)
            .set(Field.TIMESTAMP, at)
            .set(Field.RECEIVED_AT, at)
            .set(Field.VISITOR_ID, "visitor-" + visitor)
            .set(Field.PAGE, "/products/" + product)
            .set(Field.USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0")
            .set(Field.CHANNEL, CHANNELS[visitor % 5])
            .set(Field.COUNTRY, visitor % 3 == 0 ? "FR" : "ES")
            .set(Field.DEVICE, visitor % 2 == 0 ? "phone" : "desktop")
            .set(Field.BROWSER, "Firefox");
    int kind = own.nextInt(100);
    if (kind < 90) {
      draft.set(Field.TYPE, "product_view").set(Field.PRODUCT_ID, product);
    }
    if (kind >= 90 && kind < 98) {
      draft.set(Field.TYPE, "add_to_cart").set(Field.PRODUCT_ID, product);
    }
    if (kind >= 98) {
      draft
          .set(Field.TYPE, "purchase")
          .set(Field.ORDER_ID, "order-" + number)
          .items(
              List.of(
                  new OrderLine(
                      product,
                      "Name of " + product,
                      "c" + product.length(),
                      1,
                      BigDecimal.valueOf(own.nextInt(100_00), 2))));
    }
    return draft.finish();
  }

  private static Period days(int days) {
    return new Period(LAST.minusDays(days - 1), LAST);
  }

  private static Question totals(List<Metric> metrics, int days) {
    return new Question.Totals(metrics, days(days), List.of(), Comparison.PREVIOUS_PERIOD);
  }

  private static Question breakdown(
      List<Metric> metrics, List<Dimension> by, Comparison comparison, int limit) {
    return new Question.Breakdown(
        metrics,
        by,
        days(90),
        List.of(),
        comparison,
        new Sort(metrics.getFirst().wireName(), true),
        limit);
  }

  private static void questions(DuckEventStore store) {
    List<Metric> ten =
        List.of(
            Metric.VISITORS,
            Metric.SESSIONS,
            Metric.ORDERS,
            Metric.REVENUE,
            Metric.AOV,
            Metric.CONVERSION_PER_SESSION,
            Metric.CONVERSION_PER_VISITOR,
            Metric.NEW_VISITORS,
            Metric.BOUNCE_RATE,
            Metric.CART_ABANDONMENT);
    List<Metric> six = ten.subList(0, 6);
    ask(store, "totals of 10, compared, 90 days", totals(ten, 90));
    ask(
        store,
        "trend of 6 by day, compared",
        new Question.Trend(six, days(90), Grain.DAY, List.of(), Comparison.PREVIOUS_PERIOD));
    ask(
        store,
        "trend of 6 by week",
        new Question.Trend(six, days(90), Grain.WEEK, List.of(), Comparison.NONE));
    ask(
        store,
        "trend by hour, 7 days",
        new Question.Trend(six, days(7), Grain.HOUR, List.of(), Comparison.NONE));
    ask(
        store,
        "trend by minute, 1 day",
        new Question.Trend(six, days(1), Grain.MINUTE, List.of(), Comparison.NONE));
    ask(
        store,
        "channel, compared",
        breakdown(six, List.of(Dimension.CHANNEL), Comparison.PREVIOUS_PERIOD, 50));
    ask(
        store,
        "weekday x hour orders",
        breakdown(
            List.of(Metric.ORDERS),
            List.of(Dimension.WEEKDAY, Dimension.HOUR),
            Comparison.NONE,
            200));
    ask(
        store,
        "weekday x hour visitors",
        breakdown(
            List.of(Metric.VISITORS),
            List.of(Dimension.WEEKDAY, Dimension.HOUR),
            Comparison.NONE,
            200));
    ask(
        store,
        "top products",
        breakdown(
            List.of(Metric.REVENUE, Metric.VIEWS, Metric.ADD_TO_CARTS, Metric.ORDERS),
            List.of(Dimension.PRODUCT),
            Comparison.NONE,
            50));
    ask(
        store,
        "top products, compared",
        breakdown(
            List.of(Metric.REVENUE, Metric.VIEWS),
            List.of(Dimension.PRODUCT),
            Comparison.PREVIOUS_PERIOD,
            50));
    ask(
        store,
        "products by visitors",
        breakdown(List.of(Metric.VISITORS), List.of(Dimension.PRODUCT), Comparison.NONE, 50));
  }

  /** A question after each append to the last day. */
  private static void live(DuckEventStore store) {
    long[] times = new long[8];
    for (int i = 0; i < times.length; i++) {
      Event event =
          event(999_000_000L + i, 1_000_000_000L)
              .toDraft()
              .set(Field.ID, "live-" + System.nanoTime())
              .finish();
      store.append(List.of(event));
      long start = System.nanoTime();
      store.answer(totals(List.of(Metric.VISITORS), 1));
      times[i] = (System.nanoTime() - start) / 1_000_000;
    }
    System.out.println(
        "answer after an append to the last day, ms: " + java.util.Arrays.toString(times));
  }

  private static void ask(DuckEventStore store, String name, Question question) {
    long first = time(store, question);
    long best = Long.MAX_VALUE;
    long cpu = cpu();
    for (int i = 0; i < 5; i++) {
      best = Math.min(best, time(store, question));
    }
    System.out.printf(
        "%-34s first %5d ms, best of 5 %4d ms, CPU %4d ms%n", name, first, best, (cpu() - cpu) / 5);
  }

  /** Milliseconds of processor time that the process has taken. */
  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static long time(DuckEventStore store, Question question) {
    long start = System.nanoTime();
    store.answer(question);
    return (System.nanoTime() - start) / 1_000_000;
  }
}
