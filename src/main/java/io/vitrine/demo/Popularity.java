package io.vitrine.demo;

/** A power law with the exponent 2/3 over ranks from 0, flattened at its head. */
final class Popularity {

  private final int ranks;
  private final double flattened;
  private final double low;
  private final double width;

  /**
   * Over at least one rank.
   *
   * @param flattened how many of the first ranks are about equal
   */
  Popularity(int ranks, double flattened) {
    this.ranks = Math.max(1, ranks);
    this.flattened = flattened;
    this.low = StrictMath.cbrt(flattened);
    this.width = StrictMath.cbrt(this.ranks + flattened) - low;
  }

  int draw(Dice dice) {
    double root = low + dice.unit() * width;
    return Math.clamp((long) (root * root * root - flattened), 0, ranks - 1);
  }
}
