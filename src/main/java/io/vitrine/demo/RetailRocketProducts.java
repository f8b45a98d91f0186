package io.vitrine.demo;

/**
 * Which product is looked at next. Products are ranked by popularity; the first is the real set's
 * 461686. Every product comes up at least once, and none but the first as often as the first.
 */
final class RetailRocketProducts {

  /** All item numbers of the real set. */
  private static final long NUMBERS = 466_868;

  private static final long TOP = 461_686;
  private static final double FLATTENED_FOR_VIEWS = 21;
  private static final double FLATTENED_FOR_SALES = 13;

  private final Spread numbers;
  private final int[] views;
  private final int[] lines;
  private final int viewLimit;
  private final int lineLimit;
  private final Popularity viewed;
  private final Popularity carted;
  private final Popularity bought;
  private int plainLeft;
  private int topPlainLeft;
  private int abandonedLeft;
  private int topAbandonedLeft;
  private int ordersLeft;
  private int topLinesLeft;
  private int unseen;
  private int lastUnseen;

  RetailRocketProducts(RetailRocketCounts counts) {
    int products = counts.products();
    numbers = numbers(counts);
    views = new int[products];
    lines = new int[products];
    viewLimit = limit(counts.topViews(), counts.views(), products);
    lineLimit = limit(counts.topLines(), counts.lines(), products);
    viewed = new Popularity(products - 1, FLATTENED_FOR_VIEWS);
    carted = new Popularity((products - 1) / 10, FLATTENED_FOR_SALES);
    bought = new Popularity((products - 1) / 20, FLATTENED_FOR_SALES);
    plainLeft = counts.plainViews();
    topPlainLeft = counts.topPlainViews();
    abandonedLeft = counts.abandoned();
    topAbandonedLeft = counts.topAbandoned();
    ordersLeft = counts.orders();
    topLinesLeft = counts.topLines();
    unseen = products - 1;
    lastUnseen = products - 1;
  }

  /** One less than the first product has; in a very small set at least room for everything. */
  private static int limit(int top, int all, int products) {
    return Math.max(top - 1, 3 * all / products + 1);
  }

  /** The item numbers by rank; items without an event come after the products. */
  static Spread numbers(RetailRocketCounts counts) {
    long all = (long) counts.items() + counts.products() - counts.knownProducts();
    return Spread.of(Math.max(NUMBERS, all), TOP);
  }

  /**
   * The item number of a product to look at. What must still come up does so with the chance that
   * it has among the views that are left, hence surely in time.
   */
  int look(Dice dice) {
    int place = dice.below(plainLeft--);
    if (place < topPlainLeft) {
      topPlainLeft--;
      return seen(0);
    }
    return seen(place < topPlainLeft + unseen ? unseen() : draw(viewed, dice));
  }

  /** The item number of a product to look at and put into the cart only. */
  int abandon(Dice dice) {
    if (dice.below(abandonedLeft--) < topAbandonedLeft) {
      topAbandonedLeft--;
      return seen(0);
    }
    return seen(draw(carted, dice));
  }

  /** The item number of a product to look at, put into the cart and buy. */
  int buy(boolean firstOfOrder, Dice dice) {
    int product = firstOfOrder && dice.below(ordersLeft--) < topLinesLeft ? 0 : draw(bought, dice);
    topLinesLeft -= product == 0 ? 1 : 0;
    lines[product]++;
    return seen(product);
  }

  private int seen(int product) {
    if (views[product]++ == 0 && product > 0) {
      unseen--;
    }
    return numbers.at(product);
  }

  private int unseen() {
    while (views[lastUnseen] > 0) {
      lastUnseen--;
    }
    return lastUnseen;
  }

  private int draw(Popularity popularity, Dice dice) {
    int product = 1 + popularity.draw(dice);
    while (views[product] >= viewLimit || lines[product] >= lineLimit) {
      product = product == views.length - 1 ? 1 : product + 1;
    }
    return product;
  }
}
