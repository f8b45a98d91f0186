package io.vitrine.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways that sessions take, step by step; the same step twice in a row is one. Filters are about
 * the sessions, which start in the period.
 *
 * @param label what a step is called by
 * @param anchor a step that the ways lead from or to, its first in the session; from the session's
 *     start when there is none
 * @param direction from the anchor or to it
 * @param length steps of a way, 2 to 10
 * @param show moves between two steps, or whole ways
 * @param limit of moves: so many different steps are told apart, the commonest; of ways: most rows;
 *     1 to 500
 */
public record Paths(
    Label label,
    @Nullable String anchor,
    Direction direction,
    int length,
    Show show,
    int limit,
    Period period,
    List<Filter> filters)
    implements Question {

  /** What a step is called by. */
  public enum Label {
    /** The type of the event. */
    TYPES,
    /** The path of a page; the type of every other event. */
    PAGES
  }

  /** Which way from the anchor. */
  public enum Direction {
    FROM,
    TO
  }

  /** What is answered. */
  public enum Show {
    /** One row per place, step and next step, with the time between. */
    MOVES,
    /** One row per way, the commonest first. */
    WAYS
  }

  private static final Set<Dimension> NEVER =
      EnumSet.of(
          Dimension.PRODUCT,
          Dimension.CATEGORY,
          Dimension.TYPE,
          Dimension.LEVEL,
          Dimension.SERVICE);

  public Paths {
    filters = List.copyOf(filters);
    if (length < 2 || length > 10) {
      throw Problem.caller("paths_length", "a way has 2 to 10 steps, not " + length);
    }
    if (limit < 1 || limit > 500) {
      throw Problem.caller("paths_limit", "limit is 1 to 500, not " + limit);
    }
    if (anchor == null && direction == Direction.TO) {
      throw Problem.caller("paths_anchor", "ways to a step name the step in anchor");
    }
    for (Filter filter : filters) {
      if (NEVER.contains(filter.field())) {
        throw Problem.caller(
            "paths_filter", "ways of sessions are not filtered by " + filter.field().wireName());
      }
    }
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
