package io.vitrine.store.sql;

import io.vitrine.model.Funnel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * From the events of the steps to the relation reached: one row per entity that entered, with its
 * origin, the end of its window (closes) and for each step the time it was taken, or null (a1, a2,
 * ...). Times are lists per entity, searched step by step: at three million events that is several
 * times faster than window functions over the events.
 */
final class FunnelChain {

  private final Funnel.Way way;
  private final List<Funnel.Step> steps;

  FunnelChain(Funnel.Way way) {
    this.way = way;
    this.steps = way.steps();
  }

  /** The relations after happened, the last of them reached. */
  Sql sql() {
    Sql started =
        Sql.of(
            lists()
                + ",\nstarted AS (SELECT *, "
                + (isAny() ? "" : "a1 AS origin, ")
                + (isAny() ? "origin" : "a1")
                + " + CAST(? AS BIGINT) AS closes FROM lists)",
            way.window().toMillis());
    return started.then(isAny() ? anyOrder() : ordered());
  }

  private boolean isAny() {
    return way.order() == Funnel.Order.ANY;
  }

  private String lists() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "entity",
                "any_value(visitor_key) AS visitor_key",
                "arg_min(part, ms) FILTER (WHERE enters) AS part"));
    String begin = isAny() ? "origin" : "a1";
    columns.add(begin());
    for (int i = isAny() || way.order() == Funnel.Order.STRICT ? 0 : 1; i < steps.size(); i++) {
      columns.add("list(ms) FILTER (WHERE s%1$d) AS l%1$d".formatted(i + 1));
    }
    return ",\nlists AS (\n  SELECT "
        + String.join(",\n    ", columns)
        + "\n  FROM happened\n  WHERE entity IS NOT NULL\n  GROUP BY entity\n  HAVING "
        + begin
        + " IS NOT NULL\n)";
  }

  private String begin() {
    if (isAny()) {
      return "min(ms) FILTER (WHERE enters) AS origin";
    }
    int times = steps.getFirst().times();
    return times == 1
        ? "min(ms) FILTER (WHERE enters) AS a1"
        : "list_sort(list(ms) FILTER (WHERE enters))[" + times + "] AS a1";
  }

  /** The n-th time of a step from some time on, within the window. */
  private String next(int step, String from, String after) {
    int times = steps.get(step).times();
    String within =
        "list_filter(l%d, lambda x: x %s %s AND x <= closes)".formatted(step + 1, after, from);
    return times == 1 ? "list_min(" + within + ")" : "list_sort(" + within + ")[" + times + "]";
  }

  /** At one instant events of different types stand in the order of the steps. */
  private String after(int before, int step) {
    return steps.get(before).type().equals(steps.get(step).type()) ? ">" : ">=";
  }

  private String anyOrder() {
    String tried =
        IntStream.range(0, steps.size())
            .mapToObj(i -> next(i, "origin", ">=") + " AS n" + (i + 1))
            .collect(Collectors.joining(",\n    "));
    StringBuilder chain =
        new StringBuilder(",\ntried AS (\n  SELECT *, " + tried + "\n  FROM started\n)");
    chain.append(",\nreached1 AS (SELECT *, n1 AS a1 FROM tried WHERE n1 IS NOT NULL)");
    int before = 0;
    for (int i = 1; i < steps.size(); i++) {
      chain.append(
          ",\nreached%1$d AS (SELECT *, CASE WHEN n%1$d IS NOT NULL THEN %3$s END AS a%1$d FROM reached%2$d)"
              .formatted(
                  i + 1,
                  i,
                  "CASE WHEN a%1$d IS NOT NULL THEN greatest(a%1$d, n%2$d) END"
                      .formatted(before + 1, i + 1)));
      before = steps.get(i).isRequired() ? i : before;
    }
    return chain.append(",\nreached AS (SELECT * FROM reached" + steps.size() + ")").toString();
  }

  private String ordered() {
    StringBuilder chain = new StringBuilder();
    String relation = "started";
    int before = 0;
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).isRequired()) {
        chain.append(between(relation, before, i));
        relation = "reached" + (i + 1);
        before = i;
      }
    }
    return chain.append(",\nreached AS (SELECT * FROM " + relation + ")").toString();
  }

  /** The way from one required step to the next, with what lies between. */
  private String between(String relation, int before, int step) {
    List<String> tried = new ArrayList<>(List.of(first(before, step) + " AS n" + (step + 1)));
    List<String> taken = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (int i = before + 1; i < step; i++) {
      tried.add(first(before, i) + " AS n" + (i + 1));
      taken.add(inTime(i, step));
      if (steps.get(i).mode() == Funnel.Mode.EXCLUDED) {
        conditions.add("(n%1$d IS NULL OR n%1$d >= n%2$d)".formatted(i + 1, step + 1));
      }
    }
    if (way.order() == Funnel.Order.STRICT) {
      conditions.addAll(nothingElse(before, step));
    }
    taken.add(
        conditions.isEmpty()
            ? "n%1$d AS a%1$d".formatted(step + 1)
            : "CASE WHEN "
                + String.join(" AND ", conditions)
                + " THEN n%1$d END AS a%1$d".formatted(step + 1));
    return ",\ntried%1$d AS (\n  SELECT *, %2$s\n  FROM %3$s\n),\nreached%1$d AS (\n  SELECT *, %4$s\n  FROM tried%1$d\n)"
        .formatted(
            step + 1, String.join(",\n    ", tried), relation, String.join(",\n    ", taken));
  }

  private String first(int before, int step) {
    return next(step, "a" + (before + 1), after(before, step));
  }

  /** What lies between two steps counts until the second is taken. */
  private static String inTime(int between, int step) {
    return "CASE WHEN n%2$d IS NULL OR n%1$d < n%2$d THEN n%1$d END AS a%1$d"
        .formatted(between + 1, step + 1);
  }

  private List<String> nothingElse(int before, int step) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean between = i >= before && i <= step;
      if (!between && steps.get(i).mode() != Funnel.Mode.EXCLUDED) {
        conditions.add(
            "len(coalesce(list_filter(l%d, lambda x: x > a%d AND x < n%d), [])) = 0"
                .formatted(i + 1, before + 1, step + 1));
      }
    }
    return conditions;
  }
}
