package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events sent over HTTP to the real program, and asked back from it. */
class EventsEndToEndTest {

  private static final String DAY = "2025-06-01";

  @TempDir static Path data;

  private static LiveApp app;
  private static String admin;
  private static String key;

  @BeforeAll
  static void start() {
    app =
        LiveApp.start(
            data,
            "vitrine.shop.rates=USD=0.5",
            "vitrine.intake.body-limit=200KB",
            "vitrine.intake.record-limit=50KB",
            "vitrine.intake.records=1500");
    admin = app.admin();
    key = app.key("ingest");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void aShopsDayIsCountedAsItWasSent() {
    JsonNode receipt =
        send(
            """
            {"id":"1","type":"view","timestamp":"2025-06-01T08:00:00Z","visitor_id":"a","product_id":"p1"}
            {"id":"2","type":"add_to_cart","timestamp":"2025-06-01T08:01:00Z","visitor_id":"a","product_id":"p1"}
            {"id":"3","type":"purchase","timestamp":1748765000,"visitor_id":"a","order_id":"o1","currency":"USD",\
            "items":[{"id":"p1","quantity":2,"price":"10"}]}
            {"id":"3","type":"purchase","timestamp":1748765000,"visitor_id":"a","order_id":"o1"}
            {"id":"4","type":"purchase","visitor_id":"b","quantity":0}
            {"id":"5","type":"view","timestamp":"2025-06-01T09:00:00","visitor_id":"b","product_id":"p2"}
            {"id":"6","type":"view","timestamp":"2025-06-01T09:00:00","visitor_id":"bot","user_agent":"Googlebot/2.1"}
            """);
    assertThat(receipt.get("accepted").asInt()).isEqualTo(5);
    assertThat(receipt.get("duplicates").asInt()).isEqualTo(1);
    assertThat(receipt.get("rejected_total").asInt()).isEqualTo(1);
    JsonNode rejected = receipt.get("rejected").get(0);
    assertThat(rejected.get("index").asInt()).isEqualTo(4);
    assertThat(rejected.get("reason").asString()).isEqualTo("negative");
    assertThat(rejected.get("detail").asString()).isEqualTo("quantity is '0': at least 1");
    JsonNode kpis =
        app.get("/api/shop/kpis?from=%s&to=%s".formatted(DAY, DAY)).token(admin).send().ok().json();
    assertThat(kpis.get("visitors").asInt()).isEqualTo(2);
    assertThat(kpis.get("sessions").asInt()).isEqualTo(2);
    assertThat(kpis.get("views").asInt()).isEqualTo(2);
    assertThat(kpis.get("add_to_carts").asInt()).isEqualTo(1);
    assertThat(kpis.get("orders").asInt()).isEqualTo(1);
    assertThat(kpis.get("revenue").decimalValue()).isEqualByComparingTo("10");
  }

  @Test
  void gzipIsUnpackedAndSentAgainItIsAllDuplicates() throws Exception {
    byte[] packed =
        BodyTest.gzip(
            "[{\"id\":\"z1\",\"type\":\"log\",\"message\":\"m\"}]"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(post(packed, "gzip").body()).contains("\"accepted\":1");
    assertThat(post(packed, "gzip").body()).contains("\"duplicates\":1");
  }

  @Test
  void whenEveryRecordIsBadTheProblemCarriesTheReceipt() throws Exception {
    HttpResponse<String> response = post("{\"type\":\"view\",\"price\":-1}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = new JsonMapper().readTree(response.body());
    assertThat(problem.get("code").asString()).isEqualTo("all_rejected");
    assertThat(problem.get("rejected").get(0).get("reason").asString()).isEqualTo("negative");
  }

  @Test
  void theContentTypeDoesNotMatter() throws Exception {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "x/y")) {
      String body = "{\"id\":\"" + type + "\",\"type\":\"log\",\"message\":\"a=b&c=d\"}";
      HttpResponse<String> response = post(body.getBytes(StandardCharsets.UTF_8), "identity", type);
      assertThat(response.body()).as(type).contains("\"accepted\":1");
    }
  }

  @Test
  void anEmptyListIsAnEmptyReceipt() throws Exception {
    assertThat(post("[]").statusCode()).isEqualTo(200);
  }

  @Test
  void limitsAreProblems() throws Exception {
    assertThat(post("x".repeat(300_000)).statusCode()).isEqualTo(413);
    assertThat(post(BodyTest.gzip(new byte[30_000_000]), "gzip").statusCode()).isEqualTo(413);
    assertThat(post("{}\n".repeat(1_501)).statusCode()).isEqualTo(413);
    assertThat(post(new byte[] {1, 2, 3}, "gzip").statusCode()).isEqualTo(400);
    assertThat(post("{}".getBytes(StandardCharsets.UTF_8), "br").statusCode()).isEqualTo(400);
    assertThat(post("{\"type\":\"log\",\"message\":\"" + "m".repeat(60_000) + "\"}").body())
        .contains("record_too_large");
  }

  @Test
  void aTurkishLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      JsonNode receipt =
          send(
              """
              {"id":"t1","type":"PURCHASE INFO","timestamp":"2024-01-01","currency":"inr","amount":"1.5"}
              {"id":"t2","type":"CHECKOUT","timestamp":"2024-01-01","visitor_id":"i","country":"fi"}
              {"id":"t3","type":"I","quantity":0}
              """);
      assertThat(receipt.get("accepted").asInt()).isEqualTo(2);
      assertThat(receipt.get("rejected").get(0).get("reason").asString()).isEqualTo("negative");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void onlyAnalystsAndIngestKeysMaySend() {
    assertThat(app.post("/api/events", "[]").send().status()).isEqualTo(401);
    assertThat(app.post("/api/events", "[]").token(app.key("read")).send().status()).isEqualTo(403);
    assertThat(app.post("/api/events", "[]").token(admin).send().status()).isEqualTo(200);
  }

  @Test
  void theFormIsDescribed() {
    JsonNode api = app.get("/v3/api-docs").send().ok().json();
    assertThat(api.at("/components/schemas/Event/properties/visitor_id/maxLength").asInt())
        .isEqualTo(128);
    assertThat(api.at("/components/schemas/Receipt/properties").propertyNames())
        .contains("accepted", "duplicates", "rejected", "rejected_total");
  }

  private static JsonNode send(String body) {
    return app.post("/api/events", body).token(key).send().ok().json();
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return post(body.getBytes(StandardCharsets.UTF_8), "identity");
  }

  private static HttpResponse<String> post(byte[] body, String encoding)
      throws IOException, InterruptedException {
    return post(body, encoding, "application/json");
  }

  private static HttpResponse<String> post(byte[] body, String encoding, String type)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + "/api/events"))
              .header("Authorization", "Bearer " + key)
              .header("Content-Encoding", encoding)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
