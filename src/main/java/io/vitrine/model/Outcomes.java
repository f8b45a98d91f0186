package io.vitrine.model;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sufficient statistics of each variant of an experiment: one row per variant and outcome, and per
 * value of the dimension that the answer is split by. A visitor counts once, for the variant of the
 * first exposure in the period, with what the visitor did from then on to the end of the period. By
 * day the rows are cumulative: each is of all visitors exposed so far with all they did so far.
 *
 * <p>Columns: the dimension, if any; variant; outcome; first_exposure; visitors; several_variants
 * (of these, those who saw more than one); positive (of these, those whose figure above the line is
 * not zero); above, above_squares, below, below_squares and product (sums over the visitors of the
 * figure above the line, below it, their squares and their product; a mean has nothing below it);
 * before, before_squares and before_product (the same of what the visitor did in the days before
 * the exposure, and its product with above); of ratios also before_below, before_below_squares and
 * before_own_product (what stood below the line before, and its product with before), and
 * above_before_below, below_before and belows (the products of what stands on one side of the line
 * now and on the other, or below both, before); cap (where the figure above was cut, if it was). A
 * quantile has instead quantile, quantile_low, quantile_high, ranked and clustering.
 *
 * @param experiment its key; null for everybody who came, as one variant from the first event on
 * @param outcomes one to forty, all different
 * @param by null, day, device, country, channel or visitor_kind, of the session of the exposure
 * @param daysBefore before a visitor's exposure that count as the time before, 0 to 90
 * @param cap quantile of all variants' figures other than zero at which amounts of money per
 *     visitor are cut, above 0.5; 1 cuts nothing
 * @param crossed whether visitors who saw several variants count at all
 * @param period days of exposures and of what visitors did
 * @param filters which exposures count
 */
public record Outcomes(
    @Nullable String experiment,
    List<Outcome> outcomes,
    @Nullable Dimension by,
    int daysBefore,
    BigDecimal cap,
    boolean crossed,
    Period period,
    List<Filter> filters)
    implements Question {

  /** What an answer can be split by. */
  public static final Set<Dimension> SPLITS =
      EnumSet.of(
          Dimension.DAY,
          Dimension.DEVICE,
          Dimension.COUNTRY,
          Dimension.CHANNEL,
          Dimension.VISITOR_KIND);

  private static final BigDecimal LEAST_CAP = new BigDecimal("0.5");

  public Outcomes {
    outcomes = List.copyOf(outcomes);
    filters = List.copyOf(filters);
    rule(
        experiment == null || !experiment.isBlank(),
        "outcomes_experiment",
        "outcomes are asked of an experiment; its key is missing");
    rule(
        !outcomes.isEmpty() && Set.copyOf(outcomes).size() == outcomes.size(),
        "outcomes_metrics",
        "outcomes are asked for 1 or more different figures, not " + outcomes);
    rule(
        by == null || SPLITS.contains(by),
        "outcomes_split",
        "outcomes are split by day, device, country, channel or visitor_kind, not " + by);
    rule(
        daysBefore >= 0 && daysBefore <= 90,
        "outcomes_days_before",
        "days_before is 0 to 90, not " + daysBefore);
    rule(
        cap.compareTo(LEAST_CAP) > 0 && cap.compareTo(BigDecimal.ONE) <= 0,
        "outcomes_cap",
        "cap is above 0.5 and at most 1, not " + cap);
  }

  private static void rule(boolean holds, String code, String message) {
    if (!holds) {
      throw Problem.caller(code, message);
    }
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
