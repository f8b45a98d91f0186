package io.vitrine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row per pair of products, or of categories, that stand together in an order or were viewed in
 * one session, with a test of whether they do so more often than chance would have it. Pairs beyond
 * chance come first, those of the highest lift before others.
 *
 * @param period whole days or whole hours
 * @param filters of the lines or views that count; what they leave out is in no pair
 * @param by {@link Dimension#PRODUCT} or {@link Dimension#CATEGORY}
 * @param basket what two things stand in together
 * @param minimum fewest baskets that each of a pair, and the pair, stand in; 2 or more
 * @param with one product or category, whose pairs alone are asked for; null for all
 * @param limit most rows, 1 to 10,000
 */
public record Association(
    Span period,
    List<Filter> filters,
    Dimension by,
    Basket basket,
    int minimum,
    @Nullable String with,
    int limit)
    implements Question {

  /** What two things stand in together. */
  public enum Basket {
    ORDER,
    /** Sessions in which both were viewed. */
    SESSION
  }

  public Association {
    filters = List.copyOf(filters);
    if (by != Dimension.PRODUCT && by != Dimension.CATEGORY) {
      throw Problem.caller(
          "association_by", "pairs are of product or category, not of " + by.wireName());
    }
    if (minimum < 2) {
      throw Problem.caller("association_minimum", "minimum is at least 2, not " + minimum);
    }
    if (limit < 1 || limit > 10_000) {
      throw Problem.caller("association_limit", "limit is 1 to 10000, not " + limit);
    }
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
