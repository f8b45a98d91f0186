package io.vitrine.shop;

import io.vitrine.model.Question;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that could be done, derived from the shop's own figures.
 *
 * @param kind which sort of action
 * @param params the names and figures that it rests on
 * @param effect what it would bring
 * @param question that shows the figures, if one does
 * @param page that shows more
 */
record Recommendation(
    Kind kind,
    Map<String, Object> params,
    Effect effect,
    @Nullable Question question,
    String page) {

  /** What is recommended. */
  enum Kind {
    PRODUCT_UNDERCONVERTS,
    STEP_LOSS,
    CHANNEL_FELL,
    DEVICE_GAP,
    BROWSER_GAP,
    COUNTRY_GAP,
    CAMPAIGN_GAP,
    LANDING_PAGE_GAP,
    REFUND_HEAVY,
    CANCELLATIONS_ROSE,
    ERROR_HOURS,
    LAPSED_BUYERS
  }

  /** How the interval of an effect was computed. */
  enum Method {
    /** Normal interval of a difference of two proportions, at the mean value of an order. */
    DIFFERENCE_OF_RATES,
    /** The same, within hours of the day and put together by Mantel and Haenszel's weights. */
    STRATIFIED_DIFFERENCE,
    /** Percentiles of resampled days. */
    BOOTSTRAP_OF_DAYS,
    /** Poisson orders whose amounts scatter as much as their mean. */
    COMPOUND_POISSON
  }

  /**
   * Money in 28 days, with its 95 % interval.
   *
   * @param expected if the action brings what its text says
   */
  record Effect(double expected, double low, double high, Method method) {

    /** The same on another scale. */
    Effect times(double factor) {
      return new Effect(factor * expected, factor * low, factor * high, method);
    }
  }

  public Recommendation {
    params = Map.copyOf(params);
  }
}
