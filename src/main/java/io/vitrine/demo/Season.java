package io.vitrine.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** The rhythm of the shop: growth, season, campaigns, weekday and hour. */
final class Season {

  /** Where the shop is at home. */
  static final ZoneId HOME = ZoneId.of("Europe/Paris");

  private static final double[] MONTHS = {
    0.95, 0.86, 0.88, 0.90, 0.92, 0.88, 0.82, 0.76, 0.96, 1.10, 1.28, 1.38
  };
  private static final double[] WEEKDAYS = {0.94, 0.89, 0.92, 0.91, 0.92, 1.22, 1.34};
  private static final double[] HOURS = {
    1.3, 0.7, 0.4, 0.3, 0.3, 0.5, 1.2, 2.4, 3.6, 4.6, 5.2, 5.4, 5.9, 5.8, 5.2, 5.0, 5.2, 5.6, 6.2,
    7.0, 8.4, 9.0, 6.8, 3.6
  };
  private static final Odds<Integer> HOUR_ODDS =
      new Odds<>(IntStream.range(0, 24).boxed().toList(), hour -> HOURS[hour]);
  private static final List<Integer> OFFICE_HOURS = List.of(9, 10, 11, 14, 15, 16);

  private final LocalDate opening;

  Season(LocalDate opening) {
    this.opening = opening;
  }

  /** How busy a day is; 1 is the mean of the first year. */
  double busyness(LocalDate day) {
    double campaign = Campaign.on(day).map(Campaign::traffic).orElse(1.0);
    return growth(day) * month(day) * weekday(day.getDayOfWeek()) * campaign;
  }

  private double growth(LocalDate day) {
    return 0.78 * StrictMath.exp(0.42 * ChronoUnit.DAYS.between(opening, day) / 365.0);
  }

  /** Between the middles of two months the season moves in a straight line. */
  private static double month(LocalDate day) {
    double place = (day.getDayOfMonth() - 15) / 30.0;
    int here = day.getMonthValue() - 1;
    int neighbour = Math.floorMod(here + (place < 0 ? -1 : 1), 12);
    double weight = Math.abs(place);
    return MONTHS[here] * (1 - weight) + MONTHS[neighbour] * weight;
  }

  private static double weekday(DayOfWeek weekday) {
    return WEEKDAYS[weekday.getValue() - 1];
  }

  /** A moment of a day when people shop. */
  static Instant moment(LocalDate day, ZoneId zone, Dice dice) {
    return day.atTime(
            HOUR_ODDS.draw(dice), dice.below(60), dice.below(60), dice.below(1000) * 1_000_000)
        .atZone(zone)
        .toInstant();
  }

  /** A moment of a day when the shop's people work. */
  static Instant officeMoment(LocalDate day, Dice dice) {
    return day.atTime(dice.pick(OFFICE_HOURS), dice.below(60), dice.below(60))
        .atZone(HOME)
        .toInstant();
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, HOME);
  }
}
