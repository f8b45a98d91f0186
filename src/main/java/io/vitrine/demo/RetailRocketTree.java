package io.vitrine.demo;

import java.io.IOException;
import java.nio.file.Path;

/** The category tree of the set: 1,669 categories under 25 roots, up to six deep. */
final class RetailRocketTree {

  static final int CATEGORIES = 1_669;

  private static final int ROOTS = 25;
  private static final int DEEPEST = 6;

  private RetailRocketTree() {}

  /** Writes the tree; a root has no parent. Returns the number of rows. */
  static long write(long seed, Path folder) throws IOException {
    Dice dice = Dice.of(seed, 105);
    int[] depths = new int[CATEGORIES];
    try (AsciiFile file =
        new AsciiFile(folder.resolve("category_tree.csv"), "categoryid,parentid")) {
      for (int category = 0; category < CATEGORIES; category++) {
        file.line(category + "," + parent(category, depths, dice));
      }
    }
    return CATEGORIES;
  }

  private static String parent(int category, int[] depths, Dice dice) {
    if (category < ROOTS) {
      depths[category] = 1;
      return "";
    }
    int parent = dice.below(category);
    while (depths[parent] >= DEEPEST) {
      parent = dice.below(parent);
    }
    depths[category] = depths[parent] + 1;
    return Integer.toString(parent);
  }
}
