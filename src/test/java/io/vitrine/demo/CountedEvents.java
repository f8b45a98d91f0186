package io.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** Counts a written events.csv as somebody would who knows nothing of how it was made. */
final class CountedEvents extends CountedLines {

  private static final long DAY = 86_400_000;
  private static final int HOURS = 24;

  long rows;
  long outOfOrder;
  final Map<String, Long> kept = new HashMap<>();
  final BitSet visitors = new BitSet();
  final BitSet orders = new BitSet();
  final Map<Integer, int[]> viewsAndLines = new HashMap<>();
  final long[] weekdays = new long[7];
  final long[] hourViews = new long[HOURS];
  final long[] hourLines = new long[HOURS];

  /** Each row that is not equal to one before, by a hash of 64 bits; and each visitor and date. */
  private final Numbers seen = new Numbers();

  private final Numbers visitorDates = new Numbers();
  private long previous;

  /** A set of numbers other than 0. */
  private static final class Numbers {

    private long[] slots = new long[1 << 10];
    private int size;

    boolean add(long number) {
      if (2 * size > slots.length) {
        grow();
      }
      int slot = slot(number);
      if (slots[slot] == number) {
        return false;
      }
      slots[slot] = number;
      size++;
      return true;
    }

    private int slot(long number) {
      int slot = (int) (Dice.hash(number) & (slots.length - 1));
      while (slots[slot] != 0 && slots[slot] != number) {
        slot = (slot + 1) & (slots.length - 1);
      }
      return slot;
    }

    private void grow() {
      long[] before = slots;
      slots = new long[2 * before.length];
      for (long number : before) {
        if (number != 0) {
          slots[slot(number)] = number;
        }
      }
    }

    Map<Long, Integer> countBy(LongUnaryOperator key) {
      Map<Long, Integer> counts = new HashMap<>();
      Arrays.stream(slots)
          .filter(number -> number != 0)
          .map(key)
          .forEach(value -> counts.merge(value, 1, Integer::sum));
      return counts;
    }
  }

  @Override
  void line(String text) {
    rows++;
    if (seen.add(hash(text))) {
      count(text.split(",", -1));
    }
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * 0x100000001B3L;
    }
    return hash;
  }

  private void count(String[] fields) {
    long time = Long.parseLong(fields[0]);
    int visitor = Integer.parseInt(fields[1]);
    outOfOrder += time < previous ? 1 : 0;
    previous = time;
    kept.merge(fields[2], 1L, Long::sum);
    visitors.set(visitor);
    visitorDates.add((time / DAY) << 32 | visitor);
    weekdays[Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).getDayOfWeek().getValue() - 1]++;
    countProduct(fields, (int) (time % DAY * HOURS / DAY));
  }

  private void countProduct(String[] fields, int hour) {
    int[] counts = viewsAndLines.computeIfAbsent(Integer.valueOf(fields[3]), item -> new int[2]);
    if (fields[2].equals("view")) {
      counts[0]++;
      hourViews[hour]++;
    }
    if (fields[2].equals("transaction")) {
      counts[1]++;
      hourLines[hour]++;
      orders.set(Integer.parseInt(fields[4]));
    }
  }

  long distinct() {
    return seen.size;
  }

  long visitorDates() {
    return visitorDates.size;
  }

  Map<Long, Integer> visitorsByDay() {
    return visitorDates.countBy(number -> number >>> 32);
  }

  Map<Integer, Integer> daysByVisitor() {
    Map<Integer, Integer> days = new HashMap<>();
    visitorDates
        .countBy(number -> number & 0xFFFFFFFFL)
        .forEach((visitor, count) -> days.put(visitor.intValue(), count));
    return days;
  }

  static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }

  /** Purchases per view of an hour. */
  double rate(int hour) {
    return hourLines[hour] / (double) hourViews[hour];
  }

  int[] hoursByRate() {
    return IntStream.range(0, HOURS)
        .boxed()
        .sorted((one, other) -> Double.compare(rate(one), rate(other)))
        .mapToInt(hour -> hour)
        .toArray();
  }
}
