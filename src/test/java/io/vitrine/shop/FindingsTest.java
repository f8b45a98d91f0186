package io.vitrine.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Given events, what the shop is told over HTTP. */
class FindingsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final LocalDate SPIKE = LocalDate.of(2026, 6, 20);
  private static final LocalDate LUCKY = LocalDate.of(2026, 6, 10);
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path data;
  private final List<String> events = new ArrayList<>();

  private void event(String type, String visitor, Instant at, String more) {
    events.add(
        "{\"id\":\"%s-%d\",\"type\":\"%s\",\"visitor_id\":\"%s\",\"timestamp\":\"%s\"%s}"
            .formatted(type, events.size(), type, visitor, at, more));
  }

  private void order(String visitor, Instant at) {
    event(
        "purchase",
        visitor,
        at,
        ",\"order_id\":\"o-%s\",\"amount\":10,\"currency\":\"EUR\"".formatted(visitor));
  }

  private static Instant at(LocalDate day, int second) {
    return day.atTime(12, 0).plusSeconds(second).toInstant(ZoneOffset.UTC);
  }

  private JsonNode ask(LiveApp app, String path) {
    String token = app.admin();
    JsonNode receipt =
        app.post("/api/events", String.join("\n", events)).token(token).send().ok().json();
    assertThat(receipt.get("accepted").asInt()).isEqualTo(events.size());
    return app.get(path).token(token).send().ok().json();
  }

  /** Four orders a day, seven on a lucky one, forty on the day that something happened. */
  @Test
  void aDayIsStrangeBeyondChanceAlone() {
    for (LocalDate day = TODAY.minusDays(90); day.isBefore(TODAY); day = day.plusDays(1)) {
      int orders = day.equals(SPIKE) ? 40 : day.equals(LUCKY) ? 7 : 4;
      for (int i = 0; i < orders; i++) {
        order(day + "-" + i, at(day, i));
      }
    }
    try (LiveApp app = LiveApp.start(data, NOON)) {
      JsonNode found = ask(app, "/api/shop/insights?from=2026-06-01&to=2026-06-30");
      List<String> strange = new ArrayList<>();
      for (JsonNode finding : found.get("insights")) {
        if (finding.get("code").asString().equals("anomaly_day")) {
          JsonNode params = finding.get("params");
          strange.add(params.get("metric").asString() + " " + params.get("day").asString());
          if (params.get("metric").asString().equals("revenue")) {
            assertThat(params.get("value").asDouble()).isEqualTo(400);
            assertThat(params.get("expected").asDouble()).isEqualTo(40);
          }
        }
      }
      assertThat(strange).containsExactlyInAnyOrder("revenue " + SPIKE, "visitors " + SPIKE);
    }
  }

  /**
   * 10 of 40 bought under control, 20 of 40 under treatment: twice as many, and by Katz' formula
   * the interval is 2 / exp(1.959964 sqrt(0.1)) - 1 to 2 exp(1.959964 sqrt(0.1)) - 1.
   */
  @Test
  void aRunningExperimentIsToldWithItsInterval() {
    for (int i = 0; i < 80; i++) {
      String variant = i < 40 ? "control" : "treatment";
      String shown = ",\"experiment\":\"button\",\"variant\":\"%s\"".formatted(variant);
      event("exposure", "v" + i, at(TODAY.minusDays(3), i), shown);
      if (i < 10 || i >= 60) {
        order("v" + i, at(TODAY.minusDays(2), i));
      }
    }
    try (LiveApp app = LiveApp.start(data, NOON)) {
      JsonNode running = ask(app, "/api/experiments/running").get("experiments");
      assertThat(running).hasSize(1);
      JsonNode button = running.get(0);
      assertThat(button.get("key").asString()).isEqualTo("button");
      assertThat(button.get("variants").get(0).get("name").asString()).isEqualTo("control");
      assertThat(button.get("variants").get(0).get("converted").asInt()).isEqualTo(10);
      assertThat(button.get("variants").get(1).get("converted").asInt()).isEqualTo(20);
      assertThat(button.get("lift").asDouble()).isCloseTo(1, within(1e-9));
      assertThat(button.get("low").asDouble()).isCloseTo(0.0761, within(5e-4));
      assertThat(button.get("high").asDouble()).isCloseTo(2.7170, within(5e-4));
      assertThat(button.get("srm_p_value").asDouble()).isEqualTo(1);
      assertThat(button.get("crossovers").asInt()).isZero();
    }
  }

  /** Started a hundred days ago, three quarters control; what was shown before does not count. */
  @Test
  void aRunningExperimentIsToldFromItsStartOn() {
    try (LiveApp app = LiveApp.start(data, Clock.offset(NOON, Duration.ofDays(-100)))) {
      app.ask("PUT", "/api/experiments/slow")
          .json(
              "{\"name\": \"Slow one\", \"variants\": [{\"name\": \"old\", \"share\": 3}, {\"name\": \"new\"}]}")
          .token(app.admin())
          .send()
          .ok();
      app.post("/api/experiments/slow/start", "{}").token(app.admin()).send().ok();
    }
    for (int i = 0; i < 40; i++) {
      LocalDate day = TODAY.minusDays(i < 20 ? 110 : 95);
      String variant = i % 4 == 0 ? "new" : "old";
      String shown = ",\"experiment\":\"slow\",\"variant\":\"%s\"".formatted(variant);
      event("exposure", "v" + i, at(day, i), shown);
    }
    try (LiveApp app = LiveApp.start(data, NOON)) {
      JsonNode slow = ask(app, "/api/experiments/running").get("experiments").get(0);
      assertThat(slow.get("name").asString()).isEqualTo("Slow one");
      assertThat(slow.get("days").asInt()).isEqualTo(95);
      assertThat(slow.get("variants").get(0).get("name").asString()).isEqualTo("old");
      assertThat(slow.get("variants").get(0).get("visitors").asInt()).isEqualTo(15);
      assertThat(slow.get("variants").get(1).get("visitors").asInt()).isEqualTo(5);
      assertThat(slow.get("srm_p_value").asDouble()).as("as it was planned").isEqualTo(1);
      app.post("/api/experiments/slow/stop", "{}").token(app.admin()).send().ok();
      JsonNode left = app.get("/api/experiments/running").token(app.admin()).send().ok().json();
      assertThat(left.get("experiments")).isEmpty();
    }
  }
}
