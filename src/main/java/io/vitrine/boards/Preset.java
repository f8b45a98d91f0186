package io.vitrine.boards;

import io.vitrine.model.Period;
import java.time.LocalDate;

/** Whole days that move with the present; all but this month end with the last full day. */
enum Preset {
  YESTERDAY,
  LAST_7_DAYS,
  LAST_28_DAYS,
  LAST_90_DAYS,
  LAST_MONTH,
  LAST_12_MONTHS;

  /**
   * The days as seen on some day.
   *
   * @param today the day that is still running
   */
  Period on(LocalDate today) {
    LocalDate end = today.minusDays(1);
    LocalDate month = today.withDayOfMonth(1);
    return switch (this) {
      case YESTERDAY -> new Period(end, end);
      case LAST_7_DAYS -> new Period(end.minusDays(6), end);
      case LAST_28_DAYS -> new Period(end.minusDays(27), end);
      case LAST_90_DAYS -> new Period(end.minusDays(89), end);
      case LAST_MONTH -> new Period(month.minusMonths(1), month.minusDays(1));
      case LAST_12_MONTHS -> new Period(end.minusMonths(12).plusDays(1), end);
    };
  }
}
