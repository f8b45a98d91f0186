package io.vitrine.experiments;

import io.vitrine.experiments.BatchResult.BatchRow;
import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.Correction;
import io.vitrine.experiments.stats.Effect;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.TwoProportions;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Compares the rows of a CSV text. */
final class Batch {

  private static final List<String> COLUMNS =
      List.of("control_conversions", "control_total", "variant_conversions", "variant_total");
  private static final int MOST = 10_000;
  private static final double LEVEL = 0.05;

  private final List<Integer> places;
  private final String separator;

  private Batch(String head) {
    this.separator = head.contains(";") ? ";" : ",";
    List<String> names = cells(head).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.places = COLUMNS.stream().map(names::indexOf).toList();
    if (places.contains(-1)) {
      throw Problem.caller(
          "batch_head", "the first line names " + String.join(", ", COLUMNS) + ", not " + head);
    }
  }

  /**
   * The comparisons.
   *
   * @throws Problem of category CALLER for a head or a number of rows that cannot be
   */
  static BatchResult of(String csv, String correction) {
    Correction method = Wire.word(Correction.class, "correction", correction);
    List<String> lines = csv.replace("\uFEFF", "").lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2 || lines.size() > MOST + 1) {
      throw Problem.caller(
          "batch_rows", "a batch has a head and 1 to " + MOST + " rows, not " + (lines.size() - 1));
    }
    Batch batch = new Batch(lines.getFirst());
    List<BatchRow> rows = new ArrayList<>();
    for (int row = 1; row < lines.size(); row++) {
      rows.add(batch.row(row, lines.get(row)));
    }
    return corrected(rows, method);
  }

  private List<String> cells(String line) {
    return Arrays.stream(line.split(separator, -1))
        .map(cell -> cell.strip().replace("\"", ""))
        .toList();
  }

  private BatchRow row(int row, String line) {
    try {
      List<String> cells = cells(line);
      return Wire.answered(
          "row " + row,
          () ->
              compare(
                  row,
                  new Proportion(number(cells, 0), number(cells, 1)),
                  new Proportion(number(cells, 2), number(cells, 3))));
    } catch (Problem refusal) {
      return BatchRow.refused(row, RowRefusal.of(row, refusal));
    }
  }

  private long number(List<String> cells, int column) {
    int place = places.get(column);
    String text = place < cells.size() ? cells.get(place) : "";
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notWhole) {
      throw Problem.caller(
          "batch_cell",
          COLUMNS.get(column) + " is a whole number, not '" + text + "'",
          Map.of("column", COLUMNS.get(column), "value", text));
    }
  }

  private static BatchRow compare(int row, Proportion control, Proportion variant) {
    Effect effect = TwoProportions.pooled(control, variant, Alternative.TWO_SIDED, 1 - LEVEL);
    return new BatchRow(
        row,
        control.rate(),
        variant.rate(),
        control.successes() == 0 ? null : (Double) (variant.rate() / control.rate() - 1),
        effect.interval().estimate(),
        effect.interval().low(),
        effect.interval().high(),
        effect.pValue(),
        effect.pValue(),
        null);
  }

  private static BatchResult corrected(List<BatchRow> rows, Correction method) {
    double[] p =
        rows.stream()
            .map(BatchRow::pValue)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    double[] adjusted = p.length == 0 ? p : method.adjust(p, LEVEL);
    List<BatchRow> all = new ArrayList<>();
    int next = 0;
    for (BatchRow row : rows) {
      all.add(row.pValue() == null ? row : row.adjusted(adjusted[next++]));
    }
    return new BatchResult(
        Wire.write(method),
        Arrays.stream(adjusted).filter(value -> value <= LEVEL).count(),
        rows.stream().filter(row -> row.problem() != null).count(),
        all);
  }
}
