package io.vitrine.demo;

import java.io.IOException;

/** The rows of one day, written in no order at all, as they stand in the real set. */
final class RetailRocketRows {

  /** What a row tells. */
  enum Kind {
    VIEW(",view,"),
    CART(",addtocart,"),
    ORDER(",transaction,");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  private static final int NO_ORDER = -1;

  private final long[] times;
  private final int[] visitors;
  private final int[] items;
  private final int[] orders;
  private final Kind[] kinds;
  private int size;

  RetailRocketRows(int room) {
    times = new long[room];
    visitors = new int[room];
    items = new int[room];
    orders = new int[room];
    kinds = new Kind[room];
  }

  int size() {
    return size;
  }

  void add(long time, int visitor, Kind kind, int item) {
    add(time, visitor, kind, item, NO_ORDER);
  }

  void add(long time, int visitor, Kind kind, int item, int order) {
    times[size] = time;
    visitors[size] = visitor;
    kinds[size] = kind;
    items[size] = item;
    orders[size] = order;
    size++;
  }

  /** Adds a row again that is already there. */
  void repeat(int row) {
    add(times[row], visitors[row], kinds[row], items[row], orders[row]);
  }

  /** The time of the newest row. */
  long last() {
    return times[size - 1];
  }

  /** Presses the rows from one on into a time from 0, in the same order and each on its own. */
  void press(int from, long length) {
    double ratio = length / (double) last();
    for (int row = from; row < size; row++) {
      long pressed = (long) (times[row] * ratio);
      times[row] = row == from ? pressed : Math.max(pressed, times[row - 1] + 1);
    }
  }

  /** Moves the rows from one on to a later time. */
  void move(int from, long by) {
    for (int row = from; row < size; row++) {
      times[row] += by;
    }
  }

  void write(AsciiFile file, Dice dice) throws IOException {
    int[] order = new int[size];
    for (int at = 0; at < size; at++) {
      int other = dice.below(at + 1);
      order[at] = order[other];
      order[other] = at;
    }
    for (int row : order) {
      write(file, row);
    }
  }

  private void write(AsciiFile file, int row) throws IOException {
    file.number(times[row]).letter(',').number(visitors[row]).text(kinds[row].text);
    file.number(items[row]).letter(',');
    if (orders[row] != NO_ORDER) {
      file.number(orders[row]);
    }
    file.end();
  }
}
