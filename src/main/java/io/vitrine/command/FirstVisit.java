package io.vitrine.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uses a running server as its first visitors will: opens the pages' frame, signs in, sends an
 * event, asks what Home and the log search ask.
 */
final class FirstVisit {

  private static final List<String> PAGES = List.of("/", "/health/ready", "/v3/api-docs");

  private static final String KPIS =
      "\"metrics\":[\"visitors\",\"sessions\",\"orders\",\"revenue\",\"aov\",\"conversion_per_session\"]";
  private static final String DAYS = "\"period\":{\"from\":\"%s\",\"to\":\"%s\"}";

  private static final List<String> QUESTIONS =
      List.of(
          "{\"kind\":\"Totals\",\"comparison\":\"previous_period\"," + KPIS + "," + DAYS + "}",
          "{\"kind\":\"Trend\",\"grain\":\"day\",\"comparison\":\"previous_period\","
              + KPIS
              + ","
              + DAYS
              + "}",
          "{\"kind\":\"Breakdown\",\"by\":[\"channel\"],\"limit\":12," + KPIS + "," + DAYS + "}",
          "{\"kind\":\"Breakdown\",\"by\":[\"product\"],\"limit\":10,\"metrics\":[\"revenue\"],"
              + DAYS
              + "}");

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient client;
  private final URI server;

  private FirstVisit(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  /**
   * Does all of it.
   *
   * @param from first day of the questions, such as 2026-01-01; {@code to} is the last
   * @throws IllegalStateException when the server refuses anything
   */
  static void of(int port, String username, String password, String from, String to)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      FirstVisit visit = new FirstVisit(client, URI.create("http://localhost:" + port));
      visit.pages();
      visit.use(visit.token(username, password), from, to);
    }
  }

  private void pages() throws IOException, InterruptedException {
    for (String page : PAGES) {
      send(HttpRequest.newBuilder(server.resolve(page)));
    }
  }

  private String token(String username, String password) throws IOException, InterruptedException {
    String login = json.writeValueAsString(Map.of("username", username, "password", password));
    return json.readTree(send(post("/api/auth/login", login))).get("access_token").asString();
  }

  private void use(String token, String from, String to) throws IOException, InterruptedException {
    String event =
        "{\"type\":\"page_view\",\"visitor_id\":\"first\",\"page\":\"/\",\"timestamp\":\"%sT12:00:00Z\"}"
            .formatted(to);
    send(with(token, post("/api/events", event)));
    for (String question : QUESTIONS) {
      send(with(token, post("/api/query", question.formatted(from, to))));
    }
    send(with(token, post("/api/logs/search", "{\"query\":\"level:error\",\"size\":20}")));
    send(with(token, HttpRequest.newBuilder(server.resolve("/api/about"))));
  }

  private HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder with(String token, HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (reply.statusCode() != 200) {
      throw new IllegalStateException(
          reply.uri() + " answered " + reply.statusCode() + " " + reply.body());
    }
    return reply.body();
  }
}
