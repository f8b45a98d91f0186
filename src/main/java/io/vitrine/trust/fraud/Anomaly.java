package io.vitrine.trust.fraud;

import java.util.Map;

/**
 * What the model of anomalies says.
 *
 * @param grade 0 to 1; 0 is nothing unusual
 * @param shares the figures that made it unusual most, by name, with their parts of the whole
 */
record Anomaly(double grade, Map<String, Double> shares) {

  static final Anomaly NONE = new Anomaly(0, Map.of());
}
