package io.vitrine.shop.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/** One value for each day without a gap; a day of which nothing is known is {@link Double#NaN}. */
public final class DailySeries {

  static final int WEEK = 7;

  /** A missing day is filled from the same weekday of so many weeks before and after. */
  private static final int WEEKS_AROUND = 4;

  private final LocalDate first;
  private final double[] values;

  /**
   * @param first day of the first value
   * @param values in order of days, {@link Double#NaN} where a day is missing
   */
  public DailySeries(LocalDate first, double... values) {
    this.first = first;
    this.values = values.clone();
  }

  public LocalDate first() {
    return first;
  }

  /** Day of a value; the day after the last is {@code day(length())}. */
  public LocalDate day(int index) {
    return first.plusDays(index);
  }

  public int length() {
    return values.length;
  }

  public double value(int index) {
    return values[index];
  }

  boolean isMissing(int index) {
    return Double.isNaN(values[index]);
  }

  /** Number of missing days. */
  public int missing() {
    return (int) Arrays.stream(values).filter(Double::isNaN).count();
  }

  /** Whether no value is below zero, as counts never are. */
  boolean isNeverNegative() {
    return Arrays.stream(values).noneMatch(value -> value < 0);
  }

  /** The first so many days. */
  DailySeries until(int length) {
    return new DailySeries(first, Arrays.copyOf(values, length));
  }

  double[] toArray() {
    return values.clone();
  }

  double mean() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
  }

  /**
   * The same with every missing day filled by the mean of the same weekday in the four weeks before
   * and after it, further away where there is none. A weekday that is mostly missing is one on
   * which the shop is closed: its missing days count as 0.
   */
  public DailySeries filled() {
    double[] filled = values.clone();
    for (int day = 0; day < values.length; day++) {
      if (isMissing(day)) {
        filled[day] = isClosed(day % WEEK) ? 0 : aroundOf(day);
      }
    }
    return new DailySeries(first, filled);
  }

  private boolean isClosed(int phase) {
    int[] same = phase(phase);
    return 2 * Arrays.stream(same).filter(this::isMissing).count() > same.length;
  }

  private double aroundOf(int day) {
    double[] known = known(day, WEEKS_AROUND);
    double[] enough = known.length > 0 ? known : known(day, values.length);
    return Arrays.stream(enough).average().orElse(0);
  }

  private double[] known(int day, int weeks) {
    return Arrays.stream(phase(day % WEEK))
        .filter(other -> Math.abs(other - day) <= WEEK * weeks && !isMissing(other))
        .mapToDouble(other -> values[other])
        .toArray();
  }

  private int[] phase(int phase) {
    return IntStream.range(0, values.length).filter(day -> day % WEEK == phase).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DailySeries series
        && first.equals(series.first)
        && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return 31 * first.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length + " days from " + first;
  }
}
