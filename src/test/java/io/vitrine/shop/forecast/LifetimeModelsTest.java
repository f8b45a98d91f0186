package io.vitrine.shop.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Formulas against the figures that Fader and Hardie publish for the CDNOW sample (r 0.243, alpha
 * 4.414, a 0.793, b 2.426 in weeks; p 6.25, q 3.74, gamma 15.44), estimates against a made-up world
 * whose parameters are known.
 */
class LifetimeModelsTest {

  private static final long SEED = 20261122;
  private static final BuyingRhythm CDNOW = new BuyingRhythm(0.243, 4.414, 0.793, 2.426);
  private static final OrderValue CDNOW_VALUE = new OrderValue(6.25, 3.74, 15.44);

  /** Buyers, repeats, recency and age of 62 groups. */
  private static final String GROUPS =
      """
      535 0 0 100, 390 0 0 200, 341 0 0 300, 90 1 0 100, 126 1 50 100,
      41 1 100 100, 54 1 0 200, 84 1 50 200, 53 1 100 200, 53 1 150 200,
      20 1 200 200, 57 1 0 300, 65 1 50 300, 45 1 100 300, 32 1 150 300,
      39 1 200 300, 26 1 250 300, 12 1 300 300, 9 2 0 100, 58 2 50 100,
      32 2 100 100, 14 2 0 200, 48 2 50 200, 45 2 100 200, 28 2 150 200,
      12 2 200 200, 13 2 0 300, 29 2 50 300, 25 2 100 300, 22 2 150 300,
      16 2 200 300, 18 2 250 300, 13 2 300 300, 34 3 50 100, 26 3 100 100,
      11 3 50 200, 12 3 100 200, 21 3 150 200, 13 3 200 200, 10 3 50 300,
      10 3 100 300, 8 3 150 300, 9 3 200 300, 18 3 250 300, 12 3 300 300,
      9 4 100 100, 20 4 150 200, 15 4 200 200, 12 4 50 300, 14 4 250 300,
      10 5 100 100, 8 5 150 200, 16 5 200 200, 8 5 200 300, 9 5 250 300,
      8 5 300 300, 10 6 200 200, 8 6 250 300, 8 7 100 100, 11 7 200 200,
      8 12 200 200, 25 12 300 300
      """;

  /** Buyers, repeats and mean amount. */
  private static final String AMOUNTS =
      """
      100 0 20, 150 0 45, 80 0 90, 20 0 200, 40 1 30, 40 1 60, 15 1 110, 12 2 40, 10 2 70, 6 4 55,
      3 6 95
      """;

  private static Stream<double[]> rows(String text) {
    return Arrays.stream(text.strip().split(",\\s*", -1))
        .map(row -> Arrays.stream(row.split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
  }

  private static BuyerGroup buyer(int repeats, double recency, double age) {
    return new BuyerGroup(1, repeats, recency, age, Double.NaN);
  }

  /** Their spreadsheet of the BG/NBD model: the buyer with two repeats, over 39 weeks. */
  @Test
  void aBuyersExpectedOrdersArePublished() {
    assertThat(CDNOW.expected(buyer(2, 30.43, 38.86), 39)).isCloseTo(1.226, within(0.001));
  }

  /** The same spreadsheet, which has more digits of the parameters than are printed. */
  @ParameterizedTest
  @CsvSource({
    "0.1429, 0.0078",
    "1, 0.0532",
    "3, 0.1506",
    "31.8571, 1.0405",
    "32, 1.0437",
    "78, 1.8576"
  })
  void aNewBuyersExpectedOrdersArePublished(double weeks, double orders) {
    assertThat(CDNOW.expectedOfNewBuyer(weeks)).isCloseTo(orders, withinPercentage(0.6));
  }

  /** Their note 025 on the gamma-gamma model: expected amounts of buyers of the sample. */
  @ParameterizedTest
  @CsvSource({"2, 22.35, 24.65", "1, 11.77, 18.91", "0, 0, 35.17", "7, 73.74, 71.46"})
  void aBuyersExpectedAmountIsPublished(int orders, double mean, double expected) {
    assertThat(CDNOW_VALUE.expected(orders, mean)).isCloseTo(expected, within(0.06));
  }

  /** SciPy 1.10.1, hyp2f1. */
  @Test
  void theHypergeometricFunctionIsThatOfSciPy() {
    assertThat(Hypergeometric.value(2.243, 4.426, 4.219, 0.47))
        .isCloseTo(4.49303693401162, within(1e-12));
    assertThat(Hypergeometric.value(0.243, 2.426, 2.219, 0.9464))
        .isCloseTo(2.389387434408586, within(1e-12));
  }

  @Test
  void whoWasLongSilentHasMostLikelyLeft() {
    assertThat(CDNOW.alive(buyer(0, 0, 39))).isEqualTo(1);
    assertThat(CDNOW.alive(buyer(6, 38, 39))).isGreaterThan(0.8);
    assertThat(CDNOW.alive(buyer(6, 10, 39))).isLessThan(0.05);
    assertThat(CDNOW.expectedIfAlive(buyer(6, 10, 39), 4))
        .isGreaterThan(CDNOW.expected(buyer(6, 10, 39), 4));
  }

  /** A buyer as the model says, seen for so many days. */
  private static BuyerGroup simulated(BuyingRhythm truth, OrderValue value, Random random) {
    double age = 30 + random.nextInt(300);
    double rate = gamma(truth.r(), random) / truth.alpha();
    double leaves = gamma(truth.a(), random);
    leaves = leaves / (leaves + gamma(truth.b(), random));
    int repeats = 0;
    double last = 0;
    for (double next = -Math.log(1 - random.nextDouble()) / rate;
        next <= age;
        next += -Math.log(1 - random.nextDouble()) / rate) {
      repeats++;
      last = next;
      if (random.nextDouble() < leaves) {
        break;
      }
    }
    double scale = gamma(value.q(), random) / value.gamma();
    double sum = gamma(value.p() * (repeats + 1), random) / scale;
    return new BuyerGroup(1, repeats, last, age, sum / (repeats + 1));
  }

  /** Marsaglia and Tsang 2000; for a shape below one by a power of a uniform number. */
  private static double gamma(double shape, Random random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    while (true) {
      double normal = random.nextGaussian();
      double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
      if (v > 0
          && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  @Test
  void theKnownTruthIsFoundAgain() {
    BuyingRhythm truth = new BuyingRhythm(0.5, 40, 0.8, 2.5);
    OrderValue value = new OrderValue(6, 4, 60);
    Random random = new Random(SEED);
    List<BuyerGroup> buyers = new ArrayList<>();
    for (int i = 0; i < 8_000; i++) {
      buyers.add(simulated(truth, value, random));
    }
    BuyingRhythm found = BuyingRhythm.fitted(buyers);
    assertThat(found.likelihood(buyers)).isGreaterThanOrEqualTo(truth.likelihood(buyers));
    assertThat(found.r()).as("r, seed " + SEED).isCloseTo(0.5, within(0.05));
    assertThat(found.alpha()).as("alpha").isCloseTo(40, within(6.0));
    assertThat(found.a() / (found.a() + found.b()))
        .as("leaving")
        .isCloseTo(0.8 / 3.3, within(0.03));
    assertThat(found.expectedOfNewBuyer(365) / truth.expectedOfNewBuyer(365))
        .isCloseTo(1, within(0.05));
    OrderValue worth = OrderValue.fitted(buyers);
    assertThat(worth.p()).isCloseTo(6, within(0.6));
    assertThat(worth.q()).isCloseTo(4, within(0.4));
    assertThat(worth.expected(0, Double.NaN)).isCloseTo(120, within(4.0));
  }

  /** The same likelihood made largest by SciPy 1.10.1's minimize (Nelder-Mead, three starts). */
  @Test
  void theLikeliestParametersAreThoseThatSciPyFinds() {
    List<BuyerGroup> groups =
        rows(GROUPS)
            .map(row -> new BuyerGroup(row[0], (int) row[1], row[2], row[3], Double.NaN))
            .toList();
    BuyingRhythm found = BuyingRhythm.fitted(groups);
    assertThat(found.likelihood(groups)).isCloseTo(-6.904425312426361, within(1e-9));
    assertThat(found.r()).isCloseTo(0.4998123209131399, within(1e-3));
    assertThat(found.alpha()).isCloseTo(44.372033914389206, within(0.05));
    assertThat(found.a()).isCloseTo(0.8501896688525319, within(2e-3));
    assertThat(found.b()).isCloseTo(1.8529429282057184, within(5e-3));
  }

  @Test
  void theLikeliestAmountsAreThoseThatSciPyFinds() {
    List<BuyerGroup> groups =
        rows(AMOUNTS).map(row -> new BuyerGroup(row[0], (int) row[1], 0, 100, row[2])).toList();
    OrderValue found = OrderValue.fitted(groups);
    assertThat(found.p()).isCloseTo(6.563564379927224, within(5e-3));
    assertThat(found.q()).isCloseTo(5.087413395441002, within(5e-3));
    assertThat(found.gamma()).isCloseTo(35.351335376346384, within(0.05));
  }

  @Test
  void groupsCountAsManyTimesAsTheyHaveBuyers() {
    List<BuyerGroup> one = List.of(buyer(0, 0, 100), buyer(2, 50, 80), buyer(0, 0, 100));
    List<BuyerGroup> grouped = List.of(new BuyerGroup(2, 0, 0, 100, Double.NaN), buyer(2, 50, 80));
    assertThat(CDNOW.likelihood(one)).isCloseTo(CDNOW.likelihood(grouped), within(1e-12));
  }
}
