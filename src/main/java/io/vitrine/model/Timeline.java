package io.vitrine.model;

import java.util.List;

/**
 * Everything that one visitor did in a period, the latest first, with the session it was done in.
 *
 * @param visitor id of the visitor
 * @param limit most rows, 1 to 5,000
 */
public record Timeline(String visitor, Period period, int limit) implements Question {

  public Timeline {
    if (visitor.isBlank()) {
      throw Problem.caller("timeline_visitor", "a timeline names its visitor");
    }
    if (limit < 1 || limit > 5000) {
      throw Problem.caller("timeline_limit", "limit is 1 to 5000, not " + limit);
    }
  }

  @Override
  public List<Filter> filters() {
    return List.of();
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
