package io.vitrine.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the product on its data folder. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Run the product on its data folder; empty at first start.")
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "The data folder. Default: ./${DEFAULT-VALUE}.")
  private Path data = Path.of("data");

  @Mixin private Port port = new Port();
  @Mixin private Report report = new Report();

  private final ServerStart start;

  ServeCommand(ServerStart start) {
    this.start = start;
  }

  @Override
  public Integer call() {
    try (RunningServer server = start.serve(data, port.free())) {
      Greeting greeting = Greeting.of(server, data);
      report.tell(greeting.result(Map.of()), greeting.words());
      server.await();
    }
    return 0;
  }
}
