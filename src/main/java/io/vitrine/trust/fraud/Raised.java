package io.vitrine.trust.fraud;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that speaks.
 *
 * @param strength above 0 to 1: the part of its points that it gives
 * @param why in words with the values
 * @param values the values by name
 * @param window how far was looked back; null when it was not
 * @param evidence ids of the payments that it rests on
 */
record Raised(
    double strength,
    String why,
    Map<String, Object> values,
    @Nullable Window window,
    List<String> evidence) {

  private static final int MOST_EVIDENCE = 20;

  /** From the bound, where it gives half, to three times the bound, where it gives all. */
  static double ramp(double value, double bound) {
    return Math.clamp(0.5 + 0.25 * (value / bound - 1), 0.5, 1);
  }

  static Raised of(double strength, String why, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Raised(strength, why, values, null, List.of());
  }

  /** With the payments of a window that it rests on, the newest of them. */
  Raised seen(Window within, Collection<Mark> marks) {
    List<String> ids = new ArrayList<>(Past.ids(marks));
    List<String> newest = ids.subList(Math.max(0, ids.size() - MOST_EVIDENCE), ids.size());
    return new Raised(strength, why, values, within, List.copyOf(newest));
  }
}
