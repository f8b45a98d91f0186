package io.vitrine.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Sales and mailings of the shop, every year. */
enum Campaign {
  JANUARY_SALE("--01-07", "--02-03", 1.20, 1.15, 0.25, 0.45),
  SPRING_LETTER("--03-12", "--03-15", 1.15, 1.05, 0, 0),
  MOTHERS_DAY("--05-18", "--05-31", 1.15, 1.10, 0.10, 0.20),
  SUMMER_SALE("--06-24", "--07-21", 1.15, 1.12, 0.25, 0.40),
  AUTUMN_SALE("--10-01", "--10-11", 1.25, 1.15, 0.20, 0.35),
  /** Moves with the Friday; the days here are those of 2026. */
  BLACK_FRIDAY_WEEK("--11-23", "--11-30", 1.90, 1.30, 0.30, 0.50),
  CHRISTMAS("--12-01", "--12-20", 1.40, 1.15, 0, 0);

  private final MonthDay first;
  private final MonthDay last;
  private final double traffic;
  private final double appetite;
  private final double discount;
  private final double breadth;

  Campaign(
      String first, String last, double traffic, double appetite, double discount, double breadth) {
    this.first = MonthDay.parse(first);
    this.last = MonthDay.parse(last);
    this.traffic = traffic;
    this.appetite = appetite;
    this.discount = discount;
    this.breadth = breadth;
  }

  static Optional<Campaign> on(LocalDate day) {
    return Arrays.stream(values()).filter(campaign -> campaign.runs(day)).findFirst();
  }

  private boolean runs(LocalDate day) {
    if (this == BLACK_FRIDAY_WEEK) {
      return inBlackFridayWeek(day);
    }
    MonthDay date = MonthDay.from(day);
    return !date.isBefore(first) && !date.isAfter(last);
  }

  /** From the Monday before the Friday that follows the fourth Thursday, to the Monday after. */
  private static boolean inBlackFridayWeek(LocalDate day) {
    LocalDate friday = blackFriday(day.getYear());
    return !day.isBefore(friday.minusDays(4)) && !day.isAfter(friday.plusDays(3));
  }

  private static LocalDate blackFriday(int year) {
    return LocalDate.of(year, 11, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
        .plusDays(1);
  }

  /** Name for the campaign tags, such as {@code black_friday_week_2026}. */
  String tag(LocalDate day) {
    return name().toLowerCase(Locale.ROOT) + "_" + day.getYear();
  }

  /** Factor on the number of visitors. */
  double traffic() {
    return traffic;
  }

  /** Factor on the readiness to buy. */
  double appetite() {
    return appetite;
  }

  /** Part of the price that is given up. */
  double discount() {
    return discount;
  }

  /** Part of the products that takes part. */
  double breadth() {
    return breadth;
  }
}
