package io.vitrine.boards;

import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures;
import io.vitrine.model.LogFigures.Among;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart can show of logs. Three come ready and are drawn in the one way that fits them; the
 * others say in a {@link LogCount} what they count.
 */
enum LogChart {
  /** Logs and errors by the hour; by the day beyond two months. */
  PER_HOUR {
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
  TOP_MESSAGES {
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
  AMOUNTS {
    @Override
    LogFigures question(Plan plan, Period period) {
      return counted(
          LogFigure.AMOUNTS,
          List.of(LogDimension.AMOUNT_RANGE),
          new Among(LogDimension.TYPE, List.of("transaction")),
          plan,
          period);
    }
  },
  /** Logs over time, in all or a line for each of the commonest values of a field. */
  OVER_TIME {
    @Override
    void checkOwn(Drawing drawing, LogCount count) {
      count.refuseBounds();
      if (count.field() == null) {
        return;
      }
      count.needCounted();
      if (drawing == Drawing.BAR) {
        throw Problem.caller("chart_drawing", "a split over time is drawn as line or area");
      }
    }
  },
  /** The commonest values of a field. */
  TOP_VALUES {
    @Override
    void checkOwn(Drawing drawing, LogCount count) {
      count.refuseBounds();
      count.needCounted();
    }
  },
  /** How many logs have a number of a field within each of some ranges. */
  RANGES {
    @Override
    void checkOwn(Drawing drawing, LogCount count) {
      count.needRanges();
    }
  };

  /** Those that every shop finds. */
  static final List<LogChart> READY = List.of(PER_HOUR, TOP_MESSAGES, AMOUNTS);

  private static final int HOURLY_UP_TO_DAYS = 62;

  private static final int MOST_ROWS = 10_000;

  /** How it can be drawn; the first unless somebody says otherwise. */
  private List<Drawing> drawings() {
    return switch (this) {
      case PER_HOUR -> List.of(Drawing.LINE);
      case TOP_MESSAGES -> List.of(Drawing.TABLE);
      case AMOUNTS -> List.of(Drawing.BAR);
      case OVER_TIME -> List.of(Drawing.LINE, Drawing.AREA, Drawing.BAR);
      case TOP_VALUES, RANGES -> List.of(Drawing.BAR, Drawing.TABLE);
    };
  }

  Drawing drawing() {
    return drawings().getFirst();
  }

  /** Whether a person says what it counts. */
  boolean isOwn() {
    return !READY.contains(this);
  }

  /**
   * Refuses what it cannot show.
   *
   * @throws Problem naming the value and the rule
   */
  void check(Drawing drawing, @Nullable LogCount count) {
    if (!drawings().contains(drawing)) {
      throw Problem.caller(
          "chart_drawing",
          Names.of(this)
              + " is drawn as "
              + String.join(" or ", drawings().stream().map(Names::of).toList())
              + ", not "
              + Names.of(drawing));
    }
    if (isOwn() != (count != null)) {
      throw Problem.caller(
          "chart_log_count",
          Names.of(this) + (isOwn() ? " needs a log_count" : " has no log_count"));
    }
    if (count != null) {
      checkOwn(drawing, count);
    }
  }

  /** Refuses what one of a person's own cannot count. */
  void checkOwn(Drawing drawing, LogCount count) {}

  /** What a ready one asks. The pages ask the same, see their {@code logCharts.ts}. */
  LogFigures question(Plan plan, Period period) {
    throw new IllegalStateException(Names.of(this) + " asks the text index");
  }

  private static LogFigures counted(
      LogFigure figure, List<LogDimension> by, Among among, Plan plan, Period period) {
    List<Filter> filters = plan.filters();
    Sort largest = new Sort(figure.wireName(), true);
    return new LogFigures(
        List.of(figure), by, List.of(among), period, null, filters, largest, plan.limit());
  }
}
