package io.vitrine.shop.forecast;

/**
 * Ordinary least squares on a straight line, the weekdays and, where two whole years are known,
 * three pairs of yearly waves (Hyndman and Athanasopoulos 2021, sections 7.4 and 7.6). Newer days
 * weigh more: a day's weight halves every 91 days, or stays one where the year is to be learned.
 */
final class CalendarRegression implements Model {

  static final int TWO_YEARS = 731;

  private static final double DAYS_IN_A_YEAR = 365.25;
  private static final double HALF_LIFE = 91;
  private static final int WAVES = 3;

  @Override
  public String name() {
    return "calendar_regression";
  }

  @Override
  public int fewestDays() {
    return 4 * DailySeries.WEEK;
  }

  @Override
  public double[] forecast(DailySeries history, int horizon) {
    boolean yearly = history.length() >= TWO_YEARS;
    double[] coefficients = coefficients(history, yearly);
    double[] expected = new double[horizon];
    for (int ahead = 0; ahead < horizon; ahead++) {
      double[] terms = terms(history, history.length() + ahead, yearly);
      for (int term = 0; term < terms.length; term++) {
        expected[ahead] += coefficients[term] * terms[term];
      }
    }
    return expected;
  }

  private static double[] coefficients(DailySeries history, boolean yearly) {
    int terms = terms(history, 0, yearly).length;
    double[][] squares = new double[terms][terms + 1];
    for (int day = 0; day < history.length(); day++) {
      double weight = yearly ? 1 : Math.pow(0.5, (history.length() - 1 - day) / HALF_LIFE);
      add(squares, terms(history, day, yearly), history.value(day), weight);
    }
    return solved(squares);
  }

  private static void add(double[][] squares, double[] terms, double value, double weight) {
    for (int row = 0; row < terms.length; row++) {
      for (int column = 0; column < terms.length; column++) {
        squares[row][column] += weight * terms[row] * terms[column];
      }
      squares[row][terms.length] += weight * terms[row] * value;
    }
  }

  /** Weekdays (which hold the constant), line, waves. */
  private static double[] terms(DailySeries history, int day, boolean yearly) {
    double[] terms = new double[DailySeries.WEEK + 1 + (yearly ? 2 * WAVES : 0)];
    terms[day % DailySeries.WEEK] = 1;
    terms[DailySeries.WEEK] = (double) day / history.length();
    if (yearly) {
      double turn = 2 * Math.PI * history.day(day).toEpochDay() / DAYS_IN_A_YEAR;
      for (int wave = 0; wave < WAVES; wave++) {
        terms[DailySeries.WEEK + 1 + 2 * wave] = Math.sin((wave + 1) * turn);
        terms[DailySeries.WEEK + 2 + 2 * wave] = Math.cos((wave + 1) * turn);
      }
    }
    return terms;
  }

  /** Gauss' elimination with the largest element of a column first. */
  private static double[] solved(double[][] rows) {
    int size = rows.length;
    for (int step = 0; step < size; step++) {
      swapLargest(rows, step);
      for (int row = 0; row < size; row++) {
        if (row != step) {
          subtract(rows[row], rows[step], rows[row][step] / rows[step][step], step);
        }
      }
    }
    double[] solution = new double[size];
    for (int row = 0; row < size; row++) {
      solution[row] = rows[row][size] / rows[row][row];
    }
    return solution;
  }

  private static void swapLargest(double[][] rows, int step) {
    int largest = step;
    for (int row = step + 1; row < rows.length; row++) {
      if (Math.abs(rows[row][step]) > Math.abs(rows[largest][step])) {
        largest = row;
      }
    }
    double[] kept = rows[step];
    rows[step] = rows[largest];
    rows[largest] = kept;
  }

  private static void subtract(double[] from, double[] row, double times, int start) {
    for (int column = start; column < row.length; column++) {
      from[column] -= times * row[column];
    }
  }
}
