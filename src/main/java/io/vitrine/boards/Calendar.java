package io.vitrine.boards;

import io.vitrine.model.DataDays;
import io.vitrine.model.Period;
import io.vitrine.model.Shop;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The day that "yesterday" counts back from: today, or the day after the last event of a shop whose
 * history ended more than a fortnight ago. The pages count the same way.
 */
record Calendar(Shop shop, DataDays days, Clock clock) {

  private static final int OLD_AFTER_DAYS = 14;

  Period of(Preset preset) {
    return preset.on(today());
  }

  private LocalDate today() {
    LocalDate present = LocalDate.now(clock.withZone(shop.zone()));
    return days.days()
        .map(Period::to)
        .filter(last -> last.plusDays(OLD_AFTER_DAYS).isBefore(present))
        .map(last -> last.plusDays(1))
        .orElse(present);
  }
}
