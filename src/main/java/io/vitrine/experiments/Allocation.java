package io.vitrine.experiments;

import io.vitrine.experiments.stats.AdjustedSample;
import io.vitrine.experiments.stats.Arm;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.TopTwo;
import io.vitrine.model.Problem;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a bandit would share out the units to come.
 *
 * @param arms in the order asked
 */
record Allocation(List<Share> arms) {

  private static final int MOST_ARMS = 50;
  private static final double LEAST = 0.01;
  private static final double JEFFREYS = 0.5;

  /**
   * One arm.
   *
   * @param chanceBest chance that it is the best of all
   * @param share of the units to come
   */
  record Share(String name, double chanceBest, double share) {}

  /**
   * By top-two Thompson sampling.
   *
   * @throws Problem of category CALLER for arms that cannot be told apart
   */
  static Allocation of(AllocationForm form) {
    Kind kind = Wire.word(Kind.class, "kind", form.kind());
    List<ArmForm> forms = Analysis.named(Wire.given(form.arms(), "arms"));
    if (kind == Kind.QUANTILE || forms.size() < 2 || forms.size() > MOST_ARMS) {
      throw Problem.caller(
          "allocation_arms",
          "units are shared out between 2 to "
              + MOST_ARMS
              + " arms of kind proportion, mean or ratio, not "
              + forms.size()
              + " of kind "
              + form.kind());
    }
    boolean higher = Wire.or(form.higherIsBetter(), true);
    double least = Wire.or(form.least(), LEAST);
    return Wire.answered(
        "arms",
        () -> {
          double[] chances =
              TopTwo.chances(
                  ArmForm.read(kind, forms).stream().map(arm -> belief(arm, higher)).toList());
          double[] shares = TopTwo.shares(chances, least);
          return new Allocation(
              IntStream.range(0, shares.length)
                  .mapToObj(arm -> share(forms.get(arm), chances[arm], shares[arm]))
                  .toList());
        });
  }

  private static Share share(ArmForm form, double chance, double share) {
    return new Share(Wire.or(form.name(), ""), chance, share);
  }

  /** What is believed of an arm's mean, up for better; of a rate after Jeffreys's prior. */
  private static Arm belief(Arm arm, boolean higher) {
    double sign = higher ? 1 : -1;
    if (!(arm instanceof Proportion rate)) {
      return new AdjustedSample(arm.count(), sign * arm.mean(), arm.variance(), sign * arm.mean());
    }
    double trials = rate.trials() + 2 * JEFFREYS;
    double mean = (rate.successes() + JEFFREYS) / trials;
    long count = Math.max(1, rate.trials());
    double squaredError = mean * (1 - mean) / (trials + 1);
    return new AdjustedSample(count, sign * mean, squaredError * count, sign * mean);
  }
}
