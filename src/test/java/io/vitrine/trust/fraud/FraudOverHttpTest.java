package io.vitrine.trust.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FraudOverHttpTest {

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path data;

  @Test
  void paymentsAreJudgedAndDecidedAndRememberedOverARestart() {
    try (LiveApp app = LiveApp.start(data)) {
      String admin = app.admin();
      String key = app.key("ingest");
      refusesWhatItCannotJudge(app, key);
      judgesByTheWayIn(app, key);
      judgesWhatIsIngested(app, key, admin);
      decides(app, admin);
      changesTheRules(app, admin);
    }
    assertThat(holdsText(data, "4111111111111111")).isFalse();
    try (LiveApp again = LiveApp.start(data)) {
      JsonNode sixth = detect(again, again.admin(), 6, "declined");
      assertThat(names(sixth)).contains("repeated_failures", "rapid_succession");
    }
  }

  private static void refusesWhatItCannotJudge(LiveApp app, String key) {
    assertThat(app.post("/api/fraud/detect", "{}").token(key).send().code())
        .isEqualTo("transaction_without_id");
    assertThat(
            app.post(
                    "/api/fraud/detect",
                    "{\"transaction_id\":\"x\",\"amount\":1,\"currency\":\"zzz\"}")
                .token(key)
                .send()
                .text())
        .contains("zzz", "ISO 4217");
  }

  private void judgesByTheWayIn(LiveApp app, String key) {
    JsonNode first = detect(app, key, 1, "declined");
    assertThat(first.get("fraud_score").asDouble()).isLessThan(25);
    assertThat(first.get("is_fraud").asBoolean()).isFalse();
    assertThat(first.get("risk").asString()).isEqualTo("minimal");
    for (int i = 2; i < 5; i++) {
      detect(app, key, i, "declined");
    }
    JsonNode fifth = detect(app, key, 5, "declined");
    assertThat(fifth.get("is_fraud").asBoolean()).isTrue();
    assertThat(names(fifth)).contains("card_testing", "repeated_failures", "rapid_succession");
    assertThat(detect(app, key, 5, "declined")).isEqualTo(fifth);
  }

  private JsonNode detect(LiveApp app, String token, int number, String status) {
    String card = number == 1 ? "4111111111111111" : "400000000000000" + number;
    return app.post(
            "/api/fraud/detect",
            """
            {"transaction_id": "tx-%d", "timestamp": "%s", "amount": 1.20, "currency": "EUR",
             "card_number": "%s", "ip": "91.176.0.9", "status": "%s", "email": "a@example.org"}
            """
                .formatted(number, now.minusSeconds(100 - number), card, status))
        .token(token)
        .send()
        .ok()
        .json();
  }

  private static List<String> names(JsonNode detected) {
    return detected.get("indicators").valueStream().map(one -> one.get("name").asString()).toList();
  }

  private void judgesWhatIsIngested(LiveApp app, String key, String admin) {
    app.post(
            "/api/logs/ingest",
            """
            [{"log_type": "transaction", "transaction_id": "home", "user_id": "ann", "amount": 80,
              "status": "approved", "country": "FR", "timestamp": "%s"},
             {"log_type": "transaction", "transaction_id": "away", "user_id": "ann", "amount": 900,
              "status": "approved", "country": "US", "timestamp": "%s"}]
            """
                .formatted(now.minusSeconds(1_800), now.minusSeconds(600)))
        .token(key)
        .send()
        .ok();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> app.get("/api/fraud/case?id=away").token(admin).status() == 200);
    JsonNode file = app.get("/api/fraud/case?id=away").token(admin).send().ok().json();
    assertThat(file.at("/payment/signals").toString()).contains("impossible_travel");
    assertThat(file.at("/payment/risk").asString()).isEqualTo("medium");
    assertThat(file.at("/linked/0/payment/transaction_id").asString()).isEqualTo("home");
    assertThat(file.at("/linked/0/by/0").asString()).isEqualTo("user");
    JsonNode logs =
        app.post("/api/logs/search", "{\"query\": \"type:fraud transaction_id:away\"}")
            .token(admin)
            .send()
            .ok()
            .json();
    assertThat(logs.get("total").asInt()).isLessThanOrEqualTo(1);
  }

  private static void decides(LiveApp app, String admin) {
    JsonNode due =
        app.get("/api/fraud/suspicious-activities?state=due").token(admin).send().ok().json();
    assertThat(due.get("total").asInt()).isGreaterThanOrEqualTo(2);
    act(app, admin, "assign", "{\"transaction_id\": \"tx-5\"}").ok();
    JsonNode decided =
        act(
                app,
                admin,
                "decide",
                "{\"transaction_id\": \"tx-5\", \"decision\": \"fraud\", \"note\": \"tests cards\"}")
            .ok()
            .json();
    assertThat(decided.get("state").asString()).isEqualTo("decided");
    assertThat(act(app, admin, "assign", "{\"transaction_id\": \"tx-5\"}").code())
        .isEqualTo("fraud_case_decided");
    assertThat(
            act(app, admin, "decide", "{\"transaction_id\": \"no\", \"decision\": \"fraud\"}")
                .code())
        .isEqualTo("fraud_case_absent");
    assertThat(app.get("/api/fraud/lists").token(admin).send().ok().text())
        .contains("a@example.org", "\"blocked\":true");
    JsonNode stats = app.get("/api/fraud/stats?range=7d").token(admin).send().ok().json();
    assertThat(stats.get("payments").asInt()).isEqualTo(7);
    assertThat(stats.get("due").asInt())
        .isEqualTo(
            app.get("/api/fraud/suspicious-activities?state=due&range=7d")
                .token(admin)
                .send()
                .ok()
                .json()
                .get("total")
                .asInt());
    assertThat(stats.at("/quality/at_levels/1/precision").asDouble()).isEqualTo(1);
    act(app, admin, "reopen", "{\"transaction_id\": \"tx-5\"}").ok();
    assertThat(app.get("/api/fraud/lists").token(admin).send().ok().json().get("entries"))
        .isEmpty();
    assertThat(app.get("/api/fraud/history?limit=3").token(admin).send().ok().json().get("cases"))
        .hasSize(3);
    assertThat(app.get("/api/fraud/history?range=soon").token(admin).send().code())
        .isEqualTo("range_unknown");
  }

  private static LiveApp.Reply act(LiveApp app, String admin, String act, String body) {
    return app.post("/api/fraud/case/" + act, body).token(admin).send();
  }

  private static void changesTheRules(LiveApp app, String admin) {
    String wanted =
        "{\"rules\": {\"low\": 25, \"medium\": 50, \"high\": 75, \"bonus\": 0, \"weights\":"
            + " {\"impossible_travel\": {\"points\": 0, \"bound\": 900}}}, \"note\": \"planes\"}";
    JsonNode preview = app.post("/api/fraud/rules/preview", wanted).token(admin).send().ok().json();
    assertThat(preview.get("payments").asInt()).isEqualTo(7);
    assertThat(preview.at("/examples/0/transaction_id").asString()).isEqualTo("away");
    assertThat(preview.at("/examples/0/level_now").asString()).isEqualTo("medium");
    JsonNode now = app.ask("PUT", "/api/fraud/rules").json(wanted).token(admin).send().ok().json();
    assertThat(now.get("version").asInt()).isEqualTo(1);
    JsonNode file = app.get("/api/fraud/case?id=away").token(admin).send().ok().json();
    assertThat(file.at("/payment/risk").asString()).isNotEqualTo("medium");
    assertThat(file.at("/payment/state").asString()).isEqualTo("none");
    JsonNode history = app.get("/api/fraud/rules/history").token(admin).send().ok().json();
    assertThat(history.at("/forms/0/note").asString()).isEqualTo("planes");
  }

  private static boolean holdsText(Path folder, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, byte[] wanted) {
    try {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      return content.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
