package io.vitrine.bench;

import io.vitrine.experiments.FlagsBenchmark;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
import tools.jackson.databind.json.JsonMapper;

/** Feature flags: evaluations in process with JMH, and the time of the endpoint's replies. */
@Command(
    name = "flags",
    mixinStandardHelpOptions = true,
    description = "Evaluations of flags a second in process, and the endpoint's replies.")
final class Flags implements Callable<Integer> {

  private static final int FLAGS = 20;
  private static final int ROUND = 10_000;

  @Option(names = "--requests", defaultValue = "15000", description = "Requests that are timed.")
  private int requests;

  @Option(names = "--warm", defaultValue = "10000", description = "Requests before these.")
  private int warm;

  @Option(
      names = "--steady",
      defaultValue = "60000",
      description = "Requests before as many are timed again, when the virtual machine is done.")
  private int steady;

  @Mixin private Launch launch = new Launch();

  @Override
  public Integer call() throws IOException, RunnerException, InterruptedException {
    Report report = new Report("flags", "what", "value", "unit");
    Collection<RunResult> results = new Runner(options()).run();
    double perSecond = results.iterator().next().getPrimaryResult().getScore();
    report.row("evaluations in process, one thread", Report.number(perSecond, 0), "a second");
    report.figure("evaluations_per_second", Math.round(perSecond));
    Path folder = launch.folder("flags");
    try {
      endpoint(folder, report);
    } finally {
      Launch.remove(folder);
    }
    report.print();
    return 0;
  }

  private Options options() {
    return new OptionsBuilder()
        .include(FlagsBenchmark.class.getName() + ".*")
        .shouldFailOnError(true)
        .jvmArgsAppend(launch.options())
        .build();
  }

  private void endpoint(Path folder, Report report) throws IOException, InterruptedException {
    try (Server server =
            Server.start(
                launch.machine(), launch.jar(), folder.resolve("data"), launch.log("flags"));
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      String token = prepare(server, client);
      String key = key(server, client, token);
      time(server, client, key, warm);
      tell(report, "first", time(server, client, key, requests));
      // A key may send 30,000 a minute; the way is the same for each.
      for (int sent = 0; sent < steady; sent += ROUND) {
        time(server, client, key(server, client, token), ROUND);
      }
      tell(report, "steady", time(server, client, key(server, client, token), requests));
    }
  }

  private static void tell(Report report, String when, Samples replies) {
    for (double share : new double[] {0.5, 0.95, 0.99}) {
      String name = "p" + Math.round(share * 100);
      report.row(
          "reply of one flag, " + when + ", " + name,
          Report.number(replies.millis(share), 2),
          "ms");
      report.figure("reply_ms_" + when + "_" + name, replies.millis(share));
    }
  }

  /** Twenty running experiments. */
  private static String prepare(Server server, HttpClient client)
      throws IOException, InterruptedException {
    String login =
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(Server.USERNAME, Server.PASSWORD);
    String body = send(client, request(server, "/api/auth/login").POST(text(login)).build());
    String token = JsonMapper.shared().readTree(body).path("access_token").asString();
    for (int flag = 0; flag < FLAGS; flag++) {
      String path = "/api/experiments/flag-" + flag;
      send(client, signed(server, path, token).PUT(text("{}")).build());
      send(client, signed(server, path + "/start", token).POST(text("{}")).build());
    }
    return token;
  }

  /** As a shop's server has one. */
  private static String key(Server server, HttpClient client, String token)
      throws IOException, InterruptedException {
    String made =
        send(
            client,
            signed(server, "/api/keys", token)
                .POST(text("{\"name\":\"bench\",\"scope\":\"ingest\"}"))
                .build());
    return JsonMapper.shared().readTree(made).path("secret").asString();
  }

  private static Samples time(Server server, HttpClient client, String key, int requests)
      throws IOException, InterruptedException {
    Samples replies = new Samples();
    for (int i = 0; i < requests; i++) {
      String context = "{\"context\":{\"targetingKey\":\"visitor-" + i + "\"}}";
      HttpRequest request =
          signed(server, "/ofrep/v1/evaluate/flags/flag-" + i % FLAGS, key)
              .POST(text(context))
              .build();
      long start = System.nanoTime();
      send(client, request);
      replies.add(System.nanoTime() - start);
    }
    return replies;
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  private static HttpRequest.Builder request(Server server, String path) {
    return HttpRequest.newBuilder(server.address(path)).header("Content-Type", "application/json");
  }

  private static HttpRequest.Builder signed(Server server, String path, String token) {
    return request(server, path).header("Authorization", "Bearer " + token);
  }

  private static String send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (reply.statusCode() >= 300) {
      throw new IOException(reply.uri() + " answered " + reply.statusCode() + " " + reply.body());
    }
    return reply.body();
  }
}
