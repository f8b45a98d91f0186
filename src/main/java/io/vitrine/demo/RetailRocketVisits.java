package io.vitrine.demo;

import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * The events of the set. Who comes on which day is settled first; then day by day what they do, the
 * days and the rows of a day in no order, as in the real file.
 */
final class RetailRocketVisits {

  private static final String HEADER = "timestamp,visitorid,event,itemid,transactionid";

  /** Its multiples fill the span from 0 to 1 evenly (Weyl). */
  private static final double EVENLY = StrictMath.sqrt(2) - 1;

  private final long seed;
  private final RetailRocketDays days;
  private final RetailRocketVisitors visitors;
  private final RetailRocketProducts products;
  private final Spread orders;

  RetailRocketVisits(long seed, RetailRocketCounts counts) {
    this.seed = seed;
    this.days = new RetailRocketDays(counts);
    this.visitors = new RetailRocketVisitors(seed, counts, days);
    this.products = new RetailRocketProducts(counts);
    this.orders = Spread.of(Math.max(1, counts.orders()), Dice.hash(seed, 113) >>> 40);
  }

  /**
   * Writes the file.
   *
   * @param progress is told how many rows were written since it was told last
   */
  void write(Target target, LongConsumer progress) throws IOException {
    Spread order = Spread.of(RetailRocketDays.COUNT, Dice.hash(seed, 114) >>> 40);
    try (AsciiFile file = new AsciiFile(target.open("events.csv"), HEADER)) {
      for (int place = 0; place < RetailRocketDays.COUNT; place++) {
        int day = order.at(place);
        Dice dice = Dice.of(seed, 101, day);
        RetailRocketRows rows = day(day, dice);
        rows.write(file, dice);
        progress.accept(rows.size());
      }
    }
  }

  private RetailRocketRows day(int day, Dice dice) {
    RetailRocketDay plan = new RetailRocketDay(days, day, visitors.returning(day), dice);
    RetailRocketRows rows = new RetailRocketRows(days.rows(day));
    int order = RetailRocketDays.before(days.orders, day);
    for (int place = 0; place < days.visitors[day]; place++) {
      int lines = plan.lines[place];
      int visitor = visitors.number(day, place);
      RetailRocketVisit visit = new RetailRocketVisit(rows, products, visitor, lines, dice);
      visit.take(plan.looks(place), plan.abandoned[place], orders.at(order));
      visit.settle(RetailRocketDays.start(day), time(lines > 0, order, dice));
      order += lines > 0 ? 1 : 0;
    }
    repeatSome(rows, days.duplicates[day], dice);
    return rows;
  }

  private static long time(boolean buys, int order, Dice dice) {
    return buys ? RetailRocketHours.order(order * EVENLY % 1, dice) : RetailRocketHours.visit(dice);
  }

  /** Some rows come in twice, as they do in the real set. */
  private static void repeatSome(RetailRocketRows rows, int count, Dice dice) {
    int once = rows.size();
    for (int repeated = 0; repeated < count; repeated++) {
      rows.repeat(dice.below(once));
    }
  }
}
