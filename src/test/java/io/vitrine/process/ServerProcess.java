package io.vitrine.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, from the classes of this build, and a client of it. */
final class ServerProcess implements AutoCloseable {

  private static final String USERNAME = "killer";
  private static final String PASSWORD = "correct-grey-falcon";

  /** A machine that is busy with other things is no failure of what is tested. */
  private static final Duration LONGEST_START = Duration.ofMinutes(15);

  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final URI root;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private String token = "";

  private ServerProcess(Process process, URI root, Path log) {
    this.process = process;
    this.root = root;
    this.log = log;
  }

  /** Starts a server on a data folder and signs in; its output goes to a file beside the folder. */
  static ServerProcess start(Path data) throws IOException, InterruptedException {
    int port = freePort();
    Path log = data.resolveSibling("server-" + port + ".txt");
    ProcessBuilder command =
        new ProcessBuilder(
            java(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.vitrine.Vitrine",
            "serve",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port));
    command.environment().put("VITRINE_ADMIN_USERNAME", USERNAME);
    command.environment().put("VITRINE_ADMIN_PASSWORD", PASSWORD);
    command.redirectErrorStream(true).redirectOutput(log.toFile());
    ServerProcess server =
        new ServerProcess(command.start(), URI.create("http://127.0.0.1:" + port), log);
    server.signIn();
    return server;
  }

  /** POSTs JSON; an answer of another status than 200 has no receipt. */
  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  /** The same by PUT. */
  HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
    return send("PUT", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofMinutes(5))
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** The receipt or answer of a request that must succeed. */
  JsonNode ask(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response = post(path, body);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** Ends the process as a power cut would: SIGKILL, no word to the program. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    client.shutdownNow();
  }

  private void signIn() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(USERNAME, PASSWORD);
    while (token.isEmpty()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("the server did not start:\n" + Files.readString(log));
      }
      try {
        token = ask("/api/auth/login", body).get("access_token").asString();
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(100); // not listening yet
      }
    }
  }

  static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
