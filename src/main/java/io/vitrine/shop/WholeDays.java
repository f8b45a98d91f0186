package io.vitrine.shop;

import io.vitrine.model.DataDays;
import io.vitrine.model.Period;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which days of the shop's history are known from their first to their last minute. */
@Component
class WholeDays {

  private final DataDays data;
  private final Clock clock;
  private final ZoneId zone;

  WholeDays(DataDays data, Clock clock, StoreSettings settings) {
    this.data = data;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * From the day after the first with events to yesterday; where the history ended earlier, to the
   * day before its last. A first or last day may have been cut.
   */
  Optional<Period> days() {
    return data.days()
        .filter(all -> all.from().isBefore(lastWhole(all.to())))
        .map(all -> new Period(all.from().plusDays(1), lastWhole(all.to())));
  }

  private LocalDate lastWhole(LocalDate last) {
    LocalDate yesterday = LocalDate.now(clock.withZone(zone)).minusDays(1);
    return last.isBefore(yesterday) ? last.minusDays(1) : yesterday;
  }
}
