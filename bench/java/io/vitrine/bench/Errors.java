package io.vitrine.bench;

import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.BetaPosterior;
import io.vitrine.experiments.stats.ConfidenceSequence;
import io.vitrine.experiments.stats.Effect;
import io.vitrine.experiments.stats.Estimate;
import io.vitrine.experiments.stats.FixedHorizon;
import io.vitrine.experiments.stats.GroupSequential;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.Sample;
import io.vitrine.experiments.stats.SampleRatio;
import io.vitrine.experiments.stats.Scale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How often tests are wrong when nothing, or something known, is there. */
@Command(
    name = "errors",
    mixinStandardHelpOptions = true,
    description = "Error rates and coverage of the statistics in simulated A/A and A/B tests.")
final class Errors implements Callable<Integer> {

  private static final double LEVEL = 0.05;
  private static final double RATE = 0.03;
  private static final int LOOKS = 50;
  private static final int UNITS = 400;
  private static final long[] BURN_INS = {0, 50, 150, 300};
  private static final int PLANNED_LOOKS = 5;

  @Option(names = "--runs", description = "Simulated tests of each kind.", defaultValue = "4000")
  private int runs;

  @Option(names = "--seed", description = "Seed of the first test.", defaultValue = "20261122")
  private long seed;

  @Option(names = "--lift", description = "True lift of the A/B tests.", defaultValue = "0.1")
  private double lift;

  @SuppressWarnings("UnusedVariable") // bench/run gives every benchmark these options
  @Mixin
  private Launch launch = new Launch();

  private final double[] bounds =
      GroupSequential.bounds(
          new double[] {0.2, 0.4, 0.6, 0.8, 1}, LEVEL, GroupSequential.Spending.POWER);

  @Override
  public Integer call() {
    Report report = new Report("errors", "what", "rate", "+- (1 s.e.)");
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      simulate(new SplittableRandom(seed + run), 0, "A/A", counts);
      simulate(new SplittableRandom(seed + runs + run), lift, "A/B", counts);
      split(new SplittableRandom(seed + 2L * runs + run), counts);
    }
    counts.forEach((name, count) -> row(report, name, count));
    report.print();
    return 0;
  }

  private void row(Report report, String name, int count) {
    double rate = (double) count / runs;
    double error = Math.sqrt(rate * (1 - rate) / runs);
    report.row(name, Report.number(100 * rate, 1) + " %", Report.number(100 * error, 1));
    report.figure(name, rate);
  }

  /** One test: what a method did at any look or at the end counts once. */
  private void simulate(
      SplittableRandom random, double effect, String kind, Map<String, Integer> counts) {
    Arm control = new Arm(random, RATE);
    Arm variant = new Arm(random, RATE * (1 + effect));
    Map<String, Boolean> happened = new LinkedHashMap<>();
    for (int look = 1; look <= LOOKS; look++) {
      control.grow();
      variant.grow();
      look(kind + " conversion", control.rate(), variant.rate(), look, effect, happened);
      look(kind + " revenue", control.revenue(), variant.revenue(), look, effect, happened);
      sequences(kind, control, variant, effect, happened);
    }
    happened.forEach((name, yes) -> counts.merge(name, yes ? 1 : 0, Integer::sum));
  }

  private void look(
      String name,
      io.vitrine.experiments.stats.Arm control,
      io.vitrine.experiments.stats.Arm variant,
      int look,
      double effect,
      Map<String, Boolean> happened) {
    if (!(control.mean() > 0) || !(variant.mean() > 0)) {
      return;
    }
    Estimate estimate = Estimate.of(control, variant, Scale.RELATIVE);
    Effect welch = FixedHorizon.student(estimate, Alternative.TWO_SIDED, 1 - LEVEL);
    any(happened, name + ": p < 5 % at any look (peeking)", welch.stands(LEVEL));
    if (control instanceof Proportion one && variant instanceof Proportion other) {
      if (effect == 0 && look % 5 == 0) {
        double chance = BetaPosterior.of(one, other, 0.5, 0.5).chanceToWin();
        any(
            happened,
            name + ": chance to win beyond 95 or 5 % at any of 10 looks",
            chance > 1 - LEVEL || chance < LEVEL);
      }
    }
    if (look % (LOOKS / PLANNED_LOOKS) == 0) {
      double bound = bounds[look / (LOOKS / PLANNED_LOOKS) - 1];
      any(
          happened,
          name + ": group sequential, 5 planned looks",
          Math.abs(estimate.value() / estimate.standardError()) > bound);
    }
    if (look == LOOKS) {
      any(happened, name + ": p < 5 % at the planned end", welch.stands(LEVEL));
      any(
          happened,
          name + ": interval of the relative lift misses the truth, end",
          welch.interval().excludes(effect));
    }
  }

  private void sequences(
      String kind, Arm control, Arm variant, double effect, Map<String, Boolean> happened) {
    long orders = Math.min(control.orders, variant.orders);
    for (Scale scale : Scale.values()) {
      for (long burnIn : BURN_INS) {
        String name = ": always valid, " + scale + ", from " + burnIn + " orders";
        boolean speaks = orders >= Math.max(1, burnIn);
        note(
            kind + " revenue",
            name,
            control.revenue(),
            variant.revenue(),
            scale,
            effect,
            speaks,
            happened);
        if (burnIn == 50) {
          note(
              kind + " conversion",
              name,
              control.rate(),
              variant.rate(),
              scale,
              effect,
              speaks,
              happened);
        }
      }
    }
  }

  private void note(
      String kind,
      String name,
      io.vitrine.experiments.stats.Arm control,
      io.vitrine.experiments.stats.Arm variant,
      Scale scale,
      double effect,
      boolean speaks,
      Map<String, Boolean> happened) {
    Effect found =
        speaks
            ? new ConfidenceSequence(LEVEL, 5000)
                .test(Estimate.of(control, variant, scale), Alternative.TWO_SIDED)
            : null;
    any(happened, kind + name, found != null && found.interval().excludes(0));
    if (effect != 0 && scale == Scale.LOG_RATIO) {
      any(
          happened,
          kind + name + ", truth outside at any look",
          found != null && found.interval().excludes(effect));
    }
  }

  /** A right split looked at 60 times with 200 units each. */
  private static void split(SplittableRandom random, Map<String, Integer> counts) {
    long[] units = new long[2];
    boolean plain = false;
    boolean always = false;
    for (int look = 0; look < 60; look++) {
      for (int unit = 0; unit < 200; unit++) {
        units[random.nextInt(2)]++;
      }
      plain |= SampleRatio.pValue(units, new double[] {1, 1}) < 0.01;
      always |= SampleRatio.always(units, new double[] {1, 1}, 100) < 0.01;
    }
    counts.merge("split: chi-square p < 1 % at any of 60 looks", plain ? 1 : 0, Integer::sum);
    counts.merge("split: always valid p < 1 % at any of 60 looks", always ? 1 : 0, Integer::sum);
  }

  private static void any(Map<String, Boolean> happened, String name, boolean now) {
    happened.merge(name, now, Boolean::logicalOr);
  }

  /** An arm whose orders have lognormal values with sigma 1. */
  private static final class Arm {

    private final SplittableRandom random;
    private final double rate;
    private long units;
    private long orders;
    private double sum;
    private double squares;

    private Arm(SplittableRandom random, double rate) {
      this.random = random;
      this.rate = rate;
    }

    private void grow() {
      units += UNITS;
      for (int unit = 0; unit < UNITS; unit++) {
        if (random.nextDouble() < rate) {
          double value = Math.exp(3.5 + random.nextGaussian());
          orders++;
          sum += value;
          squares += value * value;
        }
      }
    }

    private Proportion rate() {
      return new Proportion(orders, units);
    }

    private Sample revenue() {
      return Sample.ofSums(units, sum, squares);
    }
  }
}
