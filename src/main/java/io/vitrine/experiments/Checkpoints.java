package io.vitrine.experiments;

import io.vitrine.experiments.CheckpointResult.Checkpoint;
import io.vitrine.experiments.CheckpointResult.Series;
import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.ConfidenceSequence;
import io.vitrine.experiments.stats.Effect;
import io.vitrine.experiments.stats.Estimate;
import io.vitrine.experiments.stats.FixedHorizon;
import io.vitrine.experiments.stats.Sample;
import io.vitrine.experiments.stats.Scale;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads experiments that ran elsewhere from their cumulative checkpoints: counts, means and
 * variances of both arms at some times, in the columns of the data set of Liu, Cardoso, Couturier
 * and McCoy 2021 (Datasets for Online Controlled Experiments, NeurIPS).
 */
final class Checkpoints {

  static final List<String> COLUMNS =
      List.of(
          "experiment_id",
          "variant_id",
          "metric_id",
          "time_since_start",
          "count_c",
          "count_t",
          "mean_c",
          "mean_t",
          "variance_c",
          "variance_t");

  private static final int MOST = 100_000;
  private static final double CONFIDENCE = 0.95;

  private final List<Integer> places;

  private Checkpoints(String head) {
    List<String> names = cells(head);
    this.places = COLUMNS.stream().map(names::indexOf).toList();
    if (places.contains(-1)) {
      throw Problem.caller(
          "checkpoints_head",
          "the first line names " + String.join(", ", COLUMNS) + ", not " + head);
    }
  }

  /** A row as it stands. */
  private record Row(
      String experiment, String variant, String metric, double time, Sample control, Sample arm) {

    String key() {
      return experiment + '\n' + variant + '\n' + metric;
    }
  }

  /**
   * All series, in the order in which they come.
   *
   * @throws Problem of category CALLER for a head or a number of rows that cannot be
   */
  static CheckpointResult of(String csv) {
    List<String> lines = csv.replace("\uFEFF", "").lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2 || lines.size() > MOST + 1) {
      throw Problem.caller(
          "checkpoints_rows", "there is a head and 1 to " + MOST + " rows, not " + lines.size());
    }
    Checkpoints reader = new Checkpoints(lines.getFirst());
    Map<String, List<Row>> series = new LinkedHashMap<>();
    List<RowRefusal> refused = new ArrayList<>();
    for (int at = 1; at < lines.size(); at++) {
      try {
        Row row = reader.row(at, lines.get(at));
        series.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
      } catch (Problem refusal) {
        refused.add(RowRefusal.of(at, refusal));
      }
    }
    return new CheckpointResult(
        true,
        lines.size() - 1L,
        refused.size(),
        refused.stream().limit(10).toList(),
        series.values().stream().map(Checkpoints::series).toList());
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private Row row(int at, String line) {
    List<String> cells = cells(line);
    return Wire.answered(
        "row " + at,
        () ->
            new Row(
                text(cells, 0),
                text(cells, 1),
                text(cells, 2),
                number(at, cells, 3),
                sample(at, cells, 4),
                sample(at, cells, 5)));
  }

  private Sample sample(int at, List<String> cells, int column) {
    double count = number(at, cells, column);
    if (count != Math.rint(count) || Math.abs(count) > 1e15) {
      throw refused(at, column, text(cells, column));
    }
    return new Sample((long) count, number(at, cells, column + 2), number(at, cells, column + 4));
  }

  private String text(List<String> cells, int column) {
    int place = places.get(column);
    return place < cells.size() ? cells.get(place) : "";
  }

  private double number(int at, List<String> cells, int column) {
    String text = text(cells, column);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw refused(at, column, text);
    }
    throw refused(at, column, text);
  }

  private static Problem refused(int at, int column, String text) {
    return Problem.caller(
        "checkpoints_cell",
        "row "
            + at
            + ": "
            + COLUMNS.get(column)
            + (text.isEmpty() ? " is missing" : " is a finite number, not '" + text + "'"),
        Map.of("column", COLUMNS.get(column), "value", text));
  }

  private static Series series(List<Row> rows) {
    List<Row> inOrder =
        rows.stream().sorted(java.util.Comparator.comparingDouble(Row::time)).toList();
    Row last = inOrder.getLast();
    double tuning = (double) (last.control().count() + last.arm().count());
    return new Series(
        last.experiment(),
        last.variant(),
        last.metric(),
        last.control().count(),
        last.arm().count(),
        inOrder.stream().map(row -> checkpoint(row, tuning)).toList());
  }

  private static Checkpoint checkpoint(Row row, double tuning) {
    try {
      Estimate estimate = Estimate.of(row.control(), row.arm(), Scale.ABSOLUTE);
      Effect fixed = FixedHorizon.student(estimate, Alternative.TWO_SIDED, CONFIDENCE);
      Effect always =
          new ConfidenceSequence(1 - CONFIDENCE, tuning).test(estimate, Alternative.TWO_SIDED);
      return new Checkpoint(
          row.time(),
          Wire.number(fixed.interval().estimate()),
          lift(row),
          Wire.number(fixed.interval().low()),
          Wire.number(fixed.interval().high()),
          Wire.number(always.interval().low()),
          Wire.number(always.interval().high()),
          Wire.number(fixed.statistic()),
          Wire.number(fixed.pValue()),
          Wire.number(always.pValue()));
    } catch (io.vitrine.experiments.stats.Unanswerable nothingVaries) {
      return Checkpoint.empty(row.time());
    }
  }

  private static @Nullable Double lift(Row row) {
    double control = row.control().mean();
    return Wire.number((row.arm().mean() - control) / Math.abs(control));
  }
}
