package io.vitrine.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the two that take the same logs and are asked the same. */
abstract class LogEngine implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Server server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger refused = new AtomicInteger();

  LogEngine(Server server) {
    this.server = server;
  }

  /** Logs that a search finds now. */
  abstract long searchable() throws IOException;

  /** Makes it write to its files what it would write soon, where it can be asked to. */
  abstract void settle() throws IOException;

  /** A request for one of the searches; the shift keeps caches of answers out. */
  abstract HttpRequest request(LogQuestion question, int shift);

  /** How many logs an answer says were found; -1 where the question is none for logs. */
  abstract long total(LogQuestion question, JsonNode answer);

  abstract HttpRequest.Builder signed(String path);

  URI address(String path) {
    return server.address(path);
  }

  Server server() {
    return server;
  }

  int refused() {
    return refused.get();
  }

  /** Sends a bulk until it is taken. */
  void bulk(byte[] body) throws IOException {
    HttpRequest request =
        signed("/logs/_bulk")
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> reply = reply(request);
    while (reply.statusCode() == 429) {
      refused.incrementAndGet();
      Server.pause(200);
      reply = reply(request);
    }
    String text = Wire.text(reply.body());
    if (reply.statusCode() != 200 || !text.substring(0, 60).contains("\"errors\":false")) {
      throw server.failure("a bulk was not taken: " + text.substring(0, 300));
    }
  }

  /** The answer to a request that must succeed. */
  JsonNode ask(HttpRequest request) throws IOException {
    HttpResponse<byte[]> reply = reply(request);
    if (reply.statusCode() / 100 != 2) {
      throw server.failure(
          request.uri() + " answered " + reply.statusCode() + " " + Wire.text(reply.body()));
    }
    return JSON.readTree(reply.body());
  }

  private HttpResponse<byte[]> reply(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
