package io.vitrine.model;

import java.util.List;

/**
 * Carts of a state that began in a period, one row each, the most valuable first: who, since when,
 * how much.
 *
 * @param state of the carts
 * @param offset rows before the page, at least 0
 * @param limit most rows, 1 to 10,000
 */
public record CartList(Carts.State state, Span period, List<Filter> filters, long offset, int limit)
    implements Question {

  public CartList {
    filters = List.copyOf(filters);
    if (offset < 0) {
      throw Problem.caller("cart_list_offset", "offset is at least 0, not " + offset);
    }
    if (limit < 1 || limit > 10_000) {
      throw Problem.caller("cart_list_limit", "limit is 1 to 10000, not " + limit);
    }
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
