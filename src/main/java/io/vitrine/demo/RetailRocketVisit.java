package io.vitrine.demo;

import io.vitrine.demo.RetailRocketRows.Kind;

/**
 * What a visitor does on one day. Everything bought is viewed and put into the cart first; the
 * times count from 0 until the visit is settled in its day.
 */
final class RetailRocketVisit {

  /** A visit fits into its date with room to start at almost any hour. */
  private static final long LONGEST = RetailRocketDays.LENGTH * 9 / 10;

  private static final double LEAVES_AND_COMES_BACK = 0.06;
  private static final int SHORTEST_BREAK = 1_860_000;
  private static final int BREAKS = 7_200_000;
  private static final int BETWEEN_LINES = 60;

  private final RetailRocketRows rows;
  private final RetailRocketProducts products;
  private final int visitor;
  private final Dice dice;
  private final int from;
  private final int[] bought;
  private int linesLeft;
  private int abandonedLeft;
  private long now;
  private long ordered;

  RetailRocketVisit(
      RetailRocketRows rows, RetailRocketProducts products, int visitor, int lines, Dice dice) {
    this.rows = rows;
    this.products = products;
    this.visitor = visitor;
    this.dice = dice;
    this.from = rows.size();
    this.bought = new int[lines];
    this.linesLeft = lines;
  }

  /**
   * Looks at products, puts some into the cart, and orders when the last one to buy is in it.
   *
   * @param looks at how many
   * @param abandoned how many of them go into the cart only
   * @param order the number of the order, if something is bought
   */
  void take(int looks, int abandoned, int order) {
    abandonedLeft = abandoned;
    for (int left = looks; left > 0; left--) {
      int chosen = dice.below(left);
      if (chosen < linesLeft) {
        buy(order);
      } else if (chosen < linesLeft + abandonedLeft) {
        abandonedLeft--;
        putIntoCart(products.abandon(dice));
      } else {
        look(products.look(dice));
      }
    }
  }

  private void look(int item) {
    rows.add(now, visitor, Kind.VIEW, item);
    boolean leaves = dice.chance(LEAVES_AND_COMES_BACK);
    now += leaves ? SHORTEST_BREAK + dice.below(BREAKS) : pause();
  }

  private void putIntoCart(int item) {
    rows.add(now, visitor, Kind.VIEW, item);
    now += pause();
    rows.add(now, visitor, Kind.CART, item);
    now += pause();
  }

  private void buy(int order) {
    int line = bought.length - linesLeft--;
    bought[line] = products.buy(line == 0, dice);
    putIntoCart(bought[line]);
    if (linesLeft == 0) {
      order(order);
    }
  }

  private void order(int order) {
    ordered = now;
    for (int item : bought) {
      now += 1 + dice.below(BETWEEN_LINES);
      rows.add(now, visitor, Kind.ORDER, item, order);
    }
    now += pause();
  }

  private long pause() {
    return 3_000 + (long) dice.logNormal(60_000, 1.1);
  }

  /**
   * Moves the visit to its time.
   *
   * @param start the day's first millisecond
   * @param time of the day in milliseconds at which it starts, or orders if it does
   */
  void settle(long start, long time) {
    if (rows.last() > LONGEST) {
      rows.press(from, LONGEST);
    }
    long latest = RetailRocketDays.LENGTH - 1 - rows.last();
    rows.move(from, start + Math.clamp(time - ordered, 0, latest));
  }
}
