package io.vitrine.store.past;

import java.util.List;

/** Rows of a file in columns, read by several threads, each through a reader of its own. */
public interface Rows {

  /** What a column holds. */
  enum Type {
    NUMBER,
    TEXT
  }

  /**
   * A column.
   *
   * @param name in snake case
   * @param type what it holds
   */
  record Column(String name, Type type) {}

  List<Column> columns();

  /** A reader for one thread; all readers together give every row once. */
  Reader reader();

  /**
   * Called once, after the last row.
   *
   * @throws io.vitrine.model.Problem when the rows as a whole cannot be right; nothing is stored
   */
  void finish();

  /** One thread's way through the rows. */
  interface Reader {

    /**
     * Puts the next rows into a batch.
     *
     * @return how many; 0 at the end
     * @throws io.vitrine.model.Problem when the file cannot be read on
     */
    int fill(Batch batch);
  }

  /** Some rows, column by column: a number column has numbers, a text column texts in UTF-8. */
  final class Batch {

    /** Most rows. */
    public static final int ROWS = 2048;

    /** The number that stands for none. */
    public static final long NONE = Long.MIN_VALUE;

    private final long[][] numbers;
    private final byte[][][] texts;

    /** An empty batch for some columns. */
    public Batch(List<Column> columns) {
      this.numbers = new long[columns.size()][];
      this.texts = new byte[columns.size()][][];
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).type() == Type.NUMBER) {
          numbers[i] = new long[ROWS];
        } else {
          texts[i] = new byte[ROWS][];
        }
      }
    }

    /** The numbers of a column, to be written and read in place. */
    public long[] numbers(int column) {
      return numbers[column];
    }

    /** The texts of a column, to be written and read in place. */
    public byte[][] texts(int column) {
      return texts[column];
    }
  }
}
