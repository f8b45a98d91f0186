package io.vitrine.bench;

import io.vitrine.intake.StepsBenchmark;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The way of one event up to the store's door, with JMH. */
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    description = "CPU time of one event from bytes to the store's door, with JMH.")
final class Steps implements Callable<Integer> {

  private static final int BENCHMARKS = 3;

  @Option(names = "--profiler", description = "A profiler of JMH, such as gc or jfr.")
  private String profiler = "";

  @Mixin private Launch launch = new Launch();

  @Override
  public Integer call() throws RunnerException {
    Collection<RunResult> results = new Runner(options()).run();
    if (results.size() != BENCHMARKS) {
      throw new IllegalStateException("only " + results.size() + " were measured");
    }
    Report report = new Report("steps", "what", "us/event", "+-", "of parseOnly");
    double parse = score(results, "parseOnly");
    for (String name : new String[] {"parseOnly", "decode", "decodeAndSteps"}) {
      double score = score(results, name);
      double error = found(results, name).getPrimaryResult().getScoreError();
      report.row(
          name, Report.number(score, 2), Report.number(error, 2), Report.number(score / parse, 2));
      report.figure(name + "_us", score);
    }
    report.figure("steps_over_parse", score(results, "decodeAndSteps") / parse);
    report.print();
    return 0;
  }

  private Options options() {
    OptionsBuilder options = new OptionsBuilder();
    options.include(StepsBenchmark.class.getName() + ".*").shouldFailOnError(true);
    options.jvmArgsAppend(launch.options());
    if (!profiler.isEmpty()) {
      options.addProfiler(profiler);
    }
    return options.build();
  }

  private static RunResult found(Collection<RunResult> results, String name) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " was not measured"));
  }

  private static double score(Collection<RunResult> results, String name) {
    return found(results, name).getPrimaryResult().getScore();
  }
}
