package io.vitrine.shop.forecast;

import java.util.List;

/**
 * The mean of several models, which is often better than the best of them (Bates and Granger 1969,
 * Operational Research Quarterly 20: 451-468).
 */
final class Combination implements Model {

  private final List<Model> parts;

  Combination(List<Model> parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "combination";
  }

  @Override
  public int fewestDays() {
    return parts.stream().mapToInt(Model::fewestDays).max().orElse(0);
  }

  @Override
  public double[] forecast(DailySeries history, int horizon) {
    double[] mean = new double[horizon];
    for (Model part : parts) {
      double[] expected = part.forecast(history, horizon);
      for (int ahead = 0; ahead < horizon; ahead++) {
        mean[ahead] += expected[ahead] / parts.size();
      }
    }
    return mean;
  }
}
