package io.vitrine.model;

import java.util.List;

/**
 * How a quantity is spread: one row per class of its histogram, in rising order, from {@code low},
 * which is in it, to {@code high}, which is not; the last class has no high where it is open. Each
 * row repeats the figures of the whole: {@code n}, {@code mean}, {@code least}, {@code most} and
 * the percentiles {@code p10} to {@code p99}, which are exact and interpolate linearly between the
 * two nearest values (type 7 of Hyndman and Fan, The American Statistician 50, 1996). No rows where
 * there is nothing to count.
 *
 * @param quantity what is spread
 * @param period of the orders, or of the starts of the sessions
 */
public record Distribution(
    Quantity quantity, Span period, List<Filter> filters, Comparison comparison)
    implements Question {

  public Distribution {
    filters = List.copyOf(filters);
  }
}
