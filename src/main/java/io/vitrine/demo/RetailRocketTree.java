package io.vitrine.demo;

import java.io.IOException;

/** The category tree of the set: 1,669 categories under 25 roots, up to six deep. */
final class RetailRocketTree {

  static final int CATEGORIES = 1_669;

  /** Category numbers have gaps, as in the real tree. */
  private static final int NUMBERS = 1_699;

  /** Categories of the real tree by depth. */
  private static final int[] BY_DEPTH = {25, 174, 702, 665, 90, 13};

  private final long seed;
  private final Spread numbers;

  RetailRocketTree(long seed) {
    this.seed = seed;
    this.numbers = Spread.of(NUMBERS, Dice.hash(seed, 106) >>> 40);
  }

  /** The number of a category. */
  int number(int category) {
    return numbers.at(category);
  }

  /** Writes the tree; a root has no parent. */
  void write(Target target) throws IOException {
    Dice dice = Dice.of(seed, 105);
    try (AsciiFile file = new AsciiFile(target.open("category_tree.csv"), "categoryid,parentid")) {
      int above = 0;
      int start = 0;
      for (int width : BY_DEPTH) {
        level(file, start, width, above, dice);
        above = start;
        start += width;
      }
    }
  }

  /** Categories of one depth; the parents are those between two places. */
  private void level(AsciiFile file, int start, int width, int above, Dice dice)
      throws IOException {
    for (int category = start; category < start + width; category++) {
      file.number(number(category)).letter(',');
      if (start > 0) {
        file.number(number(above + dice.below(start - above)));
      }
      file.end();
    }
  }
}
