package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Finding;
import io.vitrine.model.Finding.Severity;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Days whose revenue or visitors do not fit. A day is set beside the same weekday of the eight
 * weeks before: its distance from their median, divided by 1.4826 times their median absolute
 * deviation, is its robust z (Iglewicz and Hoaglin 1993); at 4.5 or more the day is strange. The
 * deviation counts as 5 % of the median at least, so that a very even history does not make every
 * day strange. In simulated shops of 11 to 2,000 orders a day in which nothing happens, that is at
 * most 0.1 days a month by chance alone, and about 0.6 where the mean itself moves by 10 % from day
 * to day.
 */
record StrangeDays(Answers answers) {

  private static final int WEEKS = 8;
  private static final int FEWEST = 5;
  private static final double LIMIT = 4.5;
  private static final double TO_DEVIATION = 1.4826;
  private static final double EVENEST = 0.05;

  /**
   * The values of a metric, and what its chance rests on.
   *
   * @param counts number of things behind each value
   * @param spread variance of a value for one thing, in squares of its mean
   */
  private record History(Metric metric, List<Double> values, List<Double> counts, double spread) {

    double[] before(int day, List<Double> series) {
      return IntStream.rangeClosed(1, WEEKS)
          .filter(week -> values.get(day - 7 * week) > 0)
          .mapToDouble(week -> series.get(day - 7 * week))
          .toArray();
    }
  }

  List<Finding> in(Period period) {
    List<Finding> found = new ArrayList<>();
    found.addAll(of(Metric.REVENUE, Metric.ORDERS, 2, period));
    found.addAll(of(Metric.VISITORS, Metric.VISITORS, 1, period));
    return found;
  }

  private List<Finding> of(Metric metric, Metric count, double spread, Period period) {
    Period days = new Period(period.from().minusDays(7L * WEEKS), period.to());
    List<Metric> asked = metric == count ? List.of(metric) : List.of(metric, count);
    Question question = new Question.Trend(asked, days, Grain.DAY, List.of(), Comparison.NONE);
    Answer answer = answers.ask(question);
    History history = new History(metric, series(answer, metric), series(answer, count), spread);
    return IntStream.range(7 * WEEKS, history.values().size())
        .mapToObj(day -> judge(history, day, days.from().plusDays(day), question))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Double> series(Answer answer, Metric metric) {
    return IntStream.range(0, answer.rows().size())
        .mapToObj(row -> new Figures(answer, row).now(metric))
        .toList();
  }

  private static Optional<Finding> judge(
      History history, int day, LocalDate date, Question question) {
    double[] same = history.before(day, history.values());
    if (same.length < FEWEST) {
      return Optional.empty();
    }
    double expected = median(same);
    double counted = Math.max(1, median(history.before(day, history.counts())));
    double chance = expected * Math.sqrt(history.spread() / counted);
    double deviation =
        Math.max(TO_DEVIATION * scatter(same, expected), Math.max(chance, EVENEST * expected));
    double distance = (history.values().get(day) - expected) / deviation;
    return Math.abs(distance) < LIMIT
        ? Optional.empty()
        : Optional.of(
            finding(
                history.metric(), history.values().get(day), expected, distance, date, question));
  }

  private static double scatter(double[] values, double middle) {
    return median(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static Finding finding(
      Metric metric,
      double value,
      double expected,
      double distance,
      LocalDate date,
      Question question) {
    return new Finding(
        "anomaly_day",
        distance > 0 ? Severity.INFO : Severity.BAD,
        Map.of(
            "day", date.toString(),
            "metric", metric.wireName(),
            "value", value,
            "expected", expected,
            "deviation", distance),
        question,
        "/");
  }
}
