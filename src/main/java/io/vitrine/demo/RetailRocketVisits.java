package io.vitrine.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** The events of the set, from 2015-05-03 to 2015-09-18, in time order. */
final class RetailRocketVisits {

  private record Row(long time, String text) {}

  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 5, 3);
  private static final int DAYS = 139;

  /** Monday first; Tuesday is the busiest. */
  private static final double[] WEEKDAYS = {1.07, 1.12, 1.08, 1.05, 0.98, 0.78, 0.92};

  private static final double[] HOURS = {
    5.6, 5.7, 5.9, 6.0, 5.4, 4.2, 2.9, 1.9, 1.3, 1.0, 0.9, 1.1, 1.6, 2.3, 3.2, 4.2, 5.3, 6.1, 6.2,
    6.4, 6.5, 6.3, 5.9, 5.6
  };
  private static final Odds<Integer> HOUR_ODDS =
      new Odds<>(IntStream.range(0, 24).boxed().toList(), hour -> HOURS[hour]);
  private static final double VISITS_PER_EVENT = 0.64;
  private static final double NEWCOMERS = 0.80;
  private static final double ADD = 0.026;
  private static final double BUY = 0.32;
  private static final double DUPLICATE = 0.00017;

  private final long seed;
  private final long events;
  private final int items;
  private final int[] visitorOfVisit;
  private int visits;
  private int visitors;
  private int orders;
  private long written;
  private long duplicates;

  RetailRocketVisits(long seed, long events, int items) {
    this.seed = seed;
    this.events = events;
    this.items = items;
    this.visitorOfVisit = new int[(int) Math.max(16, events * VISITS_PER_EVENT)];
  }

  /** Rows that are equal to one before. */
  long duplicates() {
    return duplicates;
  }

  void write(Path folder, DoubleConsumer progress) throws IOException {
    String header = "timestamp,visitorid,event,itemid,transactionid";
    try (AsciiFile file = new AsciiFile(folder.resolve("events.csv"), header)) {
      double all = weight(DAYS);
      for (int day = 0; day < DAYS; day++) {
        long until = Math.round(events * weight(day + 1) / all);
        day(file, day, until);
        progress.accept((day + 1.0) / DAYS);
      }
    }
  }

  /** How busy the first days are together. */
  private static double weight(int days) {
    return IntStream.range(0, days).mapToDouble(RetailRocketVisits::busyness).sum();
  }

  private static double busyness(int day) {
    int weekday = FIRST_DAY.plusDays(day).getDayOfWeek().getValue() - 1;
    double lastDayIsShort = day == DAYS - 1 ? 0.15 : 1;
    return WEEKDAYS[weekday] * (1 + 0.15 * StrictMath.sin(day / 28.0)) * lastDayIsShort;
  }

  private void day(AsciiFile file, int day, long until) throws IOException {
    Dice dice = Dice.of(seed, 101, day);
    List<Row> rows = new ArrayList<>();
    while (written + rows.size() < until) {
      visit(rows, day, dice);
    }
    rows.subList((int) (until - written), rows.size()).clear();
    rows.sort(Comparator.comparingLong(Row::time));
    repeatSome(rows, dice);
    for (Row row : rows) {
      file.line(row.text());
    }
    written = until;
  }

  /** Now and then a row comes in twice, as it does in the real set. */
  private void repeatSome(List<Row> rows, Dice dice) {
    for (int at = 1; at < rows.size(); at++) {
      if (dice.chance(DUPLICATE)) {
        rows.set(at, rows.get(at - 1));
        duplicates++;
      }
    }
  }

  private void visit(List<Row> rows, int day, Dice dice) {
    int visitor = visitor(dice);
    long time = start(day, dice);
    long end = FIRST_DAY.plusDays(day + 1L).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    boolean more = true;
    while (more && time < end) {
      time = look(rows, visitor, time, dice);
      more = dice.chance(0.36);
    }
  }

  private static long start(int day, Dice dice) {
    long hour =
        FIRST_DAY.plusDays(day).atTime(HOUR_ODDS.draw(dice), 0).toEpochSecond(ZoneOffset.UTC);
    return hour * 1_000 + dice.below(3_600_000);
  }

  /** A newcomer, or the visitor of an earlier visit: who came often comes more often. */
  private int visitor(Dice dice) {
    boolean fresh = visits == 0 || dice.chance(NEWCOMERS);
    int visitor = fresh ? visitors++ : visitorOfVisit[dice.below(visits)];
    if (visits < visitorOfVisit.length) {
      visitorOfVisit[visits++] = visitor;
    }
    return visitor;
  }

  /** A view and what follows from it; returns the time after it. */
  private long look(List<Row> rows, int visitor, long time, Dice dice) {
    long item = item(dice);
    add(rows, time, visitor, "view", item, "");
    long now = time + pause(dice);
    if (dice.chance(ADD)) {
      add(rows, now, visitor, "addtocart", item, "");
      now += pause(dice);
      if (dice.chance(BUY)) {
        now = buy(rows, visitor, item, now, dice);
      }
    }
    return now;
  }

  private long buy(List<Row> rows, int visitor, long item, long time, Dice dice) {
    String order = Integer.toString(orders++);
    long now = time;
    add(rows, now, visitor, "transaction", item, order);
    while (dice.chance(0.2)) {
      now += 1 + dice.below(400);
      add(rows, now, visitor, "transaction", item(dice), order);
    }
    return now + pause(dice);
  }

  private static long pause(Dice dice) {
    return 3_000 + (long) dice.logNormal(70_000, 1.1);
  }

  /** A few items have most of the views. */
  private long item(Dice dice) {
    int rank = (int) (items * StrictMath.pow(dice.unit(), 3.2));
    return RetailRocketItems.number((int) ((rank * 7_919L) % items));
  }

  private void add(List<Row> rows, long time, int visitor, String event, long item, String order) {
    rows.add(new Row(time, time + "," + visitor + "," + event + "," + item + "," + order));
  }
}
