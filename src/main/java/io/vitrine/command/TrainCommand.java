package io.vitrine.command;

import io.vitrine.demo.DemoHistory;
import io.vitrine.demo.DemoJournal;
import io.vitrine.demo.DemoShop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts the product once, uses it a little and ends, so that the virtual machine can note in an
 * ahead-of-time cache which classes a start and its first visitors need, and how they are used.
 */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  private static final LocalDate OPENING = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 10;

  @Option(names = "--data", paramLabel = "DIR", required = true)
  private Path data = Path.of("");

  private final ServerStart start;

  TrainCommand(ServerStart start) {
    this.start = start;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (RunningServer server = start.demo(data, 0)) {
      DemoShop shop = new DemoShop(1, OPENING, 0.2);
      new DemoHistory(DemoJournal.open(data, shop), server.intake())
          .loadUntil(OPENING.plusDays(DAYS).atStartOfDay(DemoShop.ZONE).toInstant(), part -> {});
      visit(server);
    }
    return 0;
  }

  /** Where the environment names the administrator, its password is none of ours. */
  private static void visit(RunningServer server) throws IOException, InterruptedException {
    RunningServer.FirstAdministrator person =
        server
            .firstAdministrator()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "training needs a new folder, and an environment without"
                            + " VITRINE_ADMIN_PASSWORD"));
    String last = OPENING.plusDays(DAYS - 1).toString();
    FirstVisit.of(server.port(), person.username(), person.password(), OPENING.toString(), last);
  }
}
