package io.vitrine.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a running experiment.
 *
 * @param key of the experiment
 * @param name that people read; the key when it is not defined here
 * @param started first exposure since its start, or within the last 60 days
 * @param days since then, the first day counted
 * @param variants control first, as the definition has them
 * @param lift relative lift of the last variant over control; null without purchases
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param srmPValue p value of the planned split, an even one when it is not defined here; below
 *     0.001 the split is not to be trusted
 * @param crossovers visitors who saw more than one variant
 */
record RunningExperiment(
    String key,
    String name,
    Instant started,
    long days,
    List<VariantResult> variants,
    @Nullable Double lift,
    @Nullable Double low,
    @Nullable Double high,
    @JsonProperty("srm_p_value") double srmPValue,
    long crossovers) {

  /**
   * One variant.
   *
   * @param visitors exposed to it first
   * @param converted of these, with an order that is not cancelled at or after the exposure
   * @param rate converted / visitors
   */
  record VariantResult(String name, long visitors, long converted, double rate) {}
}
