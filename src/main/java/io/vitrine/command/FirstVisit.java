package io.vitrine.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uses a running server as its first visitors will: opens the pages' frame, signs in, sends an
 * event, asks what Home, the log search and an experiment's page ask.
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

  private static final int SHOPPERS = 180;

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
    experiment(token);
  }

  /** One with enough buyers for every comparison, so that all of a result is used. */
  private void experiment(String token) throws IOException, InterruptedException {
    String path = "/api/experiments/first-visit";
    send(with(token, put(path, "{\"guardrails\":[\"bounce_rate\"]}")));
    send(with(token, post(path + "/start", "{}")));
    send(with(token, post("/api/events", shoppers(Instant.now()))));
    for (String page : List.of("/result", "/history", "/segments?by=device")) {
      send(with(token, HttpRequest.newBuilder(server.resolve(path + page))));
    }
  }

  /** Exposures to two variants, two of three with a purchase. */
  private static String shoppers(Instant now) {
    List<String> events = new ArrayList<>();
    for (int shopper = 0; shopper < SHOPPERS; shopper++) {
      String variant = shopper % 2 == 0 ? "control" : "variant";
      events.add(
          event("exposure", shopper, now)
              + ",\"experiment\":\"first-visit\",\"variant\":\""
              + variant
              + "\"}");
      if (shopper % 3 > 0) {
        int amount = 20 + shopper % 7;
        events.add(
            event("purchase", shopper, now)
                + ",\"order_id\":\"order-"
                + shopper
                + "\",\"amount\":"
                + amount
                + "}");
      }
    }
    return "[" + String.join(",", events) + "]";
  }

  private static String event(String type, int shopper, Instant now) {
    return "{\"type\":\"%s\",\"visitor_id\":\"shopper-%d\",\"timestamp\":\"%s\""
        .formatted(type, shopper, now);
  }

  private HttpRequest.Builder put(String path, String body) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(body));
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
