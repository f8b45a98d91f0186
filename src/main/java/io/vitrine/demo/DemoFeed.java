package io.vitrine.demo;

import io.vitrine.model.Event;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The events of a {@link DemoShop} in time order, without end. Not thread-safe. The same shop gives
 * the same events with the same ids every time, however far it is read at once.
 */
public final class DemoFeed {

  private final World world;
  private final Population population;
  private final Crawling crawling;
  private final Background background;
  private final Villains villains;
  private final Cheats cheats;
  private LocalDate unopened;
  private Instant opensAt;

  DemoFeed(World world) {
    this.world = world;
    this.population = new Population(world);
    this.crawling = new Crawling(world);
    this.background = new Background(world);
    this.villains = new Villains(world);
    this.cheats = new Cheats(world);
    this.unopened = world.opening();
    this.opensAt = start(unopened);
  }

  /** The next event. */
  public Event.Draft next() {
    prepare();
    return world.outbox().take();
  }

  /** Time of the next event; {@link #next} then gives it. */
  public Instant nextAt() {
    return prepare();
  }

  /** Opens days and lets visitors in until no earlier event can come up. */
  private Instant prepare() {
    while (true) {
      Instant event = world.outbox().nextAt();
      if (event != null && isBefore(event, population.nextAt()) && event.isBefore(opensAt)) {
        return event;
      }
      advance();
    }
  }

  private static boolean isBefore(Instant event, @Nullable Instant arrival) {
    return arrival == null || event.isBefore(arrival);
  }

  private void advance() {
    Instant arrival = population.nextAt();
    if (arrival != null && arrival.isBefore(opensAt)) {
      population.admit();
      return;
    }
    openDay();
  }

  private void openDay() {
    population.open(unopened);
    crawling.open(unopened);
    background.open(unopened);
    villains.open(unopened);
    cheats.open(unopened);
    unopened = unopened.plusDays(1);
    opensAt = start(unopened);
  }

  /** No market's day starts before that of the shop's home. */
  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Season.HOME).toInstant();
  }
}
