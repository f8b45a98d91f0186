package io.vitrine.demo;

import java.util.ArrayList;
import java.util.List;

/** The properties of items and their values. Values that follow each other always differ. */
final class RetailRocketValues {

  static final int CATEGORY = 0;
  static final int AVAILABLE = 1;
  static final int PRICE = 2;
  static final int TEXT = 3;

  /** Properties that every item has, except the price; they stand first. */
  static final List<String> COMMON =
      List.of("categoryid", "available", "790", "888", "6", "283", "776", "678", "364", "202");

  /** All 1,104 properties. */
  static final List<String> NAMES = names();

  private static final int NUMBERED = 1_102;
  private static final int TOKENS = 1_400_000;
  private static final int TOKEN_STEP = 104_729;
  private static final long PROPERTY_STEP = 13_007;

  /** Prices are multiples of 0.12, in thousandths. */
  private static final int UNIT = 120;

  private static final int LEAST_PRICE = 100;
  private static final double MORE_WORDS = 0.35;
  private static final double MORE_WORDS_OF_TEXT = 0.78;

  private final long seed;
  private final RetailRocketTree tree;

  RetailRocketValues(long seed) {
    this.seed = seed;
    this.tree = new RetailRocketTree(seed);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(COMMON);
    for (int number = 0; number < NUMBERED; number++) {
      String name = Integer.toString(number);
      if (!COMMON.contains(name)) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /**
   * Adds a value to a line.
   *
   * @param version how often it has changed
   */
  void add(AsciiFile file, int item, int property, int version) {
    long hash = Dice.hash(seed, 104, item, property);
    switch (property) {
      case CATEGORY -> file.number(tree.number(category(hash, version)));
      case AVAILABLE -> file.number((hash + version) & 1);
      case PRICE -> price(file, hash, version);
      default -> words(file, property, hash, version);
    }
  }

  private static int category(long hash, int version) {
    long step = 1L + Math.floorMod(hash >> 20, RetailRocketTree.CATEGORIES - 1);
    return (int) ((Math.floorMod(hash, 1_000_000) + version * step) % RetailRocketTree.CATEGORIES);
  }

  /** A price that is raised a little, then lowered more, and so on. */
  private static void price(AsciiFile file, long hash, int version) {
    double base = Math.max(LEAST_PRICE, Dice.of(hash).logNormal(75_000, 1.4));
    double swing = (Dice.hash(hash, version) >>> 11) * 0x1.0p-53;
    double factor = version % 2 == 0 ? 1 + 0.1 * swing : 0.8 + 0.17 * swing;
    long units = (long) (base * factor);
    file.letter('n').thousandths(units * UNIT);
  }

  /** Hashed words; the first one is out of the property's own vocabulary. */
  private static void words(AsciiFile file, int property, long hash, int version) {
    int vocabulary = 1 << (4 + property * 5 % 14);
    long place = (hash + (2 * (hash >>> 40) + 1) * version) & (vocabulary - 1);
    word(file, (int) ((place * TOKEN_STEP + property * PROPERTY_STEP) % TOKENS), property % 5 == 1);
    double more = property == TEXT ? MORE_WORDS_OF_TEXT : MORE_WORDS;
    Dice dice = Dice.of(hash, version);
    while (dice.chance(more)) {
      file.letter(' ');
      word(file, dice.below(TOKENS), dice.chance(0.15));
    }
  }

  private static void word(AsciiFile file, int token, boolean number) {
    if (number) {
      file.letter('n').thousandths((long) token * UNIT);
    } else {
      file.number(token);
    }
  }
}
