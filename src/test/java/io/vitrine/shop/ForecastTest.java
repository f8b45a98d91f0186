package io.vitrine.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.LiveApp;
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

/** Given events, what the next days are said to bring over HTTP. */
class ForecastTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final LocalDate SPIKE = LocalDate.of(2026, 6, 20);
  private static final int HISTORY = 120;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path data;
  private final List<String> events = new ArrayList<>();

  /** The first two orders of a day are of people who come every forty days. */
  private void order(LocalDate day, int number, String channel) {
    String visitor =
        number < 2 ? number + "-" + day.toEpochDay() % 40 : number + "-" + day.toEpochDay();
    events.add(
        "{\"id\":\"%1$s-%2$d\",\"type\":\"purchase\",\"visitor_id\":\"%5$s\",\"timestamp\":\"%3$s\",\"order_id\":\"o-%1$s-%2$d\",\"amount\":10,\"currency\":\"EUR\",\"channel\":\"%4$s\"}"
            .formatted(
                day,
                number,
                day.atTime(12, 0).plusSeconds(number).toInstant(ZoneOffset.UTC),
                channel,
                visitor));
  }

  /** Two orders on Mondays, three on Tuesdays and so on to eight on Sundays. */
  private static int orders(LocalDate day) {
    return day.getDayOfWeek().getValue() + 1;
  }

  private void history(int days) {
    for (LocalDate day = TODAY.minusDays(days); day.isBefore(TODAY); day = day.plusDays(1)) {
      int count = day.equals(SPIKE) ? 60 : orders(day);
      for (int i = 0; i < count; i++) {
        order(day, i, i == 0 ? "Email" : "Direct");
      }
    }
  }

  private void send(LiveApp app) {
    app.post("/api/events", String.join("\n", events)).token(app.admin()).send().ok();
  }

  private static JsonNode ask(LiveApp app, String body) {
    return app.post("/api/shop/forecast", body).token(app.admin()).send().ok().json();
  }

  @Test
  void theWeekGoesOnAndTheStrangeDayIsTold() {
    history(HISTORY);
    try (LiveApp app = LiveApp.start(data, NOON)) {
      send(app);
      JsonNode forecast = ask(app, "{\"metric\":\"revenue\",\"days\":14}");
      assertThat(forecast.get("unit").asString()).isEqualTo("money");
      assertThat(forecast.get("history")).hasSize(HISTORY - 1);
      assertThat(forecast.get("scores")).hasSize(7);
      assertThat(forecast.get("days")).hasSize(14);
      assertThat(forecast.get("days").get(0).get("day").asString()).isEqualTo("2026-06-30");
      for (JsonNode day : forecast.get("days")) {
        int truth = 10 * orders(LocalDate.parse(day.get("day").asString()));
        assertThat(day.get("low95").asDouble()).isLessThanOrEqualTo(truth + 1.0);
        assertThat(day.get("high95").asDouble()).isGreaterThanOrEqualTo(truth - 1.0);
        assertThat(day.get("low95").asDouble()).isNotNegative();
      }
      assertThat(forecast.get("strange")).hasSize(1);
      JsonNode strange = forecast.get("strange").get(0);
      assertThat(strange.get("day").asString()).isEqualTo(SPIKE.toString());
      assertThat(strange.get("value").asDouble()).isEqualTo(600);
      assertThat(strange.get("expected").asDouble()).isEqualTo(70);
      assertThatAFilterHolds(app);
      assertThatBuyersAreKnown(app);
    }
  }

  /** 119 whole days: 80 people came on two or three of them, all others once. */
  private void assertThatBuyersAreKnown(LiveApp app) {
    JsonNode lifetime = app.post("/api/shop/lifetime", "{}").token(app.admin()).send().ok().json();
    long orders = (long) events.size() - orders(TODAY.minusDays(HISTORY));
    long once = orders - 2L * (HISTORY - 1);
    assertThat(lifetime.get("buyers").asLong()).isEqualTo(once + 80);
    assertThat(lifetime.get("repeaters").asLong()).isEqualTo(80);
    assertThat(lifetime.get("new_buyer").get("mean_order").asDouble()).isCloseTo(10, within(0.1));
    double buyers = 0;
    double value = 0;
    for (JsonNode segment : lifetime.get("segments")) {
      buyers += segment.get("buyers").asDouble();
      value += segment.get("ahead").get(1).get("value").asDouble();
    }
    assertThat(buyers).isEqualTo(once + 80.0);
    JsonNode ahead = lifetime.get("ahead").get(1);
    assertThat(ahead.get("days").asInt()).isEqualTo(90);
    assertThat(value).isCloseTo(ahead.get("value").asDouble(), within(1e-6));
    assertThat(lifetime.get("test").isNull()).isTrue();
  }

  private static void assertThatAFilterHolds(LiveApp app) {
    String filter = "\"filters\":[{\"field\":\"channel\",\"op\":\"is\",\"values\":[\"Email\"]}]";
    JsonNode forecast = ask(app, "{\"metric\":\"orders\",\"days\":7," + filter + "}");
    for (JsonNode day : forecast.get("days")) {
      assertThat(day.get("expected").asDouble()).isCloseTo(1, within(1e-6));
    }
    assertThat(forecast.get("total").get("expected").asDouble()).isCloseTo(7, within(1e-6));
  }

  @Test
  void whatCannotBeForetoldIsRefusedWithItsRule() {
    history(40);
    try (LiveApp app = LiveApp.start(data, NOON)) {
      assertRefused(app, "{\"metric\":\"revenue\"}", 409, "the shop has 0");
      send(app);
      assertRefused(
          app,
          "{\"metric\":\"revenue\"}",
          409,
          "needs 105 whole days of history, to test itself on them; the shop has 39");
      var tooFew = app.post("/api/shop/lifetime", "{}").token(app.admin()).send();
      assertThat(tooFew.status()).isEqualTo(409);
      assertThat(tooFew.code()).isEqualTo("lifetime_history");
      assertRefused(app, "{\"metric\":\"aov\"}", 400, "not of aov");
      assertRefused(app, "{\"metric\":\"orders\",\"days\":29}", 400, "1 to 28 days long, not 29");
    }
  }

  private static void assertRefused(LiveApp app, String body, int status, String why) {
    var reply = app.post("/api/shop/forecast", body).token(app.admin()).send();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().get("detail").asString()).contains(why);
  }
}
