package io.vitrine.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.LiveApp;
import io.vitrine.experiments.stats.Proportion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Given events, what is recommended over HTTP. */
class RecommendationsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
  private static final String JUNE = "{\"period\":{\"from\":\"2026-06-02\",\"to\":\"2026-06-29\"}";

  @TempDir Path data;
  private final List<String> events = new ArrayList<>();

  private void event(String type, String visitor, Instant at, String more) {
    events.add(
        "{\"id\":\"%d\",\"type\":\"%s\",\"visitor_id\":\"%s\",\"timestamp\":\"%s\"%s}"
            .formatted(events.size(), type, visitor, at, more));
  }

  /** One session with a look at a product, and every so manieth time an order of 50 EUR. */
  private void sessions(LocalDate day, String device, int count, int every) {
    for (int i = 0; i < count; i++) {
      Instant at = day.atTime(12, 0).plusSeconds(i).toInstant(ZoneOffset.UTC);
      String visitor = device + day + i;
      String agent = ",\"device\":\"%s\"".formatted(device);
      event("product_view", visitor, at, ",\"product_id\":\"lamp\"" + agent);
      if (i % every == 0) {
        event(
            "purchase",
            visitor,
            at.plusSeconds(1),
            ",\"order_id\":\"o-%s\",\"amount\":50,\"currency\":\"EUR\",\"product_id\":\"lamp\"%s"
                .formatted(visitor, agent));
      }
    }
  }

  private static JsonNode ask(LiveApp app, String more) {
    return app.post("/api/shop/recommendations", JUNE + more + "}")
        .token(app.admin())
        .send()
        .ok()
        .json();
  }

  private static List<String> codes(JsonNode found) {
    List<String> codes = new ArrayList<>();
    found.get("recommendations").forEach(one -> codes.add(one.get("code").asString()));
    return codes;
  }

  /**
   * 28 days with 20 sessions on computers (4 buy) and 20 on phones (1 buys): 560 sessions each, 112
   * and 28 purchases. On phones 560 x (0.2 - 0.05) x 50 EUR are missing; the half width is 560 x 50
   * x 1.96 x sqrt(0.05 x 0.95 / 560 + 0.2 x 0.8 / 560).
   */
  @Test
  void aGapBetweenDevicesIsToldWithWhatItCosts() {
    for (LocalDate day = TODAY.minusDays(29); day.isBefore(TODAY); day = day.plusDays(1)) {
      sessions(day, "desktop", 20, 5);
      sessions(day, "phone", 20, 20);
    }
    try (LiveApp app = LiveApp.start(data, NOON)) {
      assertThat(codes(ask(app, ""))).isEmpty();
      app.post("/api/events", String.join("\n", events)).token(app.admin()).send().ok();
      JsonNode found = ask(app, "");
      assertThat(codes(found)).containsExactly("device_gap");
      JsonNode gap = found.get("recommendations").get(0);
      assertThat(gap.get("params").get("name").asString()).isEqualTo("phone");
      assertThat(gap.get("params").get("rate").asDouble()).isCloseTo(0.05, within(1e-9));
      assertThat(gap.get("params").get("other").asDouble()).isCloseTo(0.2, within(1e-9));
      double each = 560 * 50.0;
      double reach = each * 1.959964 * Math.sqrt(0.05 * 0.95 / 560 + 0.2 * 0.8 / 560);
      JsonNode effect = gap.get("effect");
      assertThat(effect.get("expected").asDouble()).isCloseTo(each * 0.15, within(1e-6));
      assertThat(effect.get("low").asDouble()).isCloseTo(each * 0.15 - reach, within(0.01));
      assertThat(effect.get("high").asDouble()).isCloseTo(each * 0.15 + reach, within(0.01));
      assertThat(effect.get("method").asString()).isEqualTo("difference_of_rates");
      assertThat(gap.get("question").get("by").get(0).asString()).isEqualTo("device");
      String phones = ",\"filters\":[{\"field\":\"device\",\"op\":\"is\",\"values\":[\"phone\"]}]";
      assertThat(codes(ask(app, phones))).isEmpty();
      var instants =
          app.post(
                  "/api/shop/recommendations",
                  "{\"period\":{\"start\":\"2026-06-02T00:00:00Z\",\"end\":\"2026-06-03T00:00:00Z\"}}")
              .token(app.admin())
              .send();
      assertThat(instants.status()).isEqualTo(400);
      assertThat(instants.code()).isEqualTo("recommendation_period");
    }
  }

  /** Of p values 0.001, 0.03 and 0.9 only the first is below 0.05 x rank / 3. */
  @Test
  void manyComparisonsAreCorrectedForTheirNumber() {
    Proportion rest = new Proportion(200, 2_000);
    Gap clear = new Gap(0, new Proportion(60, 1_000), rest);
    Gap doubtful = new Gap(1, new Proportion(77, 1_000), rest);
    Gap none = new Gap(2, new Proportion(100, 1_000), rest);
    Gap better = new Gap(3, new Proportion(200, 1_000), rest);
    assertThat(Gap.lower(List.of(doubtful))).containsExactly(doubtful);
    assertThat(Gap.lower(List.of(none, doubtful, clear, none, none, none))).containsExactly(clear);
    assertThat(Gap.lower(List.of(better))).isEmpty();
  }
}
