package io.vitrine.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many comparisons.
 *
 * @param correction of all p values together
 * @param significant rows whose adjusted p value is at or under 0.05
 * @param refused rows that could not be compared
 */
record BatchResult(String correction, long significant, long refused, List<BatchRow> rows) {

  /**
   * One row.
   *
   * @param row number of the line below the head, from 1
   * @param lift relative; null without conversions in control
   * @param low of the difference of rates, 95 %
   * @param high of it
   * @param problem why it could not be compared; null when it was
   */
  record BatchRow(
      int row,
      @Nullable Double controlRate,
      @Nullable Double variantRate,
      @Nullable Double lift,
      @Nullable Double difference,
      @Nullable Double low,
      @Nullable Double high,
      @JsonProperty("p_value") @Nullable Double pValue,
      @JsonProperty("adjusted_p_value") @Nullable Double adjustedPValue,
      @Nullable RowRefusal problem) {

    static BatchRow refused(int row, RowRefusal problem) {
      return new BatchRow(row, null, null, null, null, null, null, null, null, problem);
    }

    BatchRow adjusted(double value) {
      return new BatchRow(
          row, controlRate, variantRate, lift, difference, low, high, pValue, value, problem);
    }
  }
}
