package io.vitrine.command;

import io.vitrine.demo.DemoHistory;
import io.vitrine.demo.DemoJournal;
import io.vitrine.demo.DemoShop;
import io.vitrine.demo.LiveTraffic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the product on a demo shop. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "A demo shop with a year of history and live traffic, all pages filled.")
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/demo",
      description = "The data folder. Default: ./${DEFAULT-VALUE}.")
  private Path data = Path.of("data", "demo");

  @Option(names = "--no-live", description = "Only the history, no traffic while it runs.")
  private boolean still;

  @Option(
      names = "--scale",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "Size of the shop; 1 is about half a million events. Default: ${DEFAULT-VALUE}.")
  private double scale;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed is another shop. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private Port port = new Port();
  @Mixin private Report report = new Report();
  @Spec private CommandSpec command = CommandSpec.create();

  private final ServerStart start;
  private final Clock clock;

  DemoCommand(ServerStart start, Clock clock) {
    this.start = start;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    DemoShop wanted = wanted();
    try (RunningServer server = start.demo(data, port.free())) {
      DemoHistory history = new DemoHistory(DemoJournal.open(data, wanted), server.intake());
      String open = "http://localhost:" + server.port() + " is open; the history comes in now.";
      command.commandLine().getErr().println(open);
      long events = load(history);
      tellOfTrials(server, wanted);
      server.count();
      Greeting greeting = Greeting.of(server, data);
      report.tell(greeting.result(Map.of("events_loaded", events)), greeting.words());
      attend(server, history.live(clock));
    }
    return 0;
  }

  private static void tellOfTrials(RunningServer server, DemoShop shop) {
    shop.trials()
        .forEach(
            (key, day) ->
                server.tellOfExperiment(key, day.atStartOfDay(DemoShop.ZONE).toInstant()));
  }

  private DemoShop wanted() {
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), DemoShop.ZONE);
      return DemoShop.yearBefore(today, seed, scale);
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(command.commandLine(), "--scale: " + refused.getMessage());
    }
  }

  private long load(DemoHistory history) {
    ProgressBar progress =
        new ProgressBar(
            command.commandLine().getErr(), clock, ProgressBar.onTerminal(), "A year of history");
    long events = history.loadUntil(clock.instant(), progress);
    progress.close();
    return events;
  }

  private void attend(RunningServer server, LiveTraffic live) {
    try (live) {
      if (!still) {
        Thread.ofPlatform().name("demo-live").daemon().start(live);
      }
      server.await();
    }
  }
}
