package io.vitrine.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A thing for sale.
 *
 * @param number its place in the catalogue, from 0
 * @param name as the shop shows it
 * @param category readable path
 * @param listed price in euro at the opening
 * @param popularity weight among all products
 * @param appeal readiness of a viewer to take it; 1 is the mean
 */
record Product(
    int number, String name, String category, double listed, double popularity, double appeal) {

  private static final double[] STEPS = {1, 1, 0.95, 1.05, 1.08, 0.9, 1.12};
  private static final int SEASON_DAYS = 91;
  private static final int STOCK_DAYS = 30;

  String id() {
    return "ML-" + (1000 + number);
  }

  String page() {
    return "/products/" + Words.slug(name);
  }

  /** Price of one piece on a day, in the currency of a market, with two digits. */
  BigDecimal price(LocalDate day, Market market) {
    double euro = listed * step(day) * (1 - discount(day));
    return BigDecimal.valueOf(charming(euro / market.rate()), 2);
  }

  /** Price without the campaign's discount. */
  BigDecimal regular(LocalDate day, Market market) {
    return BigDecimal.valueOf(charming(listed * step(day) / market.rate()), 2);
  }

  /** Prices change about four times a year, each product on its own day. */
  private double step(LocalDate day) {
    long season = Math.floorDiv(day.toEpochDay() + number * 37L, SEASON_DAYS);
    return STEPS[(int) Math.floorMod(Dice.hash(number, season), (long) STEPS.length)];
  }

  private double discount(LocalDate day) {
    return Campaign.on(day).filter(this::takesPart).map(Campaign::discount).orElse(0.0);
  }

  private boolean takesPart(Campaign campaign) {
    return Dice.of(number, campaign.name().hashCode()).chance(campaign.breadth());
  }

  /** Cents that end in .90 below 50 and in whole numbers above. */
  private static long charming(double price) {
    return price < 50 ? Math.round(price) * 100 - 10 : Math.round(price) * 100;
  }

  /** Whether it is in stock; now and then a product is out for some days. */
  boolean available(LocalDate day) {
    long shifted = day.toEpochDay() + number * 11L;
    Dice dice = Dice.of(number, Math.floorDiv(shifted, STOCK_DAYS), 5);
    return !dice.chance(0.09) || Math.floorMod(shifted, STOCK_DAYS) > 2 + dice.below(9);
  }
}
