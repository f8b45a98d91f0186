package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Filter;
import io.vitrine.model.Finding;
import io.vitrine.model.Finding.Severity;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
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
   * A day that does not fit.
   *
   * @param low what would still have been taken for chance, downwards
   * @param high the same upwards
   * @param deviation robust z of the day
   */
  record StrangeDay(
      LocalDate day, double value, double expected, double low, double high, double deviation) {}

  /**
   * The values of a metric, and what its chance rests on.
   *
   * @param counts number of things behind each value
   * @param spread variance of a value for one thing, in squares of its mean
   */
  private record History(List<Double> values, List<Double> counts, double spread) {

    double[] before(int day, List<Double> series) {
      return IntStream.rangeClosed(1, WEEKS)
          .filter(week -> values.get(day - 7 * week) > 0)
          .mapToDouble(week -> series.get(day - 7 * week))
          .toArray();
    }
  }

  /** Revenue and visitors that do not fit, as findings. */
  List<Finding> in(Period period) {
    List<Finding> found = new ArrayList<>();
    for (Metric metric : List.of(Metric.REVENUE, Metric.VISITORS)) {
      Question question = question(metric, period, List.of());
      of(metric, period, List.of()).forEach(day -> found.add(finding(metric, day, question)));
    }
    return found;
  }

  /**
   * Strange days of a metric within a period, in order.
   *
   * @throws Problem for a metric that is not a sum of money or a count of things
   */
  List<StrangeDay> of(Metric metric, Period period, List<Filter> filters) {
    LocalDate first = withHistory(period).from();
    Answer answer = answers.ask(question(metric, period, filters));
    History history =
        new History(series(answer, metric), series(answer, countOf(metric)), spread(metric));
    return IntStream.range(7 * WEEKS, history.values().size())
        .mapToObj(day -> judge(history, day, first.plusDays(day)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Question question(Metric metric, Period period, List<Filter> filters) {
    Metric count = countOf(metric);
    List<Metric> asked = metric == count ? List.of(metric) : List.of(metric, count);
    return new Question.Trend(asked, withHistory(period), Grain.DAY, filters, Comparison.NONE);
  }

  private static Period withHistory(Period period) {
    return new Period(period.from().minusDays(7L * WEEKS), period.to());
  }

  /** Of what a value is a sum: money of orders, and counts of themselves. */
  private static Metric countOf(Metric metric) {
    return switch (metric.unit()) {
      case MONEY -> Metric.ORDERS;
      case COUNT -> metric;
      case RATIO, MEAN, SECONDS, HOURS, MILLISECONDS ->
          throw Problem.caller(
              "strange_metric", "strange days are of sums and counts, not of " + metric.wireName());
    };
  }

  /** Amounts of orders scatter about as much as their mean, which doubles the variance. */
  private static double spread(Metric metric) {
    return countOf(metric) == metric ? 1 : 2;
  }

  private static List<Double> series(Answer answer, Metric metric) {
    return IntStream.range(0, answer.rows().size())
        .mapToObj(row -> new Figures(answer, row).now(metric))
        .toList();
  }

  private static Optional<StrangeDay> judge(History history, int day, LocalDate date) {
    double[] same = history.before(day, history.values());
    if (same.length < FEWEST) {
      return Optional.empty();
    }
    double value = history.values().get(day);
    double expected = median(same);
    double counted = Math.max(1, median(history.before(day, history.counts())));
    double chance = expected * Math.sqrt(history.spread() / counted);
    double deviation =
        Math.max(TO_DEVIATION * scatter(same, expected), Math.max(chance, EVENEST * expected));
    double distance = (value - expected) / deviation;
    double reach = LIMIT * deviation;
    return Math.abs(distance) < LIMIT
        ? Optional.empty()
        : Optional.of(
            new StrangeDay(date, value, expected, expected - reach, expected + reach, distance));
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

  private static Finding finding(Metric metric, StrangeDay strange, Question question) {
    return new Finding(
        "anomaly_day",
        strange.deviation() > 0 ? Severity.INFO : Severity.BAD,
        Map.of(
            "day", strange.day().toString(),
            "metric", metric.wireName(),
            "value", strange.value(),
            "expected", strange.expected(),
            "deviation", strange.deviation()),
        question,
        "/");
  }
}
