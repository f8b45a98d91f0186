package io.vitrine.shop.forecast;

/**
 * A prediction interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record Band(double low, double high) {

  boolean holds(double value) {
    return value >= low && value <= high;
  }
}
