package io.vitrine.command;

import io.vitrine.demo.DemoHistory;
import io.vitrine.demo.DemoJournal;
import io.vitrine.demo.DemoShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts the product once, uses it a little and ends, so that the virtual machine can note in an
 * ahead-of-time cache which classes a start needs.
 */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  private static final List<String> PAGES = List.of("/", "/health/ready", "/v3/api-docs");
  private static final LocalDate OPENING = LocalDate.of(2026, 1, 1);

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
          .loadUntil(OPENING.plusDays(10).atStartOfDay(DemoShop.ZONE).toInstant(), part -> {});
      visit(server.port());
    }
    return 0;
  }

  private static void visit(int port) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        URI address = URI.create("http://localhost:" + port + page);
        client.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}
