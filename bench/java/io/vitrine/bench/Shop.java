package io.vitrine.bench;

import io.vitrine.demo.DemoFeed;
import io.vitrine.demo.DemoShop;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** The made-up shop whose events all measurements use; the same options give the same events. */
final class Shop {

  static final Currency CURRENCY = Currency.getInstance(DemoShop.CURRENCY);

  private static final long SEED = 20_261_122;

  private final DemoFeed feed;

  private Shop(LocalDate opening, double scale) {
    this.feed = new DemoShop(SEED, opening, scale).feed();
  }

  /** A shop of so many times half a million events a year. */
  static Shop of(LocalDate opening, double scale) {
    return new Shop(opening, scale);
  }

  /** The next events in time order, so many. */
  List<Event.Draft> next(int count) {
    List<Event.Draft> drafts = new ArrayList<>(count);
    while (drafts.size() < count) {
      drafts.add(feed.next());
    }
    return drafts;
  }

  /** Whether there is an event before an instant. */
  boolean hasBefore(Instant end) {
    return feed.nextAt().isBefore(end);
  }

  /** Time of the latest of some drafts. */
  static Instant last(List<Event.Draft> drafts) {
    return drafts.stream()
        .map(draft -> Objects.requireNonNull(draft.instant(Field.TIMESTAMP)))
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
