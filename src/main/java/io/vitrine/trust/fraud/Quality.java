package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far scores agree with what people decided.
 *
 * @param fraud payments decided to be fraud
 * @param legit payments decided to be honest
 * @param atLevels for the score from which each level begins
 */
@Schema(name = "FraudQuality")
record Quality(long fraud, long legit, List<AtLevel> atLevels) {

  /**
   * At one threshold.
   *
   * @param level that begins there
   * @param score the threshold
   * @param caught fraud at or above it
   * @param disturbed honest payments at or above it
   * @param precision caught / (caught + disturbed); null without any
   * @param recall caught / fraud; null without fraud
   */
  @Schema(name = "FraudQualityAtLevel")
  record AtLevel(
      String level,
      double score,
      long caught,
      long disturbed,
      @Nullable Double precision,
      @Nullable Double recall) {}

  /** A score with what was decided. */
  record Decided(double score, boolean isFraud) {}

  static Quality of(List<Decided> decided, Rules rules) {
    long fraud = decided.stream().filter(Decided::isFraud).count();
    Map<Level, Double> thresholds =
        Map.of(Level.LOW, rules.low(), Level.MEDIUM, rules.medium(), Level.HIGH, rules.high());
    return new Quality(
        fraud,
        decided.size() - fraud,
        List.of(Level.LOW, Level.MEDIUM, Level.HIGH).stream()
            .map(level -> at(level, thresholds.getOrDefault(level, 0.0), decided, fraud))
            .toList());
  }

  private static AtLevel at(Level level, double score, List<Decided> decided, long fraud) {
    long raised = decided.stream().filter(one -> one.score() >= score).count();
    long caught = decided.stream().filter(one -> one.score() >= score && one.isFraud()).count();
    return new AtLevel(
        Words.of(level),
        score,
        caught,
        raised - caught,
        raised == 0 ? null : (double) caught / raised,
        fraud == 0 ? null : (double) caught / fraud);
  }
}
