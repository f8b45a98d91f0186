package io.vitrine.trust.fraud;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores of held-out payments by the shipped rules, and how good they are. */
public final class FraudQualityRun {

  /** The first part of the time fills the windows and the model; it is not measured. */
  private static final double WARM = 0.3;

  private FraudQualityRun() {}

  private record Judged(double score, boolean fraud, String episode, long day) {}

  /** A figure with its name. */
  public record Figure(String name, double value) {}

  /**
   * Makes payments, judges them in time order and measures the later seven tenths of them.
   *
   * @param seed of the payments
   * @param aDay cases that a reviewer can look at in a day
   */
  public static List<Figure> of(long seed, int aDay) {
    List<HeldOut.Labelled> payments = HeldOut.of(seed);
    Memory memory = new Memory();
    List<Judged> judged = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int from = (int) (WARM * payments.size());
    for (int i = 0; i < payments.size(); i++) {
      HeldOut.Labelled one = payments.get(i);
      long before = System.nanoTime();
      long worked = threads.getCurrentThreadCpuTime();
      double score = Scorer.score(memory.observe(one.payment()), Rules.SHIPPED, Lists.NONE).value();
      if (i >= from) {
        work.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
        times.add((System.nanoTime() - before) / 1e6);
        judged.add(
            new Judged(
                score,
                !one.episode().isEmpty(),
                one.episode(),
                one.payment().at().getEpochSecond() / 86_400));
      }
    }
    List<Figure> figures = figures(judged, aDay);
    figures.addAll(percentiles("ms a payment", times));
    figures.addAll(percentiles("ms of processor a payment", work));
    return figures;
  }

  private static List<Figure> percentiles(String name, List<Double> times) {
    times.sort(Comparator.naturalOrder());
    return List.of(
        new Figure(name + ", p50", times.get(times.size() / 2)),
        new Figure(name + ", p99", times.get((int) (0.99 * times.size()))));
  }

  private static List<Figure> figures(List<Judged> judged, int aDay) {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("payments measured", judged.size()));
    figures.add(new Figure("of them fraud", judged.stream().filter(Judged::fraud).count()));
    figures.add(new Figure("AUC", area(judged)));
    figures.add(new Figure("average precision", averagePrecision(judged)));
    for (double score :
        new double[] {Rules.SHIPPED.low(), Rules.SHIPPED.medium(), Rules.SHIPPED.high()}) {
      List<Judged> raised = judged.stream().filter(one -> one.score() >= score).toList();
      long caught = raised.stream().filter(Judged::fraud).count();
      figures.add(new Figure("precision at " + (int) score, share(caught, raised.size())));
      figures.add(
          new Figure(
              "recall at " + (int) score,
              share(caught, judged.stream().filter(Judged::fraud).count())));
      figures.add(new Figure("episodes caught at " + (int) score, episodes(judged, score)));
    }
    figures.add(new Figure("precision at " + aDay + " a day", precisionADay(judged, aDay)));
    return figures;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double episodes(List<Judged> judged, double score) {
    Set<String> all = new HashSet<>();
    Set<String> caught = new HashSet<>();
    for (Judged one : judged) {
      if (one.fraud()) {
        all.add(one.episode());
        if (one.score() >= score) {
          caught.add(one.episode());
        }
      }
    }
    return share(caught.size(), all.size());
  }

  /** The chance that a fraud scores above an honest payment, ties counting half. */
  private static double area(List<Judged> judged) {
    Map<Double, long[]> byScore = new HashMap<>();
    for (Judged one : judged) {
      byScore.computeIfAbsent(one.score(), none -> new long[2])[one.fraud() ? 1 : 0]++;
    }
    List<Double> scores = byScore.keySet().stream().sorted().toList();
    double wins = 0;
    long honestBelow = 0;
    long frauds = 0;
    for (double score : scores) {
      long[] count = byScore.getOrDefault(score, new long[2]);
      wins += count[1] * (honestBelow + count[0] / 2.0);
      honestBelow += count[0];
      frauds += count[1];
    }
    return wins / ((double) honestBelow * frauds);
  }

  private static double averagePrecision(List<Judged> judged) {
    List<Judged> sorted =
        judged.stream().sorted(Comparator.comparingDouble(one -> -one.score())).toList();
    double sum = 0;
    long frauds = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).fraud()) {
        frauds++;
        sum += (double) frauds / (i + 1);
      }
    }
    return frauds == 0 ? 0 : sum / frauds;
  }

  /** Of the highest scores of each day, those above zero, how many are fraud. */
  private static double precisionADay(List<Judged> judged, int aDay) {
    Map<Long, List<Judged>> days = new HashMap<>();
    judged.forEach(one -> days.computeIfAbsent(one.day(), none -> new ArrayList<>()).add(one));
    long looked = 0;
    long frauds = 0;
    for (List<Judged> day : days.values()) {
      List<Judged> first =
          day.stream()
              .filter(one -> one.score() > 0)
              .sorted(Comparator.comparingDouble(one -> -one.score()))
              .limit(aDay)
              .toList();
      looked += first.size();
      frauds += first.stream().filter(Judged::fraud).count();
    }
    return share(frauds, looked);
  }
}
