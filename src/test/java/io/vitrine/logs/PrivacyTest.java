package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vitrine.Download;
import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's data is handed out and erased everywhere; old logs go; legal holds forbid both. */
class PrivacyTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String USER = "marguerite-77";
  private static final String MAIL = "marguerite@posthouse.example";
  private static final String DEVICE = "device-of-m-4711";

  @TempDir Path data;
  private LiveApp app;
  private String admin = "";

  @BeforeEach
  void start() {
    app = LiveApp.start(data);
    admin = app.admin();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private JsonNode post(String path, Object body) {
    return app.post(path, JSON.writeValueAsString(body)).token(admin).send().ok().json();
  }

  private void send(String path, String lines) {
    app.ask("POST", path)
        .header("Content-Type", "application/x-ndjson")
        .header("Authorization", "Bearer " + app.key("ingest"))
        .json(lines)
        .header("Content-Type", "application/x-ndjson")
        .send()
        .ok();
  }

  private void fill() {
    send(
        "/api/events",
        """
        {"id":"v1","type":"product_view","timestamp":"2026-10-01T10:00:00Z","visitor_id":"DEVICE","product_id":"p1"}
        {"id":"v2","type":"product_view","timestamp":"2026-10-01T10:01:00Z","visitor_id":"DEVICE","user_id":"USER","product_id":"p1","page":"/me?mail=marguerite%40posthouse.example"}
        {"id":"buy-USER","type":"purchase","timestamp":"2026-10-01T10:02:00Z","visitor_id":"DEVICE","user_id":"USER","order_id":"o1","ip":"81.2.69.142","items":[{"product_id":"p1","quantity":2,"price":30}],"currency":"EUR","note":"for USER"}
        {"id":"v3","type":"product_view","timestamp":"2026-10-01T11:00:00Z","visitor_id":"somebody-else","product_id":"p1"}
        {"id":"b2","type":"purchase","timestamp":"2026-10-01T11:02:00Z","visitor_id":"somebody-else","order_id":"o2","items":[{"product_id":"p1","quantity":1,"price":40}],"currency":"EUR"}
        """
            .replace("USER", USER)
            .replace("DEVICE", DEVICE));
    send(
        "/api/logs/ingest",
        """
        {"id":"l1","log_type":"error","timestamp":"2026-10-01T10:03:00Z","service":"pay","error_message":"no card of USER in the vault"}
        {"id":"l2","log_type":"log","timestamp":"2026-10-01T10:04:00Z","service":"mail","message":"sent to MAIL"}
        {"id":"l3","log_type":"log","timestamp":"2026-10-01T10:05:00Z","service":"mail","message":"sent to marguerite@elsewhere.example"}
        {"id":"l4","log_type":"user_behavior","timestamp":"2026-10-01T10:06:00Z","user_id":"USER","action":"login"}
        """
            .replace("USER", USER)
            .replace("MAIL", MAIL.toUpperCase(Locale.ROOT)));
    await().atMost(Duration.ofSeconds(30)).until(() -> found("*:*") == 4);
  }

  private int found(String query) {
    String text = query.equals("*:*") ? "" : query;
    return post("/api/logs/search", Map.of("query", text)).get("total").asInt();
  }

  private double revenue() {
    JsonNode answer =
        post(
            "/api/query",
            Map.of(
                "kind",
                "Totals",
                "metrics",
                List.of("revenue"),
                "period",
                Map.of("from", "2026-10-01", "to", "2026-10-02")));
    return answer.get("rows").get(0).get(0).asDouble();
  }

  /** Files of the data folder that hold one of the person's names. */
  private List<String> telling() throws IOException {
    List<String> telling = new ArrayList<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content =
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        String wide = content.replace("\0", "");
        for (String name : List.of(USER, MAIL, DEVICE, MAIL.replace("@", "%40"))) {
          if (content.contains(name) || wide.contains(name)) {
            telling.add(data.relativize(file) + " " + name);
          }
        }
      }
    }
    return telling;
  }

  private static Map<String, String> person() {
    return Map.of("user_id", USER, "email", MAIL);
  }

  @Test
  void afterAnErasureNoFileHoldsThePerson() throws Exception {
    fill();
    post("/api/logs/search", Map.of("query", "user_id:" + USER));
    double before = revenue();
    assertThat(before).isEqualTo(100);
    assertThat(telling()).as("the scan can see them").isNotEmpty();

    Download export =
        Download.of(
            app.port(), admin, "POST", "/api/privacy/export", JSON.writeValueAsString(person()));
    assertThat(export.trailers()).contains("X-Rows: 6", export.fingerprint());
    assertThat(export.text().lines().map(line -> JSON.readTree(line).get("id").asString()))
        .containsExactlyInAnyOrder("v1", "v2", "buy-" + USER, "l1", "l2", "l4");

    JsonNode receipt = post("/api/privacy/erase", person());
    assertThat(receipt.get("counts").get("events").asInt()).as("the views").isEqualTo(2);
    assertThat(receipt.get("counts").get("logs").asInt()).isEqualTo(3);
    assertThat(receipt.get("counts").get("orders_kept").asInt()).isEqualTo(1);
    assertThat(receipt.get("counts").get("records").asInt()).as("the search").isPositive();
    assertThat(found("*:*")).isEqualTo(1);
    assertThat(telling()).isEmpty();
    assertThat(found("elsewhere")).as("another address stays").isEqualTo(1);
    assertThat(revenue()).as("accounts keep the order").isEqualTo(before);
    assertThat(app.get("/api/privacy/receipts").token(admin).send().ok().text())
        .contains("erasure", "export")
        .doesNotContain(USER, MAIL, DEVICE);

    app.close();
    assertThat(telling()).isEmpty();
    start();
    send(
        "/api/logs/ingest",
        "{\"log_type\":\"log\",\"timestamp\":\"2026-10-02T10:00:00Z\",\"message\":\"afterwards\"}");
    await().atMost(Duration.ofSeconds(30)).until(() -> found("afterwards") == 1);
    assertThat(revenue()).isEqualTo(before);
  }

  @Test
  void logsGoWithTheirAgeUnlessALegalHoldStands() {
    fill();
    String recent = Instant.now().minusSeconds(60).toString();
    send(
        "/api/logs/ingest",
        "{\"log_type\":\"log\",\"timestamp\":\"" + recent + "\",\"message\":\"of today\"}");
    await().atMost(Duration.ofSeconds(30)).until(() -> found("today") == 1);
    String hold = post("/api/privacy/holds", Map.of("reason", "case 12")).get("id").asString();
    assertThat(
            app.post("/api/privacy/erase", JSON.writeValueAsString(person()))
                .token(admin)
                .send()
                .code())
        .isEqualTo("legal_hold");
    assertThat(retain(Map.of("log", 1)).get("dropped")).isEmpty();
    assertThat(found("*:*")).isEqualTo(5);
    app.ask("DELETE", "/api/privacy/holds/" + hold).token(admin).send().ok();
    JsonNode dropped = retain(Map.of("log", 1, "error", 36_000)).get("dropped");
    assertThat(dropped.get("log").asInt()).isEqualTo(2);
    assertThat(dropped.has("error")).isFalse();
    assertThat(found("*:*")).isEqualTo(3);
    assertThat(found("today")).isEqualTo(1);
    Reply wrong =
        app.ask("PUT", "/api/privacy/retention")
            .json("{\"days\":{\"purchase\":3}}")
            .token(admin)
            .send();
    assertThat(wrong.code()).isEqualTo("retention_days");
    Reply nobody = app.post("/api/privacy/erase", "{}").token(admin).send();
    assertThat(nobody.code()).isEqualTo("person_unnamed");
  }

  private JsonNode retain(Map<String, Integer> days) {
    return app.ask("PUT", "/api/privacy/retention")
        .json(JSON.writeValueAsString(Map.of("days", days)))
        .token(admin)
        .send()
        .ok()
        .json();
  }
}
