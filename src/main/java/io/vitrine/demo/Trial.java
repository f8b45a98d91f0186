package io.vitrine.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An experiment that runs in the shop, and what is really true about it. */
enum Trial {
  /** A cart that stays in view: more of those who put something in it buy. */
  STICKY_CART(35, 1.50),
  /** A banner about free shipping: makes no difference at all. */
  FREE_SHIPPING_BANNER(21, 1.0);

  private static final int YEAR = 365;

  private final int startedDaysBeforeAnniversary;
  private final double effect;

  Trial(int startedDaysBeforeAnniversary, double effect) {
    this.startedDaysBeforeAnniversary = startedDaysBeforeAnniversary;
    this.effect = effect;
  }

  /** The trials that run on a day in a shop that opened on another. */
  static List<Trial> running(LocalDate opening, LocalDate day) {
    return Arrays.stream(values()).filter(trial -> !day.isBefore(trial.start(opening))).toList();
  }

  LocalDate start(LocalDate opening) {
    return opening.plusDays(YEAR - startedDaysBeforeAnniversary);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String variant(Visitor visitor) {
    return treats(visitor) ? "treatment" : "control";
  }

  /** Factor on the chance that a visitor with a full cart goes on to the checkout. */
  double effect(Visitor visitor) {
    return treats(visitor) ? effect : 1;
  }

  private boolean treats(Visitor visitor) {
    return (Dice.hash(visitor.number(), 31, name().hashCode()) & 1) == 1;
  }
}
