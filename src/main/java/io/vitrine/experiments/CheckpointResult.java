package io.vitrine.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Experiments that ran elsewhere, read from their checkpoints. Nothing of them is kept.
 *
 * @param imported always true: these figures were counted by somebody else
 * @param rows of the file
 * @param refused of these, rows that could not be read
 * @param problems why, of the first ten
 * @param series one for each experiment, variant and metric
 */
record CheckpointResult(
    boolean imported, long rows, long refused, List<RowRefusal> problems, List<Series> series) {

  /**
   * A variant beside control in one metric.
   *
   * @param control units of control at the end
   * @param units of the variant at the end
   * @param checkpoints in the order of time, each with all units so far
   */
  record Series(
      String experiment,
      String variant,
      String metric,
      long control,
      long units,
      List<Checkpoint> checkpoints) {}

  /**
   * Up to a time.
   *
   * @param time since the start, in days
   * @param difference variant less control; null where nothing varies
   * @param lift relative to control
   * @param low interval that is right once, at the end, of the difference
   * @param high its upper end
   * @param alwaysLow interval that holds at every look
   * @param alwaysHigh its upper end
   * @param statistic Welch's
   * @param pValue of it
   * @param alwaysPValue for looking all the time
   */
  record Checkpoint(
      double time,
      @Nullable Double difference,
      @Nullable Double lift,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double alwaysLow,
      @Nullable Double alwaysHigh,
      @Nullable Double statistic,
      @JsonProperty("p_value") @Nullable Double pValue,
      @JsonProperty("always_p_value") @Nullable Double alwaysPValue) {

    static Checkpoint empty(double time) {
      return new Checkpoint(time, null, null, null, null, null, null, null, null, null);
    }
  }
}
