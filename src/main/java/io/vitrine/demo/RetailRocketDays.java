package io.vitrine.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The 139 days of the set, 2015-05-03 to 2015-09-18, and how much of everything falls on each. */
final class RetailRocketDays {

  static final int COUNT = 139;
  static final long LENGTH = 86_400_000;

  private static final LocalDate FIRST = LocalDate.of(2015, 5, 3);

  /** 2015-07-26. */
  private static final int BUSIEST = 84;

  /** Monday first; Tuesday is the busiest. */
  private static final double[] WEEKDAYS = {1.07, 1.12, 1.08, 1.05, 0.98, 0.78, 0.92};

  private static final double LAST_DAY_IS_SHORT = 0.55;
  private static final double DAYS_TO_KNOW_THE_SHOP = 10;

  final int[] visitors;
  final int[] returning;
  final int[] moreViews;
  final int[] orders;
  final int[] moreLines;
  final int[] abandoned;
  final int[] duplicates;

  RetailRocketDays(RetailRocketCounts counts) {
    visitors = visitors(counts);
    returning = share(counts.visitorDays() - counts.visitors(), this::returningWeight);
    moreViews =
        share(counts.plainViews() - counts.visitorDays(), day -> visitors[day] * weekday(day));
    orders = share(counts.orders(), day -> visitors[day]);
    moreLines = share(counts.lines() - counts.orders(), day -> orders[day]);
    abandoned = share(counts.abandoned(), day -> visitors[day]);
    duplicates = share(counts.duplicates(), day -> visitors[day]);
  }

  private static int[] visitors(RetailRocketCounts counts) {
    int busiest = counts.visitorsOfBusiestDay();
    int[] others = share(counts.visitorDays() - busiest, day -> day == BUSIEST ? 0 : busyness(day));
    others[BUSIEST] = busiest;
    return others;
  }

  private static double busyness(int day) {
    double length = day == COUNT - 1 ? LAST_DAY_IS_SHORT : 1;
    return weekday(day) * (1 + 0.15 * StrictMath.sin(day / 28.0)) * length;
  }

  private static double weekday(int day) {
    return WEEKDAYS[FIRST.plusDays(day).getDayOfWeek().getValue() - 1];
  }

  private double returningWeight(int day) {
    return visitors[day] * (1 - StrictMath.exp(-day / DAYS_TO_KNOW_THE_SHOP));
  }

  /** Rows of events: each line is viewed, put into the cart and bought. */
  int rows(int day) {
    int lines = orders[day] + moreLines[day];
    int plain = visitors[day] + moreViews[day];
    return plain + 2 * abandoned[day] + 3 * lines + duplicates[day];
  }

  /** The first millisecond of a day. */
  static long start(int day) {
    return FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** The sum of the days before one. */
  static int before(int[] days, int day) {
    return Arrays.stream(days, 0, day).sum();
  }

  /** Shares a number out by weight; the sum stays exact. */
  private static int[] share(int total, IntToDoubleFunction weight) {
    double all = IntStream.range(0, COUNT).mapToDouble(weight).sum();
    int[] shares = new int[COUNT];
    double sum = 0;
    int given = 0;
    for (int day = 0; day < COUNT; day++) {
      sum += weight.applyAsDouble(day);
      int until = day == COUNT - 1 || all == 0 ? total : (int) (total * (sum / all));
      shares[day] = until - given;
      given = until;
    }
    return shares;
  }
}
