package io.vitrine.experiments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Evaluations a second in process, on one thread, among twenty experiments and ten thousand
 * visitors.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@Threads(1)
public class FlagsBenchmark {

  private static final int FLAGS = 20;
  private static final int UNITS = 10_000;
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final List<Experiment> flags = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final Map<String, Object> context = Map.of("country", "FR", "device", "phone");
  private final Serving serving;
  private int turn;

  /**
   * Half of the flags ask for the visitor's country, every fourth takes a tenth of the visitors.
   */
  public FlagsBenchmark() {
    for (int flag = 0; flag < FLAGS; flag++) {
      flags.add(flag(flag));
    }
    for (int unit = 0; unit < UNITS; unit++) {
      units.add("3f2a9c10-visitor-" + unit);
    }
    serving = new Serving(flags);
  }

  private static Experiment flag(int number) {
    return new Experiment(
        "flag-" + number,
        "A flag",
        null,
        Experiment.State.RUNNING,
        true,
        List.of(
            new Experiment.Variant("control", false, 1),
            new Experiment.Variant("variant", true, 1)),
        number % 2 == 0
            ? List.of(new Condition("country", Condition.Op.IS, List.of("FR", "BE")))
            : List.of(),
        List.of(new Experiment.RolloutStep(null, number % 4 == 0 ? 0.1 : 1)),
        null,
        0,
        1,
        null,
        0,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        DecisionRule.DEFAULT);
  }

  /** What one visitor gets of one flag. */
  @Benchmark
  public Object evaluate() {
    turn = (turn + 1) % (FLAGS * UNITS);
    return serving.serve(flags.get(turn % FLAGS), units.get(turn / FLAGS), context, NOW);
  }
}
