package io.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Everybody who ever came, and when they come again. */
final class Population {

  private record Arrival(Instant at, Visitor visitor) {}

  private static final double NEWCOMERS_A_DAY = 142;
  private static final long SHORTEST_ABSENCE = 2_400;

  private final World world;
  private final PriorityQueue<Arrival> arrivals =
      new PriorityQueue<>(
          Comparator.comparing(Arrival::at)
              .thenComparingLong(arrival -> arrival.visitor().number()));
  private long born;

  Population(World world) {
    this.world = world;
  }

  /** Lets the newcomers of a day find the shop. */
  void open(LocalDate day) {
    Dice dice = Dice.of(world.seed(), 91, day.toEpochDay());
    double mean = NEWCOMERS_A_DAY * world.scale() * world.season().busyness(day);
    int newcomers = (int) Math.round(mean * dice.logNormal(1, 0.06));
    for (int newcomer = 0; newcomer < newcomers; newcomer++) {
      Visitor visitor = Visitor.of(world.seed(), born++);
      arrivals.add(new Arrival(Season.moment(day, visitor.market().zone(), dice), visitor));
    }
  }

  /** When the next visitor arrives, or null when nobody is on the way. */
  @Nullable Instant nextAt() {
    Arrival first = arrivals.peek();
    return first == null ? null : first.at();
  }

  /** Lets the next visitor in; all events of the visit go to the outbox. */
  void admit() {
    Arrival arrival = arrivals.remove();
    Visitor visitor = arrival.visitor();
    Visit visit = new Visit(world, visitor, arrival.at());
    int orders = visitor.orders;
    new Shopping(visit).run();
    visitor.visits++;
    if (comesAgain(visit, visitor.orders > orders)) {
      arrivals.add(new Arrival(nextVisit(visit), visitor));
    }
  }

  private static boolean comesAgain(Visit visit, boolean bought) {
    Visitor visitor = visit.visitor;
    double chance = 0.22 + (bought ? 0.25 : 0) + (visitor.cart.isEmpty() ? 0 : 0.15);
    double habit = Math.min(0.30, 0.09 * visitor.visits) + Math.min(0.2, 0.08 * visitor.orders);
    return visit.dice.chance(Math.min(0.88, (chance + habit) * visitor.loyalty()));
  }

  private static Instant nextVisit(Visit visit) {
    Dice dice = visit.dice;
    double days = dice.logNormal(visit.visitor.cart.isEmpty() ? 11 : 1.4, 1.25);
    LocalDate day = visit.day.plusDays((long) Math.min(300, days));
    Instant soonest = visit.now().plusSeconds(SHORTEST_ABSENCE);
    Instant moment = Season.moment(day, visit.visitor.market().zone(), dice);
    return moment.isAfter(soonest) ? moment : soonest.plusSeconds(dice.below(7_200));
  }
}
