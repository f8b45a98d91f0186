package io.vitrine.trust.fraud;

import com.amazon.randomcutforest.parkservices.AnomalyDescriptor;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Learns from the stream what payments usually look like, and says when one does not: a random cut
 * forest (Guha, Mishra, Roy and Schrijvers 2016, "Robust random cut forest based anomaly detection
 * on streams"). The same payments in the same order give the same grades. Not thread-safe.
 */
final class AnomalyModel {

  private static final int TREES = 30;
  private static final int SAMPLE = 256;
  private static final long SEED = 20_261_122;
  private static final int TOLD = 3;

  private static final List<String> NAMES =
      List.of(
          "amount",
          "account_1h",
          "card_1h",
          "device_1h",
          "address_1h",
          "address_failed_1h",
          "account_24h",
          "cards_of_device",
          "accounts_of_address",
          "countries");

  private final ThresholdedRandomCutForest forest =
      ThresholdedRandomCutForest.builder()
          .dimensions(NAMES.size())
          .shingleSize(1)
          .numberOfTrees(TREES)
          .sampleSize(SAMPLE)
          .randomSeed(SEED)
          .parallelExecutionEnabled(false)
          .anomalyRate(0.01)
          .build();
  private long seen;

  /** The figures of a payment that the model looks at. */
  static double[] figures(Transaction payment, Past past) {
    Double worth = payment.worth();
    return new double[] {
      worth == null ? 0 : Math.log1p(Math.max(0, worth)),
      Math.log1p(past.count(Link.USER, Window.HOUR)),
      Math.log1p(past.count(Link.CARD, Window.HOUR)),
      Math.log1p(past.count(Link.DEVICE, Window.HOUR)),
      Math.log1p(past.count(Link.ADDRESS, Window.HOUR)),
      Math.log1p(past.failed(Link.ADDRESS, Window.HOUR).size()),
      Math.log1p(past.count(Link.USER, Window.DAY)),
      Math.log1p(past.distinct(Link.DEVICE, Link.CARD, Window.WEEK)),
      Math.log1p(past.distinct(Link.ADDRESS, Link.USER, Window.DAY)),
      payment.countries().known().size()
    };
  }

  /** Grades a payment and learns from it. */
  Anomaly grade(double[] figures) {
    AnomalyDescriptor found = forest.process(figures, ++seen);
    double grade = found.getAnomalyGrade();
    return grade > 0 ? new Anomaly(Math.min(1, grade), shares(figures)) : Anomaly.NONE;
  }

  private Map<String, Double> shares(double[] figures) {
    float[] point = new float[figures.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = (float) figures[i];
    }
    DiVector parts = forest.getForest().getAnomalyAttribution(point);
    double all = Math.max(1e-9, parts.getHighLowSum());
    List<Map.Entry<String, Double>> shares = new ArrayList<>();
    for (int i = 0; i < point.length; i++) {
      shares.add(Map.entry(NAMES.get(i), parts.getHighLowSum(i) / all));
    }
    shares.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    Map<String, Double> largest = new LinkedHashMap<>();
    shares.stream()
        .limit(TOLD)
        .forEach(share -> largest.put(share.getKey(), Objects.requireNonNull(share.getValue())));
    return largest;
  }
}
