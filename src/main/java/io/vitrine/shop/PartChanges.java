package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Finding;
import io.vitrine.model.Finding.Severity;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.store.Answers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of the shop that moved revenue most, per channel, country and product. A part counts
 * when its orders differ by more than three standard deviations of a Poisson count.
 */
record PartChanges(Answers answers) {

  private static final double DEVIATIONS = 3;
  private static final List<Metric> ASKED = List.of(Metric.REVENUE, Metric.ORDERS);

  List<Finding> in(Period period, Comparison beside) {
    List<Finding> found = new ArrayList<>();
    found.addAll(largest("top_channel_change", Dimension.CHANNEL, period, beside, row -> true));
    found.addAll(largest("country_change", Dimension.COUNTRY, period, beside, row -> true));
    found.addAll(largest("product_surge", Dimension.PRODUCT, period, beside, row -> gain(row) > 0));
    found.addAll(largest("product_drop", Dimension.PRODUCT, period, beside, row -> gain(row) < 0));
    return found;
  }

  private List<Finding> largest(
      String code,
      Dimension dimension,
      Period period,
      Comparison beside,
      Predicate<Figures> concerned) {
    Question question =
        new Question.Breakdown(
            ASKED,
            List.of(dimension),
            period,
            List.of(),
            beside,
            new Sort(Metric.REVENUE.wireName(), true),
            1_000);
    Answer answer = answers.ask(question);
    return IntStream.range(0, answer.rows().size())
        .mapToObj(row -> new Figures(answer, row))
        .filter(row -> name(row, dimension) != null)
        .filter(PartChanges::beyondChance)
        .filter(concerned)
        .max(Comparator.comparingDouble(row -> Math.abs(gain(row))))
        .map(row -> finding(code, dimension, row, question))
        .stream()
        .toList();
  }

  private static double gain(Figures row) {
    return row.now(Metric.REVENUE) - row.before(Metric.REVENUE);
  }

  private static boolean beyondChance(Figures row) {
    double now = row.now(Metric.ORDERS);
    double before = row.before(Metric.ORDERS);
    return before > 0 && Math.abs(now - before) > DEVIATIONS * Math.sqrt(now + before);
  }

  private static @Nullable Object name(Figures row, Dimension dimension) {
    String column = dimension == Dimension.PRODUCT ? "product_name" : dimension.wireName();
    Object name = row.answer().value(row.row(), column);
    return name == null ? row.answer().value(row.row(), dimension.wireName()) : name;
  }

  private static Finding finding(String code, Dimension dimension, Figures row, Question question) {
    return new Finding(
        code,
        gain(row) > 0 ? Severity.GOOD : Severity.WARN,
        Map.of(
            "name", String.valueOf(name(row, dimension)),
            "metric", Metric.REVENUE.wireName(),
            "now", row.now(Metric.REVENUE),
            "before", row.before(Metric.REVENUE),
            "change", row.change(Metric.REVENUE)),
        question,
        "/");
  }
}
