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
import java.util.stream.IntStream;

/**
 * Days whose revenue or visitors do not fit. A day is set beside the same weekday of the eight
 * weeks before: its distance from their median, divided by 1.4826 times their median absolute
 * deviation, is its robust z (Iglewicz and Hoaglin 1993); at 4.5 or more the day is strange. The
 * deviation counts as 5 % of the median at least, so that a very even history does not make every
 * day strange.
 */
record StrangeDays(Answers answers) {

  private static final int WEEKS = 8;
  private static final int FEWEST = 5;
  private static final double LIMIT = 4.5;
  private static final double TO_DEVIATION = 1.4826;
  private static final double EVENEST = 0.05;

  List<Finding> in(Period period) {
    List<Finding> found = new ArrayList<>();
    found.addAll(of(Metric.REVENUE, period));
    found.addAll(of(Metric.VISITORS, period));
    return found;
  }

  private List<Finding> of(Metric metric, Period period) {
    Period history = new Period(period.from().minusDays(7L * WEEKS), period.to());
    Question question =
        new Question.Trend(List.of(metric), history, Grain.DAY, List.of(), Comparison.NONE);
    Answer answer = answers.ask(question);
    double[] values =
        IntStream.range(0, answer.rows().size())
            .mapToDouble(row -> new Figures(answer, row).now(metric))
            .toArray();
    return IntStream.range(7 * WEEKS, values.length)
        .mapToObj(day -> judge(metric, values, day, history.from().plusDays(day), question))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Finding> judge(
      Metric metric, double[] values, int day, LocalDate date, Question question) {
    double[] same =
        IntStream.rangeClosed(1, WEEKS)
            .mapToDouble(week -> values[day - 7 * week])
            .filter(value -> value > 0)
            .toArray();
    if (same.length < FEWEST) {
      return List.of();
    }
    double expected = median(same);
    double spread = median(Arrays.stream(same).map(value -> Math.abs(value - expected)).toArray());
    double deviation = Math.max(TO_DEVIATION * spread, EVENEST * expected);
    double distance = (values[day] - expected) / deviation;
    if (Math.abs(distance) < LIMIT) {
      return List.of();
    }
    return List.of(finding(metric, values[day], expected, distance, date, question));
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
