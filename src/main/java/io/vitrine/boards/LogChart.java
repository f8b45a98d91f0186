package io.vitrine.boards;

import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures;
import io.vitrine.model.LogFigures.Among;
import io.vitrine.model.Period;
import io.vitrine.model.Sort;
import java.util.List;

/** What a chart can show of logs, each drawn in the one way that fits it. */
enum LogChart {
  /** Logs and errors by the hour; by the day beyond two months. */
  PER_HOUR(Drawing.LINE) {
    @Override
    LogFigures question(Plan plan, Period period) {
      Grain grain = period.days() <= HOURLY_UP_TO_DAYS ? Grain.HOUR : Grain.DAY;
      return new LogFigures(
          List.of(LogFigure.LOGS, LogFigure.ERRORS),
          List.of(LogDimension.TIME),
          List.of(),
          period,
          grain,
          plan.filters(),
          new Sort(LogDimension.TIME.wireName(), false),
          MOST_ROWS);
    }
  },
  /** What errors say most often, and which services say it. */
  TOP_MESSAGES(Drawing.TABLE) {
    @Override
    LogFigures question(Plan plan, Period period) {
      return counted(
          LogFigure.ERRORS,
          List.of(LogDimension.MESSAGE, LogDimension.SERVICE),
          new Among(LogDimension.ERROR, List.of("true")),
          plan,
          period);
    }
  },
  /** Transactions by their amount, in six ranges. */
  AMOUNTS(Drawing.BAR) {
    @Override
    LogFigures question(Plan plan, Period period) {
      return counted(
          LogFigure.AMOUNTS,
          List.of(LogDimension.AMOUNT_RANGE),
          new Among(LogDimension.TYPE, List.of("transaction")),
          plan,
          period);
    }
  };

  private static final int HOURLY_UP_TO_DAYS = 62;
  private static final int MOST_ROWS = 10_000;

  private final Drawing drawing;

  LogChart(Drawing drawing) {
    this.drawing = drawing;
  }

  Drawing drawing() {
    return drawing;
  }

  /** What it asks. The pages ask the same, see their {@code logCharts.ts}. */
  abstract LogFigures question(Plan plan, Period period);

  private static LogFigures counted(
      LogFigure figure, List<LogDimension> by, Among among, Plan plan, Period period) {
    List<Filter> filters = plan.filters();
    Sort largest = new Sort(figure.wireName(), true);
    return new LogFigures(
        List.of(figure), by, List.of(among), period, null, filters, largest, plan.limit());
  }
}
