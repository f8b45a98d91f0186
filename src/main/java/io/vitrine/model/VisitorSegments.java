package io.vitrine.model;

import java.util.List;

/**
 * One row per segment of visitors with its share of visitors beside its share of revenue, or one
 * row per movement from one segment to another between two days.
 *
 * <p>By activity, a visitor's segment is by all events up to now, as {@link Dimension#SEGMENT} says
 * it; a movement is between what it was at the end of the compared time and at the end of the
 * period. By RFM, buyers are scored 1 to 5 by how recently, how often and for how much they have
 * bought up to the end of the period: the score is the fifth of all buyers that the value lies in,
 * equal values have equal scores.
 *
 * @param filters choose visitors: those with a session, for RFM with an order line, that they hold
 *     for
 * @param comparison also names the end that movements start from; without one it is the period
 *     before
 */
public record VisitorSegments(
    Period period, List<Filter> filters, Comparison comparison, Scheme scheme, View view)
    implements Question {

  /** How visitors are told apart. */
  public enum Scheme {
    ACTIVITY,
    RFM
  }

  /** What is asked of the segments. */
  public enum View {
    SHARES,
    MOVEMENT
  }

  public VisitorSegments {
    filters = List.copyOf(filters);
    if (comparison != Comparison.NONE && view == View.SHARES && scheme == Scheme.ACTIVITY) {
      throw Problem.caller(
          "segments_comparison",
          "shares of segments by activity are not compared in time; ask for the movement");
    }
  }
}
