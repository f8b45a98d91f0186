package io.vitrine.demo;

/** How what happens on a day falls on the visitors of the day: much on a few, little on most. */
final class RetailRocketDay {

  private static final double BUYERS_WHO_RETURN = 0.4;
  private static final double LIKE_BEFORE = 0.55;
  private static final double LOOKERS_WHO_RETURN = 0.3;
  private static final double CARTS_OF_BUSY_ONES = 0.25;

  final int[] moreViews;
  final int[] abandoned;
  final int[] lines;

  private final int visitors;
  private final int returning;
  private final Dice dice;

  /** Who did something before; who did more stands there more often. */
  private final int[] busy;

  private int busySize;

  RetailRocketDay(RetailRocketDays days, int day, int returning, Dice dice) {
    this.visitors = days.visitors[day];
    this.returning = returning;
    this.dice = dice;
    moreViews = new int[visitors];
    abandoned = new int[visitors];
    lines = new int[visitors];
    busy =
        new int[days.orders[day] + days.moreLines[day] + days.abandoned[day] + days.moreViews[day]];
    giveOrders(days.orders[day]);
    give(lines, days.moreLines[day], 1, 0);
    give(abandoned, days.abandoned[day], CARTS_OF_BUSY_ONES, 0);
    give(moreViews, days.moreViews[day], LIKE_BEFORE, LOOKERS_WHO_RETURN);
  }

  /** How many products the visitor at a place looks at: one, those put into the cart, and more. */
  int looks(int place) {
    return 1 + lines[place] + abandoned[place] + moreViews[place];
  }

  /** At most one order to a visitor of the day. */
  private void giveOrders(int orders) {
    for (int order = 0; order < orders; order++) {
      int visitor = anyone(BUYERS_WHO_RETURN);
      while (lines[visitor] > 0) {
        visitor = (visitor + 1) % visitors;
      }
      note(lines, visitor);
    }
  }

  private void give(int[] counts, int total, double likeBefore, double returningOnes) {
    for (int count = 0; count < total; count++) {
      boolean again = busySize > 0 && dice.chance(likeBefore);
      note(counts, again ? busy[dice.below(busySize)] : anyone(returningOnes));
    }
  }

  private int anyone(double returningOnes) {
    return returning > 0 && dice.chance(returningOnes)
        ? dice.below(returning)
        : dice.below(visitors);
  }

  private void note(int[] counts, int visitor) {
    counts[visitor]++;
    busy[busySize++] = visitor;
  }
}
