package io.vitrine.model;

import java.util.List;

/**
 * One row per product that was seen or sold in the period: what became of those who looked at it,
 * what it brought, and whether it converts worse than the shop by more than chance. Pages of rows;
 * the answer's total is how many products the group has.
 *
 * @param period whole days or whole hours
 * @param group which products
 * @param search part of a product's id or name, without regard to case; empty for all
 * @param sort by a column of the answer; ties are broken by the product
 * @param offset rows before the page, at least 0
 * @param limit most rows, 1 to 10,000
 */
public record Products(
    Span period,
    List<Filter> filters,
    Comparison comparison,
    Group group,
    String search,
    Sort sort,
    long offset,
    int limit)
    implements Question {

  /** Which products are asked for. */
  public enum Group {
    ALL,
    /** With an order line in the period. */
    SOLD,
    /** Seen in the period, and in no order line of it. */
    NOT_SOLD,
    /** Viewed in the period and put into no cart. */
    NOT_CARTED,
    /** Bought by fewer of their viewers than the shop's products are, by more than chance. */
    UNDER_PERFORMING
  }

  public Products {
    filters = List.copyOf(filters);
    if (offset < 0) {
      throw Problem.caller("products_offset", "offset is at least 0, not " + offset);
    }
    if (limit < 1 || limit > 10_000) {
      throw Problem.caller("products_limit", "limit is 1 to 10000, not " + limit);
    }
    if (search.length() > 200) {
      throw Problem.caller(
          "products_search", "search has at most 200 characters, not " + search.length());
    }
  }
}
