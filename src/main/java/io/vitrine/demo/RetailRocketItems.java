package io.vitrine.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** The items of the set and what is known about them, week by week. */
final class RetailRocketItems {

  /** Sunday 2015-05-10 03:00 UTC, the first of 18 weekly notes. */
  private static final long FIRST_NOTE = 1_431_226_800_000L;

  private static final long WEEK = 604_800_000L;
  private static final int WEEKS = 18;
  private static final String HEADER = "timestamp,itemid,property,value";
  private static final String PRICE = "790";
  private static final int NAMES = 1_102;
  private static final int TOKENS = 1_400_000;
  private static final double ITEMS_PER_EVENT = 0.1513;
  private static final int REPORT_EVERY = 1_000;

  private final long seed;
  private final int count;
  private long rows;

  RetailRocketItems(long seed, long events) {
    this.seed = seed;
    this.count = (int) Math.max(10, Math.round(events * ITEMS_PER_EVENT));
  }

  int count() {
    return count;
  }

  /** Writes both parts; returns the number of rows. */
  long write(Path folder, DoubleConsumer progress) throws IOException {
    int half = (int) Math.round(count * 0.54);
    write(folder.resolve("item_properties_part1.csv"), 0, half, progress);
    write(folder.resolve("item_properties_part2.csv"), half, count, progress);
    return rows;
  }

  private void write(Path path, int from, int to, DoubleConsumer progress) throws IOException {
    try (AsciiFile file = new AsciiFile(path, HEADER)) {
      for (int item = from; item < to; item++) {
        write(file, item);
        if (item % REPORT_EVERY == 0) {
          progress.accept((double) item / count);
        }
      }
    }
  }

  private void write(AsciiFile file, int item) throws IOException {
    Dice dice = Dice.of(seed, 103, item);
    price(file, item, dice);
    category(file, item, dice);
    availability(file, item, dice);
    int properties = 12 + dice.below(12);
    for (int property = 0; property < properties; property++) {
      described(file, item, dice);
    }
  }

  private void row(AsciiFile file, int week, int item, String property, String value)
      throws IOException {
    file.line((FIRST_NOTE + week * WEEK) + "," + number(item) + "," + property + "," + value);
    rows++;
  }

  /** Item ids are spread over more numbers than there are items. */
  static long number(int item) {
    return item + item / 9L;
  }

  /** A price, changed now and then; one item in twenty has none. */
  private void price(AsciiFile file, int item, Dice dice) throws IOException {
    if (dice.chance(0.05)) {
      return;
    }
    double price = dice.logNormal(9_000, 1.4);
    row(file, dice.below(3), item, PRICE, money(price));
    for (int week = 3; week < WEEKS; week++) {
      if (dice.chance(0.12)) {
        price *= dice.between(0.82, 1.16);
        row(file, week, item, PRICE, money(price));
      }
    }
  }

  /** A price as the set writes it: thousandths of a multiple of 0.12, such as n277.200. */
  private static String money(double price) {
    long thousandths = Math.max(1, Math.round(price / 0.12)) * 120;
    return String.format(Locale.ROOT, "n%d.%03d", thousandths / 1_000, thousandths % 1_000);
  }

  private void category(AsciiFile file, int item, Dice dice) throws IOException {
    int category = dice.below(RetailRocketTree.CATEGORIES);
    row(file, 0, item, "categoryid", Integer.toString(category));
    if (dice.chance(0.08)) {
      int other = dice.below(RetailRocketTree.CATEGORIES);
      row(file, 1 + dice.below(WEEKS - 1), item, "categoryid", Integer.toString(other));
    }
  }

  private void availability(AsciiFile file, int item, Dice dice) throws IOException {
    boolean available = dice.chance(0.6);
    row(file, 0, item, "available", available ? "1" : "0");
    for (int week = 1; week < WEEKS; week++) {
      if (dice.chance(0.14)) {
        available = !available;
        row(file, week, item, "available", available ? "1" : "0");
      }
    }
  }

  /** A property with hashed words, noted once or again and again as it changes. */
  private void described(AsciiFile file, int item, Dice dice) throws IOException {
    String name = propertyName(dice);
    row(file, 0, item, name, words(dice));
    int changes = dice.chance(0.13) ? 1 + dice.below(WEEKS - 1) : 0;
    for (int week = 1; week <= changes; week++) {
      row(file, week, item, name, words(dice));
    }
  }

  /** A number, the low ones much more often; the one that means the price is left out. */
  private static String propertyName(Dice dice) {
    String name = Integer.toString((int) (NAMES * StrictMath.pow(dice.unit(), 3)));
    return name.equals(PRICE) ? Integer.toString(NAMES) : name;
  }

  private static String words(Dice dice) {
    StringBuilder words = new StringBuilder().append(word(dice));
    while (dice.chance(0.45)) {
      words.append(' ').append(word(dice));
    }
    return words.toString();
  }

  private static String word(Dice dice) {
    return dice.chance(0.15)
        ? money(dice.logNormal(40, 1.2))
        : Integer.toString(dice.below(TOKENS));
  }
}
