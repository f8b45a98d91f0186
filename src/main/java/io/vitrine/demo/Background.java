package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the services log by themselves: plain lines, everyday errors, errors of an outage. */
final class Background {

  private record Line(String service, String level, String text) {}

  private static final List<Line> LINES =
      List.of(
          new Line("catalog", "INFO", "refreshed %d products from the master data"),
          new Line("catalog", "DEBUG", "cache holds %d entries"),
          new Line("inventory", "INFO", "stock count of aisle %d agrees"),
          new Line("inventory", "WARN", "only %d pieces left of a best-seller"),
          new Line("payments", "INFO", "settled %d transactions with the bank"),
          new Line("payments", "WARN", "bank answered after %d ms, retried once"),
          new Line("search", "INFO", "index merged, %d documents"),
          new Line("search", "DEBUG", "suggestion list rebuilt from %d queries"),
          new Line("gateway", "INFO", "certificate is valid for %d days"),
          new Line("gateway", "WARN", "client exceeded its limit, %d requests refused"),
          new Line("checkout-api", "INFO", "expired %d abandoned carts"),
          new Line("checkout-api", "TRACE", "pool has %d idle connections"));

  private static final double LINES_A_DAY = 420;
  private static final double LINES_A_DAY_BEFORE = 14;
  private static final double ERRORS_A_DAY = 26;
  private static final double ERRORS_A_DAY_BEFORE = 6;
  private static final int NEW_FAULT_FROM = 364;

  private final World world;

  Background(World world) {
    this.world = world;
  }

  void open(LocalDate day) {
    Dice dice = Dice.of(world.seed(), 61, day.toEpochDay());
    boolean detailed = world.detailed(day);
    chatter(day, dice, dice.poisson(detailed ? LINES_A_DAY : LINES_A_DAY_BEFORE));
    errors(day, dice, dice.poisson(detailed ? ERRORS_A_DAY : ERRORS_A_DAY_BEFORE));
    outage(day, dice);
    newFault(day, dice);
  }

  private void chatter(LocalDate day, Dice dice, int count) {
    for (int line = 0; line < count; line++) {
      world.outbox().add(plain("plain-" + day + "-" + line, anyTime(day, dice), dice));
    }
  }

  private static Instant anyTime(LocalDate day, Dice dice) {
    return day.atStartOfDay(Season.HOME).toInstant().plusMillis(dice.below(86_400_000));
  }

  private static Event.Draft plain(String id, Instant at, Dice dice) {
    Line line = dice.pick(LINES);
    return LogLine.of(EventType.LOG, id, at, line.level(), line.service())
        .set(Field.MESSAGE, String.format(Locale.ROOT, line.text(), 2 + dice.below(900)));
  }

  private void errors(LocalDate day, Dice dice, int count) {
    for (int error = 0; error < count; error++) {
      Instant at = Season.moment(day, Season.HOME, dice);
      world.outbox().add(Fault.everyday(dice).log("error-" + day + "-" + error, at, dice));
    }
  }

  /** During an outage the checkout complains without pause. */
  private void outage(LocalDate day, Dice dice) {
    for (Instant start : world.incidents().outageStarts()) {
      if (Season.day(start).equals(day)) {
        complain(start, dice);
      }
    }
  }

  private void complain(Instant start, Dice dice) {
    Instant at = start;
    for (int error = 0; world.incidents().checkoutDown(at); error++) {
      world.outbox().add(Fault.CHECKOUT_DOWN.log("outage-" + start + "-" + error, at, dice));
      at = at.plusMillis((long) dice.exponential(18_000));
    }
  }

  /** An error that nobody has seen before. */
  private void newFault(LocalDate day, Dice dice) {
    if (world.age(day) < NEW_FAULT_FROM) {
      return;
    }
    for (int error = 0; error < 9; error++) {
      Instant at = Season.moment(day, Season.HOME, dice);
      world.outbox().add(Fault.LABEL_FORMAT.log("label-" + day + "-" + error, at, dice));
    }
  }
}
