package io.vitrine.siege;

import io.vitrine.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running product of one's own, on this machine. */
final class Target implements AutoCloseable {

  static final JsonMapper JSON = new JsonMapper();

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration SLOW = Duration.ofSeconds(8);
  private static final int LARGEST = 4 * 1024 * 1024;

  private final URI root;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST).build();
  private final String username;
  private final String password;
  private @Nullable String token;
  private @Nullable String viewer;
  private @Nullable String viewerId;
  private final String viewerName = "siege-" + UUID.randomUUID().toString().substring(0, 8);
  private final String viewerPassword = UUID.randomUUID().toString();

  private Target(URI root, String username, String password) {
    this.root = root;
    this.username = username;
    this.password = password;
  }

  /**
   * A product at an address of this machine.
   *
   * @throws Problem for any other address
   */
  static Target at(String address, String username, String password) {
    URI root =
        URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    if (root.getHost() == null || root.getPort() < 0 || !"http".equals(root.getScheme())) {
      throw Problem.caller(
          "bad_target", "the target is an address like http://127.0.0.1:8050, not " + address);
    }
    if (!isLoopback(root.getHost())) {
      throw Problem.caller(
          "foreign_target",
          root.getHost() + " is not this machine; attack only what is your own, at 127.0.0.1");
    }
    return new Target(root, username, password);
  }

  /** Every address that the name leads to has to be of this machine. */
  private static boolean isLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String host() {
    return root.getHost() + ":" + root.getPort();
  }

  String username() {
    return username;
  }

  /** A GET without anything that an ordinary answer does not have. */
  Reply get(String path) throws IOException, InterruptedException {
    return send("GET", path, null, Map.of());
  }

  /** A GET of somebody who is signed in. */
  Reply ask(String path) throws IOException, InterruptedException {
    return send("GET", path, null, bearer(token()));
  }

  /** A POST of JSON of somebody who is signed in. */
  Reply post(String path, String json) throws IOException, InterruptedException {
    return send(
        "POST",
        path,
        json,
        Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"));
  }

  /** A POST of JSON of nobody. */
  Reply postUnknown(String path, String json) throws IOException, InterruptedException {
    return send("POST", path, json, Map.of("Content-Type", "application/json"));
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /**
   * Sends a request, and sees that nothing of the inside comes back and that it does not take long.
   */
  Reply send(String method, String path, @Nullable String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(LONGEST)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    long begin = System.nanoTime();
    var response = client.send(request.build(), BodyHandlers.ofString());
    Reply reply =
        new Reply(
            response.statusCode(),
            response.body(),
            response.headers().firstValue("Content-Type").orElse(""),
            response.headers().firstValue("Location").orElse(""),
            String.join("\n", response.headers().allValues("Set-Cookie")),
            response.headers().firstValue("Access-Control-Allow-Origin").orElse(""),
            Duration.ofNanos(System.nanoTime() - begin));
    return reply.checked(SLOW);
  }

  /** Sends bytes as they are, and gives what comes back within a second of silence. */
  Reply raw(String request) throws IOException {
    long begin = System.nanoTime();
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String text = read(socket.getInputStream());
      int status = text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
      return new Reply(status, text, "", "", "", "", Duration.ofNanos(System.nanoTime() - begin))
          .checked(SLOW);
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try {
      for (int got = in.read(some); got >= 0 && all.size() < LARGEST; got = in.read(some)) {
        all.write(some, 0, got);
      }
    } catch (java.net.SocketTimeoutException silent) {
      // It keeps the connection; all that it had to say is here.
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** The answer to a sign-in. */
  Reply signIn(String name, String secret) throws IOException, InterruptedException {
    return postUnknown(
        "/api/auth/login", JSON.writeValueAsString(Map.of("username", name, "password", secret)));
  }

  /** The access token of the one who attacks; signed in at the first time. */
  String token() throws IOException, InterruptedException {
    if (token == null) {
      Reply reply = signIn(username, password);
      if (reply.status() != 200) {
        throw new Problem(
            "sign_in_failed",
            Problem.Category.UNKNOWN_CALLER,
            "cannot sign in as " + username + ": " + reply.text());
      }
      token = reply.json().get("access_token").asString();
    }
    return token;
  }

  /** Signs a person in again, beside the session that is used. */
  JsonNode session() throws IOException, InterruptedException {
    return signedIn(username, password);
  }

  private JsonNode signedIn(String name, String secret) throws IOException, InterruptedException {
    Reply reply = signIn(name, secret);
    for (int i = 0; i < 3 && reply.status() == 429; i++) {
      pause(Duration.ofSeconds(21));
      reply = signIn(name, secret);
    }
    return reply.json();
  }

  /** The token of a viewer, who is made for this and removed at the end. */
  String viewer() throws IOException, InterruptedException {
    if (viewer == null) {
      Reply made =
          post(
              "/api/users",
              JSON.writeValueAsString(
                  Map.of("username", viewerName, "role", "viewer", "password", viewerPassword)));
      viewerId = made.json().path("id").asString("");
      String first = signedIn(viewerName, viewerPassword).path("access_token").asString("");
      send(
          "PUT",
          "/api/auth/me/password",
          JSON.writeValueAsString(
              Map.of("old_password", viewerPassword, "new_password", viewerPassword + "!")),
          Map.of("Authorization", "Bearer " + first, "Content-Type", "application/json"));
      viewer = signedIn(viewerName, viewerPassword + "!").path("access_token").asString("");
    }
    return viewer;
  }

  static void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  @Override
  public void close() throws IOException {
    try {
      if (viewerId != null && !viewerId.isEmpty()) {
        send("DELETE", "/api/users/" + viewerId, null, bearer(token()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      client.shutdownNow();
    }
  }

  /**
   * An answer.
   *
   * @param took until the whole answer was there
   */
  record Reply(
      int status,
      String text,
      String type,
      String location,
      String cookies,
      String allowedOrigin,
      Duration took) {

    JsonNode json() {
      return JSON.readTree(text);
    }

    boolean refused() {
      return status >= 400;
    }

    /** Says so when the answer tells what it should not. */
    Reply checked(Duration slow) {
      String lower = text.toLowerCase(Locale.ROOT);
      for (String sign : Leaks.SIGNS) {
        if (lower.contains(sign)) {
          throw new Breach("the answer contains '" + sign + "'");
        }
      }
      if (status >= 500 && status != 501 && status != 505) {
        throw new Breach("the server failed with " + status);
      }
      if (took.compareTo(slow) > 0) {
        throw new Breach("the answer took " + took.toMillis() + " ms");
      }
      return this;
    }

    /** Says so when a browser would take the text for a page that has it as markup. */
    void doesNotRun(String markup) {
      if (type.contains("html") && text.contains(markup)) {
        throw new Breach("the page contains " + markup);
      }
    }

    void isRefused() {
      if (!refused()) {
        throw new Breach("it was answered with " + status);
      }
    }

    void signsNobodyIn() {
      if (status < 300 && text.contains("access_token")) {
        throw new Breach("somebody was signed in");
      }
    }
  }
}
