package io.vitrine.demo;

/**
 * How much of everything a set has. At the size of the real set these are its own figures, whatever
 * the seed; at other sizes they grow with the events.
 *
 * @param rows rows of events, exact duplicates included
 */
record RetailRocketCounts(long rows) {

  static final long FULL = 2_756_101;

  /** How fast the most of one product grows: in a small set it has a larger part of the views. */
  private static final double OF_THE_TOP = 0.6;

  private long scaled(long full) {
    return Math.round(full * (rows / (double) FULL));
  }

  private long scaledTop(long full) {
    double size = rows / (double) FULL;
    return Math.round(full * (size < 1 ? StrictMath.pow(size, OF_THE_TOP) : size));
  }

  /** Rows that are equal to one before. */
  int duplicates() {
    return (int) scaled(460);
  }

  /** Transaction rows: one product in an order each. */
  int lines() {
    return (int) scaled(22_457);
  }

  int orders() {
    return Math.clamp(scaled(17_672), Math.min(1, lines()), lines());
  }

  int carts() {
    return (int) Math.max(lines(), scaled(68_966));
  }

  /** Products put into a cart and not bought. */
  int abandoned() {
    return carts() - lines();
  }

  int views() {
    return (int) rows - duplicates() - carts() - lines();
  }

  /** Views that nothing follows from. */
  int plainViews() {
    return views() - carts();
  }

  /** Pairs of a visitor and a UTC date. */
  int visitorDays() {
    return Math.clamp(scaled(1_649_534), 1, plainViews());
  }

  int visitors() {
    return Math.clamp(scaled(1_407_580), 1, visitorDays());
  }

  /** Visitors of 2015-07-26; no other day has as many. */
  int visitorsOfBusiestDay() {
    return (int) Math.min(scaled(17_516), visitorDays());
  }

  /** Distinct products with an event. */
  int products() {
    return Math.clamp(scaled(235_061), Math.min(2, plainViews()), plainViews());
  }

  /** Products with an event of which something is known. */
  int knownProducts() {
    return Math.clamp(scaled(185_246), 1, Math.min(products(), items()));
  }

  int topViews() {
    return topPlainViews() + topAbandoned() + topLines();
  }

  int topLines() {
    return (int) Math.min(scaledTop(133), orders());
  }

  int topAbandoned() {
    return (int) Math.min(scaledTop(173), abandoned());
  }

  int topPlainViews() {
    return Math.clamp(scaledTop(2_232), 1, plainViews() - products() + 1);
  }

  /** Rows of properties. */
  long properties() {
    return Math.max(1, scaled(20_275_902));
  }

  /** Of these, those in the first file. */
  long propertiesOfPartOne() {
    return scaled(10_999_999);
  }

  /** Items of which something is known. */
  int items() {
    return (int) Math.max(1, scaled(417_053));
  }
}
