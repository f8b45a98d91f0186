package io.vitrine.store.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * The product-limit estimate of the share to whom something has not happened yet, by the time since
 * they began (Kaplan and Meier 1958, Journal of the American Statistical Association 53, 457-481).
 * Its variance is Greenwood's (1926); the band is on the scale log(-log S), which stays within 0
 * and 1 (Kalbfleisch and Prentice 1980, The Statistical Analysis of Failure Time Data, 1.3).
 */
public final class KaplanMeier {

  /** 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  private KaplanMeier() {}

  /**
   * What ended at one time.
   *
   * @param time since the beginning, at least 0
   * @param happened to how many it happened then
   * @param censored how many were last seen then, without it; they count as at risk at that time
   */
  public record Ending(long time, long happened, long censored) {}

  /**
   * The estimate from a time on, until the next.
   *
   * @param time of an ending
   * @param atRisk to how many it could happen at that time
   * @param survival share to whom it has not happened by then, 1 to 0
   * @param low lower bound of the pointwise 95 % band
   * @param high upper bound
   */
  public record Point(
      long time,
      long atRisk,
      long happened,
      long censored,
      double survival,
      double low,
      double high) {}

  /**
   * One point per time.
   *
   * @param endings at distinct times, ascending
   * @throws IllegalArgumentException when the times do not ascend or a count is negative
   */
  public static List<Point> estimate(List<Ending> endings) {
    long atRisk = 0;
    long before = -1;
    for (Ending ending : endings) {
      if (ending.time() <= before || ending.happened() < 0 || ending.censored() < 0) {
        throw new IllegalArgumentException("times ascend and counts are not negative: " + ending);
      }
      before = ending.time();
      atRisk += ending.happened() + ending.censored();
    }
    List<Point> points = new ArrayList<>(endings.size());
    double survival = 1;
    double greenwood = 0;
    for (Ending ending : endings) {
      double happened = ending.happened();
      survival *= 1 - happened / atRisk;
      greenwood += happened == atRisk ? 0 : happened / (atRisk * (atRisk - happened));
      points.add(point(ending, atRisk, survival, greenwood));
      atRisk -= ending.happened() + ending.censored();
    }
    return points;
  }

  private static Point point(Ending ending, long atRisk, double survival, double greenwood) {
    double low = survival;
    double high = survival;
    if (survival > 0 && survival < 1) {
      double spread = Z * Math.sqrt(greenwood) / Math.log(survival);
      high = Math.pow(survival, Math.exp(spread));
      low = Math.pow(survival, Math.exp(-spread));
    }
    return new Point(
        ending.time(), atRisk, ending.happened(), ending.censored(), survival, low, high);
  }
}
