package io.vitrine.bench;

import io.vitrine.trust.fraud.FraudQualityRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How good the shipped rules against fraud are on payments that they were not made for. */
@Command(
    name = "fraud",
    mixinStandardHelpOptions = true,
    description = "AUC, precision, recall and time of fraud scores on held-out simulated payments.")
final class Fraud implements Callable<Integer> {

  @Option(names = "--seed", description = "Seed of the payments.", defaultValue = "77001")
  private long seed;

  @Option(names = "--a-day", description = "Cases that are looked at a day.", defaultValue = "5")
  private int aDay;

  @SuppressWarnings("UnusedVariable") // bench/run gives every benchmark these options
  @Mixin
  private Launch launch = new Launch();

  @Override
  public Integer call() {
    Report report = new Report("fraud", "what", "value");
    FraudQualityRun.of(seed, aDay)
        .forEach(figure -> report.row(figure.name(), Report.number(figure.value(), 3)));
    report.print();
    return 0;
  }
}
