package io.vitrine.demo;

import java.util.Arrays;

/**
 * What was noted about one item: which properties, in which weeks. A property that never changes is
 * noted once; one that does is noted again and again.
 */
final class RetailRocketItem {

  private static final int WEEKS = 18;
  private static final int COMMON = RetailRocketValues.COMMON.size();
  private static final int PROPERTIES = RetailRocketValues.NAMES.size();
  private static final int MOST = 256;
  private static final double OTHER_PROPERTIES = 0.45;
  private static final double FROM_THE_START = 0.85;
  private static final double WITHOUT_PRICE = 0.05;

  /**
   * Chances of text, price, availability and category to be what changes, each with those before.
   */
  private static final double[] CHANGES = {0.29, 0.445, 0.567, 0.609};

  private static final int[] CHANGING = {
    RetailRocketValues.TEXT,
    RetailRocketValues.PRICE,
    RetailRocketValues.AVAILABLE,
    RetailRocketValues.CATEGORY
  };

  private final int[] properties = new int[MOST];
  private final int[] weeks = new int[MOST];
  private final int[] places = new int[PROPERTIES];
  private int size;
  private int firstWeek;
  private Dice dice = Dice.of();

  /** The row of an item, a property, a week and a version of the value in one number. */
  static long row(int item, int property, int week, int version) {
    return (((long) item << 12 | property) << 6 | week) << 6 | version;
  }

  static int item(long row) {
    return (int) (row >>> 24);
  }

  static int property(long row) {
    return (int) (row >>> 12) & 0xFFF;
  }

  static int week(long row) {
    return (int) (row >>> 6) & 0x3F;
  }

  static int version(long row) {
    return (int) row & 0x3F;
  }

  /**
   * Settles what is noted about an item.
   *
   * @param count rows about it
   * @param rare a property that it has if it has any beside the common ones
   */
  void settle(int count, int rare, boolean surelyPriced, Dice itemDice) {
    dice = itemDice;
    size = 0;
    Arrays.fill(places, -1);
    firstWeek = dice.chance(FROM_THE_START) ? 0 : 1 + dice.below(12);
    boolean priced = surelyPriced || !dice.chance(WITHOUT_PRICE);
    for (int property = 0; property < COMMON && size < count; property++) {
      if (priced || property != RetailRocketValues.PRICE) {
        have(property);
      }
    }
    others((int) ((count - size) * OTHER_PROPERTIES), rare);
    for (int change = count - size; change > 0; change--) {
      change();
    }
  }

  private void have(int property) {
    places[property] = size;
    properties[size] = property;
    weeks[size++] = 1 << firstWeek;
  }

  private void others(int count, int rare) {
    for (int other = 0; other < count; other++) {
      double unit = dice.unit();
      int property = COMMON + (int) ((PROPERTIES - COMMON) * unit * unit * unit);
      have(free(other == 0 ? rare : property));
    }
  }

  private int free(int property) {
    int free = property;
    while (places[free] >= 0) {
      free = free == PROPERTIES - 1 ? COMMON : free + 1;
    }
    return free;
  }

  /** Notes a property once more, in a week in which it was not noted yet. */
  private void change() {
    int place = changing();
    while (Integer.bitCount(weeks[place]) == WEEKS - firstWeek) {
      place = (place + 1) % size;
    }
    int week = firstWeek + dice.below(WEEKS - firstWeek);
    while ((weeks[place] & 1 << week) != 0) {
      week = week == WEEKS - 1 ? firstWeek : week + 1;
    }
    weeks[place] |= 1 << week;
  }

  private int changing() {
    double unit = dice.unit();
    for (int choice = 0; choice < CHANGES.length; choice++) {
      if (unit < CHANGES[choice] && places[CHANGING[choice]] >= 0) {
        return places[CHANGING[choice]];
      }
    }
    return dice.below(size);
  }

  /** Puts the rows into an array from a place on; returns the place after them. */
  int rows(int item, long[] rows, int from) {
    int at = from;
    for (int place = 0; place < size; place++) {
      int version = 0;
      for (int left = weeks[place]; left != 0; left &= left - 1) {
        rows[at++] = row(item, properties[place], Integer.numberOfTrailingZeros(left), version++);
      }
    }
    return at;
  }
}
