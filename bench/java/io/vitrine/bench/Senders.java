package io.vitrine.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends bodies of events from several connections at once, each waiting for its reply. */
final class Senders {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TOO_MANY = 429;

  private final Server server;
  private final int connections;
  private final Duration limit;
  private final String secret;

  /** Makes an ingest key as an admin would. */
  Senders(Server server, int connections, Duration limit) throws IOException {
    this.server = server;
    this.connections = connections;
    this.limit = limit;
    this.secret = key();
  }

  /**
   * What became of some bodies.
   *
   * @param events accepted, duplicates among them
   * @param bytes sent
   * @param refused replies that asked to try again later
   * @param replies time of each reply that accepted
   */
  record Result(
      long events, long duplicates, long bytes, long refused, double seconds, Samples replies) {

    double perSecond() {
      return events / seconds;
    }
  }

  private String key() throws IOException {
    try (HttpClient client = client()) {
      String login =
          "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(Server.USERNAME, Server.PASSWORD);
      JsonNode person = ask(client, json("/api/auth/login", login), 200);
      String token = person.path("access_token").asString();
      HttpRequest.Builder wanted =
          json("/api/keys", "{\"name\":\"bench\",\"scope\":\"ingest\"}")
              .header("Authorization", "Bearer " + token);
      return ask(client, wanted, 201).path("secret").asString();
    }
  }

  private HttpRequest.Builder json(String path, String body) {
    return HttpRequest.newBuilder(server.address(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private JsonNode ask(HttpClient client, HttpRequest.Builder request, int expected)
      throws IOException {
    HttpResponse<byte[]> reply = reply(client, request.build());
    if (reply.statusCode() != expected) {
      throw server.failure(
          reply.uri() + " answered " + reply.statusCode() + " " + Wire.text(reply.body()));
    }
    return JSON.readTree(reply.body());
  }

  private static HttpResponse<byte[]> reply(HttpClient client, HttpRequest request)
      throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /**
   * Sends all bodies.
   *
   * @throws IllegalStateException when an event is rejected or the time is up
   */
  Result send(List<byte[]> bodies) {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<Result>> parts = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Callable<Result> sender = () -> send(bodies, next, start);
        parts.add(threads.submit(sender));
      }
      return sum(parts, start);
    }
  }

  private static Result sum(List<Future<Result>> parts, long start) {
    long events = 0;
    long duplicates = 0;
    long bytes = 0;
    long refused = 0;
    Samples replies = new Samples();
    for (Future<Result> part : parts) {
      Result result = result(part);
      events += result.events();
      duplicates += result.duplicates();
      bytes += result.bytes();
      refused += result.refused();
      replies.addAll(result.replies());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(events, duplicates, bytes, refused, seconds, replies);
  }

  private static Result result(Future<Result> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sender failed: " + e.getMessage(), e);
    }
  }

  private Result send(List<byte[]> bodies, AtomicInteger next, long start) throws IOException {
    Tally tally = new Tally();
    try (HttpClient client = client()) {
      int turn = next.getAndIncrement();
      while (turn < bodies.size()) {
        if (System.nanoTime() - start > limit.toNanos()) {
          throw new IllegalStateException("not done after " + limit);
        }
        turn = tally.took(client, bodies.get(turn)) ? next.getAndIncrement() : turn;
      }
    }
    return new Result(tally.events, tally.duplicates, tally.bytes, tally.refused, 0, tally.replies);
  }

  /** What one sender counts. */
  private final class Tally {

    private long events;
    private long duplicates;
    private long bytes;
    private long refused;
    private final Samples replies = new Samples();

    /** Whether the body was taken; when not, it is to be sent again. */
    boolean took(HttpClient client, byte[] body) throws IOException {
      HttpRequest request =
          HttpRequest.newBuilder(server.address("/api/events"))
              .header("Authorization", "Bearer " + secret)
              .header("Content-Type", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      long start = System.nanoTime();
      HttpResponse<byte[]> reply = reply(client, request);
      if (reply.statusCode() == TOO_MANY) {
        refused++;
        Server.pause(1_000L * reply.headers().firstValueAsLong("Retry-After").orElse(1));
        return false;
      }
      replies.add(System.nanoTime() - start);
      count(reply);
      bytes += body.length;
      return true;
    }

    private void count(HttpResponse<byte[]> reply) {
      JsonNode receipt = JSON.readTree(reply.body());
      if (reply.statusCode() != 200 || receipt.path("rejected_total").asLong() > 0) {
        throw server.failure(
            "events were not taken: " + reply.statusCode() + " " + Wire.text(reply.body()));
      }
      duplicates += receipt.path("duplicates").asLong();
      events += receipt.path("accepted").asLong() + receipt.path("duplicates").asLong();
    }
  }
}
