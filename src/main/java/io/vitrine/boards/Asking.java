package io.vitrine.boards;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.store.Answers;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks what a plan wants to know. The pages ask the same questions, see their {@code plan.ts}. */
record Asking(Answers answers, LogCounting counting) {

  /** Lines of one chart. */
  static final int MOST_LINES = 6;

  private static final int HOURLY_UP_TO_DAYS = 2;
  private static final int DAILY_UP_TO_DAYS = 400;
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_DOTS = 200;

  /** Dimensions that have an order of their own. */
  private static final Set<Dimension> ORDERED =
      EnumSet.of(Dimension.DAY, Dimension.HOUR, Dimension.WEEKDAY);

  Answered ask(Plan plan, Period period, Comparison comparison) {
    if (plan.logCount() != null) {
      return new Answered(counting.ask(plan, period), null);
    }
    if (plan.logs() != null) {
      return new Answered(answers.ask(plan.logs().question(plan, period)), null);
    }
    Question totals = new Question.Totals(plan.metrics(), period, plan.filters(), comparison);
    if (plan.overTime()) {
      Grain grain = Objects.requireNonNullElse(plan.grain(), grain(period));
      return new Answered(
          answers.ask(
              new Question.Trend(plan.metrics(), period, grain, plan.filters(), comparison)),
          answers.ask(totals));
    }
    if (plan.by().isEmpty()) {
      return new Answered(answers.ask(totals), null);
    }
    Comparison kept = plan.drawing() == Drawing.TABLE ? comparison : Comparison.NONE;
    Answer main =
        plan.splitOverTime() ? lines(plan, period) : answers.ask(breakdown(plan, period, kept));
    return new Answered(main, answers.ask(totals));
  }

  private static Grain grain(Period period) {
    if (period.days() <= HOURLY_UP_TO_DAYS) {
      return Grain.HOUR;
    }
    return period.days() <= DAILY_UP_TO_DAYS ? Grain.DAY : Grain.WEEK;
  }

  static Question breakdown(Plan plan, Period period, Comparison comparison) {
    return new Question.Breakdown(
        plan.metrics(), plan.by(), period, plan.filters(), comparison, sort(plan), rows(plan));
  }

  private static int rows(Plan plan) {
    return switch (plan.drawing()) {
      case SCATTER -> MOST_DOTS;
      case TABLE -> plan.limit();
      case LINE, AREA, BAR, HEATMAP, PIE, FUNNEL -> plan.by().size() > 1 ? MOST_ROWS : 1_000;
    };
  }

  private static Sort sort(Plan plan) {
    Dimension first = plan.by().getFirst();
    boolean inOrder = plan.drawing() != Drawing.TABLE && ORDERED.contains(first);
    return inOrder
        ? new Sort(first.wireName(), false)
        : new Sort(plan.metrics().getFirst().wireName(), true);
  }

  /** The strongest values of the dimension, each by day. */
  private Answer lines(Plan plan, Period period) {
    Dimension split = plan.by().getFirst();
    Answer strongest = answers.ask(strongest(plan, period));
    List<String> values =
        strongest.rows().stream()
            .map(List::getFirst)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .toList();
    if (values.isEmpty()) {
      return strongest;
    }
    return answers.ask(
        new Question.Breakdown(
            plan.metrics(),
            List.of(Dimension.DAY, split),
            period,
            and(plan.filters(), new Filter(split, Filter.Op.IS, values)),
            Comparison.NONE,
            new Sort(Dimension.DAY.wireName(), false),
            MOST_ROWS));
  }

  private static Question strongest(Plan plan, Period period) {
    return new Question.Breakdown(
        plan.metrics(),
        plan.by(),
        period,
        plan.filters(),
        Comparison.NONE,
        new Sort(plan.metrics().getFirst().wireName(), true),
        MOST_LINES);
  }

  private static List<Filter> and(List<Filter> filters, Filter more) {
    return Stream.concat(filters.stream(), Stream.of(more)).toList();
  }

  /** The first figure of totals; null when there is none. */
  static @Nullable Object figure(@Nullable Answer totals, Metric metric) {
    return totals == null || totals.rows().isEmpty() ? null : totals.value(0, metric.wireName());
  }
}
