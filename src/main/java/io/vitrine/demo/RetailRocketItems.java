package io.vitrine.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * What is known about the items: rows in weekly notes, in two files. Rows stand in no order, but
 * all of an item within two million.
 */
final class RetailRocketItems {

  /** The first of 19 Sundays, of which one has no note. */
  private static final LocalDate FIRST_NOTE = LocalDate.of(2015, 5, 10);

  private static final LocalDate NO_NOTE = LocalDate.of(2015, 6, 21);
  private static final int SUNDAYS = 19;

  /** The notes' times in milliseconds. */
  private static final long[] NOTES =
      LongStream.range(0, SUNDAYS)
          .mapToObj(FIRST_NOTE::plusWeeks)
          .filter(sunday -> !sunday.equals(NO_NOTE))
          .mapToLong(sunday -> sunday.toEpochSecond(LocalTime.of(3, 0), ZoneOffset.UTC) * 1_000)
          .toArray();

  private static final String HEADER = "timestamp,itemid,property,value";
  private static final int ITEMS_OF_BLOCK = 40_000;
  private static final int LEAST_ROWS = 9;
  private static final int MOST_MORE_ROWS = 39;
  private static final int SURELY_PRICED = 1_000;

  private final long seed;
  private final RetailRocketCounts counts;
  private final RetailRocketValues values;
  private final Spread numbers;
  private final Spread order;
  private final int spread;

  RetailRocketItems(long seed, RetailRocketCounts counts) {
    this.seed = seed;
    this.counts = counts;
    this.values = new RetailRocketValues(seed);
    this.numbers = RetailRocketProducts.numbers(counts);
    this.order = Spread.of(counts.items(), Dice.hash(seed, 108) >>> 40);
    long mean = counts.properties() / counts.items();
    this.spread = Math.clamp(mean - LEAST_ROWS, 1, MOST_MORE_ROWS);
  }

  /** Writes the first file. */
  void writePartOne(Target target, LongConsumer progress) throws IOException {
    write(target, "item_properties_part1.csv", 0, counts.propertiesOfPartOne(), progress);
  }

  /** Writes the second file. */
  void writePartTwo(Target target, LongConsumer progress) throws IOException {
    long from = counts.propertiesOfPartOne();
    write(target, "item_properties_part2.csv", from, counts.properties(), progress);
  }

  private void write(Target target, String name, long from, long to, LongConsumer progress)
      throws IOException {
    try (AsciiFile file = new AsciiFile(target.open(name), HEADER)) {
      for (int start = 0; start < counts.items(); start += ITEMS_OF_BLOCK) {
        int end = Math.min(counts.items(), start + ITEMS_OF_BLOCK);
        long first = Math.max(from, rowsBefore(start));
        long last = Math.min(to, rowsBefore(end));
        if (first < last) {
          long[] rows = block(start, end);
          write(file, rows, first - rowsBefore(start), last - rowsBefore(start));
          progress.accept(last - first);
        }
      }
    }
  }

  /** Rows of the items before one: even steps with a jitter, so that the sum is exact. */
  private long rowsBefore(int place) {
    boolean inside = place > 0 && place < counts.items();
    long jitter = inside ? Math.floorMod(Dice.hash(seed, 109, place), spread) : 0;
    return place * counts.properties() / counts.items() + jitter;
  }

  private long[] block(int start, int end) {
    long[] rows = new long[(int) (rowsBefore(end) - rowsBefore(start))];
    RetailRocketItem item = new RetailRocketItem();
    int at = 0;
    for (int place = start; place < end; place++) {
      int count = (int) (rowsBefore(place + 1) - rowsBefore(place));
      int number = order.at(place);
      boolean surelyPriced = number < SURELY_PRICED;
      item.settle(count, rare(place), surelyPriced, Dice.of(seed, 103, place));
      at = item.rows(numbers.at(rank(number)), rows, at);
    }
    shuffle(rows, Dice.of(seed, 107, start));
    return rows;
  }

  private static int rare(int place) {
    int common = RetailRocketValues.COMMON.size();
    return common + place % (RetailRocketValues.NAMES.size() - common);
  }

  /**
   * The rank of an item, whose number then is that of a product with events or comes after them. Of
   * the more popular tenth of the products something is always known, of the others mostly.
   */
  private int rank(int number) {
    int known = counts.knownProducts();
    int surely = Math.min(known, counts.products() / 10);
    if (number < surely) {
      return number;
    }
    if (number < known) {
      long others = (long) counts.products() - surely;
      return (int) (surely + (number - surely) * others / (known - surely));
    }
    return counts.products() + number - known;
  }

  private static void shuffle(long[] rows, Dice dice) {
    for (int at = rows.length - 1; at > 0; at--) {
      int other = dice.below(at + 1);
      long row = rows[at];
      rows[at] = rows[other];
      rows[other] = row;
    }
  }

  private void write(AsciiFile file, long[] rows, long from, long to) throws IOException {
    for (int at = (int) from; at < to; at++) {
      int item = RetailRocketItem.item(rows[at]);
      int property = RetailRocketItem.property(rows[at]);
      file.number(NOTES[RetailRocketItem.week(rows[at])]).letter(',').number(item).letter(',');
      file.text(RetailRocketValues.NAMES.get(property)).letter(',');
      values.add(file, item, property, RetailRocketItem.version(rows[at]));
      file.end();
    }
  }
}
