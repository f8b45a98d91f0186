package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.RealData;
import io.vitrine.experiments.CheckpointResult.Checkpoint;
import io.vitrine.experiments.CheckpointResult.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointsTest {

  private static final String HEAD = String.join(",", Checkpoints.COLUMNS);

  @Test
  void aSeriesIsReadInTheOrderOfTime() {
    CheckpointResult read =
        Checkpoints.of(
            HEAD
                + "\na,1,1,2,200,200,0.2,0.25,0.16,0.1875\na,1,1,1,100,100,0.1,0.1,0.09,0.09\nb,1,1,1,10,10,1,1,0,0\n");
    assertThat(read.imported()).isTrue();
    assertThat(read.series()).hasSize(2);
    Series first = read.series().getFirst();
    assertThat(first.checkpoints()).extracting(Checkpoint::time).containsExactly(1.0, 2.0);
    Checkpoint last = first.checkpoints().getLast();
    // (0.25 - 0.2) / sqrt(0.1875 / 200 + 0.16 / 200)
    assertThat(last.statistic()).isCloseTo(1.1995, within(1e-4));
    assertThat(last.alwaysPValue()).isGreaterThan(last.pValue());
    assertThat(read.series().getLast().checkpoints().getFirst().difference())
        .as("nothing varies there")
        .isNull();
  }

  @Test
  void aRowThatCannotBeReadSaysWhyAndSparesTheOthers() {
    CheckpointResult read =
        Checkpoints.of(
            HEAD
                + "\na,1,1,1,100,100,0.1,x,0.09,0.09\na,1,1,2,100,100,0.1,0.1,-1,0.09\na,1,1,3,100,100,0.1,0.1,NaN,0.09\na,1,1,4,1.5,100,0.1,0.1,1,0.09\na,1,1,5,100,100,0.1,0.1,0.09,0.09\n");
    assertThat(read.refused()).isEqualTo(4);
    assertThat(read.problems().getFirst())
        .isEqualTo(
            new RowRefusal(
                1,
                "checkpoints_cell",
                Map.of("column", "mean_t", "value", "x"),
                "row 1: mean_t is a finite number, not 'x'"));
    assertThat(read.series().getFirst().checkpoints()).hasSize(1);
    assertThatThrownBy(() -> Checkpoints.of("a,b\n1,2")).hasMessageContaining("experiment_id");
    assertThatThrownBy(() -> Checkpoints.of(HEAD)).hasMessageContaining("1 to 100000");
  }

  /** Welch's statistic of the last line of each series, from the same summaries, by hand. */
  @Test
  @RealData("experiments-asos/asos_digital_experiments_dataset.csv")
  void allExperimentsOfAShopComeOutAsWelchSays() throws IOException {
    Path file =
        Path.of("..", "shared", "data", "experiments-asos", "asos_digital_experiments_dataset.csv");
    String csv = Files.readString(file);
    Map<String, double[]> last = new HashMap<>();
    for (String line : csv.lines().skip(1).toList()) {
      List<String> cells = List.of(line.split(",", -1));
      if (cells.contains("")) {
        continue;
      }
      double[] numbers = cells.subList(3, 10).stream().mapToDouble(Double::parseDouble).toArray();
      if (numbers[1] < 2 || numbers[2] < 2) {
        continue;
      }
      last.merge(
          String.join(" ", cells.subList(0, 3)),
          numbers,
          (before, now) -> now[0] > before[0] ? now : before);
    }
    CheckpointResult read = Checkpoints.of(csv);
    assertThat(read.rows()).isEqualTo(24_153);
    assertThat(read.refused()).as("an empty cell or no units").isEqualTo(787L);
    assertThat(read.series().stream().map(Series::experiment).distinct()).hasSize(78);
    assertThat(read.series().stream().map(one -> one.experiment() + one.variant()).distinct())
        .hasSize(99);
    assertThat(read.series()).hasSameSizeAs(last.keySet());
    for (Series series : read.series()) {
      String key = String.join(" ", series.experiment(), series.variant(), series.metric());
      double[] n = java.util.Objects.requireNonNull(last.get(key));
      double welch = (n[4] - n[3]) / Math.sqrt(n[5] / n[1] + n[6] / n[2]);
      Double statistic = series.checkpoints().getLast().statistic();
      assertThat(statistic).as(key).isNotNull().isCloseTo(welch, within(1e-9));
    }
  }
}
