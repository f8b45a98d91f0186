package io.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Over HTTP: whose budget a request is counted against, and how blocks are seen and lifted. */
class RateLimitTest {

  private static final String HAMMER = "198.51.100.7";
  private static final String ANOTHER = "203.0.113.9";

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  @TempDir static Path data;
  private static LiveApp app;

  @BeforeAll
  static void start() {
    app =
        LiveApp.start(
            data,
            CLOCK,
            "vitrine.limits.requests-per-minute=30",
            "vitrine.limits.signed-in-per-minute=40",
            "vitrine.limits.page-files-per-minute=50",
            "vitrine.limits.events-per-minute=10");
  }

  /** Every test begins with whole budgets. */
  @BeforeEach
  void waitUntilAllIsForgiven() {
    CLOCK.move(Duration.ofMinutes(16));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void anAddressThatAsksTooMuchIsToldWhenToComeBack() {
    Reply first = site(HAMMER);
    assertThat(first.header("RateLimit-Limit")).isEqualTo("30");
    assertThat(first.header("RateLimit-Remaining")).isEqualTo("29");
    assertThat(first.header("RateLimit-Reset")).isEqualTo("2");
    for (int i = 1; i < 30; i++) {
      assertThat(site(HAMMER).status()).isEqualTo(200);
    }
    Reply refused = site(HAMMER);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_requests");
    assertThat(refused.header("Retry-After")).isEqualTo("15");
    assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(site(ANOTHER).status()).isEqualTo(200);
    assertThat(app.get("/none.js").from(HAMMER).send().status()).isEqualTo(404);
    assertThat(app.get("/health/live").from(HAMMER).send().status()).isEqualTo(200);
    CLOCK.move(Duration.ofSeconds(15));
    assertThat(site(HAMMER).status()).isEqualTo(200);
  }

  @Test
  void inventedTokensAndAddressesBuyNoBudget() {
    for (int i = 0; i < 30; i++) {
      app.get("/api/site").token("vi_invented" + i).from("10.0.0." + i + ", " + HAMMER).send();
    }
    assertThat(app.get("/api/site").token("vi_new").from(HAMMER).status()).isEqualTo(429);
    assertThat(app.get("/%61pi/s%69te").from(HAMMER).status())
        .as("another spelling of the path")
        .isEqualTo(429);
    assertThat(site(HAMMER + ":4711").status()).as("a proxy that names ports").isEqualTo(429);
    assertThat(site("[2001:db8::7]:4711").status()).isEqualTo(200);
  }

  @Test
  void peopleBehindOneAddressDoNotBlockEachOther() {
    String one = app.person("one", "viewer");
    String two = app.person("two", "viewer");
    CLOCK.move(Duration.ofMinutes(2));
    for (int i = 0; i < 40; i++) {
      assertThat(me(one, HAMMER)).isEqualTo(200);
    }
    assertThat(me(one, HAMMER)).isEqualTo(429);
    assertThat(me(one, ANOTHER)).as("wherever the person is").isEqualTo(429);
    assertThat(me(two, HAMMER)).isEqualTo(200);
    assertThat(site(HAMMER).status()).isEqualTo(200);
  }

  @Test
  void filesOfThePagesHaveTheirOwnBudget() {
    for (int i = 0; i < 50; i++) {
      app.get("/assets/none.js").from(HAMMER).send();
    }
    assertThat(app.get("/assets/none.js").from(HAMMER).status()).isEqualTo(429);
    assertThat(site(HAMMER).status()).isEqualTo(200);
  }

  @Test
  void aKeyThatSentTooManyEventsWaitsUntilTheyAreMadeUpFor() {
    String key = app.key("ingest");
    String event = "{\"type\":\"log\",\"message\":\"m\"}";
    Reply many =
        app.post("/api/events", "[" + (event + ",").repeat(14) + event + "]").token(key).send();
    assertThat(many.ok().json().get("accepted").asInt()).isEqualTo(15);
    Reply refused = app.post("/api/events", event).token(key).send();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(30, 37);
    CLOCK.move(Duration.ofSeconds(37));
    app.post("/api/events", event).token(key).send().ok();
  }

  @Test
  void aModeratorSeesBlocksAndLiftsThem() {
    String moderator = app.person("mod", "moderator");
    String analyst = app.person("ana", "analyst");
    CLOCK.move(Duration.ofMinutes(2));
    for (int i = 0; i < 35; i++) {
      site(HAMMER);
    }
    for (int i = 0; i < 6; i++) {
      app.post("/api/auth/login", "{\"username\":\"Root\",\"password\":\"guess\"}")
          .from(ANOTHER)
          .send();
    }
    assertThat(app.get("/api/security/blocks").token(analyst).status()).isEqualTo(403);
    JsonNode page = app.get("/api/security/blocks").token(moderator).send().ok().json();
    assertThat(page.get("total").asInt()).isEqualTo(2);
    JsonNode hammer = page.get("blocks").get(0);
    assertThat(hammer.get("kind").asString()).isEqualTo("address");
    assertThat(hammer.get("client").asString()).isEqualTo(HAMMER);
    assertThat(hammer.get("budget").asString()).isEqualTo("api");
    assertThat(hammer.get("refused").asInt()).isEqualTo(4);
    JsonNode guesser = page.get("blocks").get(1);
    assertThat(guesser.get("client").asString()).isEqualTo(ANOTHER + " root");
    assertThat(guesser.get("budget").asString()).isEqualTo("wrong_passwords");
    for (JsonNode block : page.get("blocks")) {
      assertThat(lift(block, moderator)).isEqualTo(204);
      assertThat(lift(block, moderator)).isEqualTo(404);
    }
    assertThat(site(HAMMER).status()).isEqualTo(200);
    assertThat(app.get("/api/audit?act=block_lifted").token(app.admin()).send().text())
        .contains(HAMMER, ANOTHER, "\"actor\":\"mod\"");
  }

  private int lift(JsonNode block, String token) {
    return app.ask("DELETE", "/api/security/blocks/" + block.get("id").asString())
        .token(token)
        .status();
  }

  private Reply site(String address) {
    return app.get("/api/site").from(address).send();
  }

  private int me(String token, String address) {
    return app.get("/api/auth/me").token(token).from(address).status();
  }
}
