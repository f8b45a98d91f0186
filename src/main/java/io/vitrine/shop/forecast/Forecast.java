package io.vitrine.shop.forecast;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days to come.
 *
 * @param days in order
 * @param total the sum of all of them
 * @param model name of the model that was best in the backtest
 * @param scores every model's errors, smallest first
 * @param coverage how many past days lay within such intervals
 * @param trials number of origins of the backtest
 */
public record Forecast(
    List<Day> days,
    Total total,
    String model,
    List<ModelScore> scores,
    Coverage coverage,
    int trials) {

  public Forecast {
    days = List.copyOf(days);
    scores = List.copyOf(scores);
  }

  /** One day with its 80 % and 95 % intervals. */
  public record Day(LocalDate day, double expected, Band of80, Band of95) {}

  /** Sum of the days; an interval is absent while the backtest has too few origins for it. */
  public record Total(double expected, @Nullable Band of80, @Nullable Band of95) {}
}
