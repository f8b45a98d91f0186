package io.vitrine.model;

import java.util.List;

/**
 * One row per band of prices, cheapest first: how many products were sold at a price of the band,
 * and what they brought. A product's price is what was paid for a piece of it in the period, on
 * average; products that were not sold have none and stand in no band. Bands end at 1, 2 and 5 and
 * ten, a hundred, ... times that.
 *
 * @param period whole days or whole hours
 */
public record PriceBands(Span period, List<Filter> filters, Comparison comparison)
    implements Question {

  public PriceBands {
    filters = List.copyOf(filters);
    if (comparison != Comparison.NONE) {
      throw Problem.caller("price_bands_comparison", "price bands are not compared in time");
    }
  }
}
