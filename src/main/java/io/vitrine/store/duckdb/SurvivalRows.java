package io.vitrine.store.duckdb;

import io.vitrine.store.survival.KaplanMeier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of a curve of conversion from rows of time, converted and censored. */
final class SurvivalRows {

  /** Columns that the database gives. */
  static final int WIDTH = 3;

  /** More points than a chart has room for say nothing: so many in time, and so many in height. */
  private static final int MOST = 200;

  private SurvivalRows() {}

  /**
   * The share that has converted by each time, with its band; where there are very many times,
   * those on a grid, each exact, the counts being of all times since the row before.
   */
  static List<List<@Nullable Object>> of(List<List<@Nullable Object>> rows) {
    List<KaplanMeier.Point> points =
        KaplanMeier.estimate(
            rows.stream()
                .map(row -> new KaplanMeier.Ending(number(row, 0), number(row, 1), number(row, 2)))
                .toList());
    List<List<@Nullable Object>> curve = new ArrayList<>();
    long converted = 0;
    long censored = 0;
    long all = points.stream().mapToLong(KaplanMeier.Point::happened).sum();
    long grid = points.isEmpty() ? 1 : points.getLast().time() / MOST + 1;
    for (int i = 0; i < points.size(); i++) {
      KaplanMeier.Point point = points.get(i);
      converted += point.happened();
      censored += point.censored();
      boolean last = i == points.size() - 1;
      if (last
          || points.size() <= MOST
          || (converted > 0 && converted * MOST >= all)
          || points.get(i + 1).time() / grid > point.time() / grid) {
        curve.add(row(point, converted, censored));
        converted = 0;
        censored = 0;
      }
    }
    return curve;
  }

  private static List<@Nullable Object> row(
      KaplanMeier.Point point, long converted, long censored) {
    return Arrays.asList(
        point.time(),
        converted,
        censored,
        point.atRisk() - point.happened() - point.censored() + converted + censored,
        1 - point.survival(),
        1 - point.high(),
        1 - point.low());
  }

  private static long number(List<@Nullable Object> row, int column) {
    return (Long) Objects.requireNonNull(row.get(column));
  }
}
