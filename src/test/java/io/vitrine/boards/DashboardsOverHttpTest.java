package io.vitrine.boards;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People arrange charts on dashboards, share them, and show them on other sites by a link. */
class DashboardsOverHttpTest {

  private static final String DASHBOARDS = "/api/shop/dashboards";
  private static final String READY = DASHBOARDS + "/00000000-0000-4000-8000-000000000001";
  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-10T10:00:00Z"));

  @TempDir static Path data;
  private static LiveApp app;

  @BeforeAll
  static void start() {
    app = LiveApp.start(data, CLOCK);
    String key = app.key("ingest");
    String day = "2026-04-08T10:0";
    app.post(
            "/api/events",
            """
            [{"id":"1","type":"product_view","visitor_id":"a","timestamp":"%s0:00Z","product_id":"p"},
             {"id":"2","type":"purchase","visitor_id":"a","timestamp":"%s1:00Z","order_id":"o",
              "product_id":"p","quantity":2,"price":10.5,"currency":"EUR"},
             {"id":"3","type":"product_view","visitor_id":"b","timestamp":"%s2:00Z","product_id":"q"}]
            """
                .formatted(day, day, day))
        .token(key)
        .send()
        .ok();
    app.person("zoe", "analyst");
    app.person("max", "analyst");
    app.person("vi", "viewer");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void theReadyDashboardShowsWhatTheShopHasFiguresOf() {
    JsonNode ready = app.get(READY).token(as("vi")).send().ok().json();
    assertThat(ready.get("ready").asBoolean()).isTrue();
    assertThat(ready.get("may_change").asBoolean()).isFalse();
    assertThat(ready.get("tiles").toString())
        .contains("\"revenue\"", "\"funnel\"", "\"heatmap\"")
        .doesNotContain("\"errors\"");
    Reply refused = app.ask("PUT", READY).json("{\"name\":\"x\"}").token(app.admin()).send();
    assertThat(refused.code()).isEqualTo("ready_dashboard");
  }

  @Test
  void aCopyOfTheReadyOneCanBeArranged() {
    JsonNode copy =
        app.post(READY + "/copy", "{\"name\":\"Mine\"}").token(as("max")).send().ok().json();
    assertThat(copy.get("own").asBoolean()).isTrue();
    JsonNode chart = copy.get("tiles").get(0).get("chart");
    String id = copy.get("id").asString();
    String tiles =
        "[{\"id\":\"n\",\"kind\":\"note\",\"width\":12,\"height\":1,\"text\":\" Week \"},"
            + "{\"id\":\"c\",\"kind\":\"chart\",\"width\":6,\"height\":3,\"chart\":\"%s\"}]"
                .formatted(chart.get("id").asString());
    JsonNode changed =
        app.ask("PUT", DASHBOARDS + "/" + id)
            .json("{\"name\":\"Mine\",\"period\":\"last_7_days\",\"tiles\":" + tiles + "}")
            .token(as("max"))
            .send()
            .ok()
            .json();
    assertThat(changed.get("tiles").get(0).get("text").asString()).isEqualTo("Week");
    assertThat(changed.get("tiles").get(1).get("chart").get("plan")).isEqualTo(chart.get("plan"));
    assertThat(changed.get("period").asString()).isEqualTo("last_7_days");
    assertThat(app.get(DASHBOARDS + "/" + id).token(as("zoe")).send().status()).isEqualTo(404);
  }

  @Test
  void aSharedDashboardShowsEvenChartsThatAreNotSharedAndSaysWhichAreGone() {
    String chart = chart("Secret recipe");
    String id = dashboard("Ours", chart, true);
    JsonNode seen = app.get(DASHBOARDS + "/" + id).token(as("vi")).send().ok().json();
    assertThat(seen.get("tiles").get(0).get("chart").get("name").asString())
        .isEqualTo("Secret recipe");
    assertThat(seen.get("may_change").asBoolean()).isFalse();
    app.ask("DELETE", "/api/shop/charts/" + chart).token(as("zoe")).send().ok();
    JsonNode later = app.get(DASHBOARDS + "/" + id).token(as("vi")).send().ok().json();
    assertThat(later.get("tiles").get(0).get("kind").asString()).isEqualTo("chart");
    assertThat(later.get("tiles").get(0).get("chart").isNull()).isTrue();
  }

  @Test
  void whatIsNotWholeOrNotOnesOwnIsRefused() {
    String hidden = chart("Hidden");
    assertThat(add(as("max"), "Steals", hidden, false).code()).isEqualTo("chart_absent");
    assertThat(add(as("zoe"), " ", hidden, false).code()).isEqualTo("field_missing");
    Reply narrow =
        app.post(
                DASHBOARDS,
                "{\"name\":\"x\",\"tiles\":[{\"id\":\"a\",\"kind\":\"note\",\"width\":2,\"height\":1}]}")
            .token(as("zoe"))
            .send();
    assertThat(narrow.json().get("detail").asString())
        .isEqualTo("a tile's width is 3 to 12, not 2");
  }

  @Test
  void aLinkShowsItsDashboardAndNothingElseUntilItEnds() {
    String id = dashboard("For the blog", chart("Revenue"), false);
    JsonNode made = embed(id, "[\"blog.example\",\"http://localhost:3000\"]", 2).ok().json();
    String path = made.get("path").asString();
    JsonNode shown = app.get("/api" + path).send().ok().json();
    assertThat(shown.get("name").asString()).isEqualTo("For the blog");
    JsonNode main = shown.get("tiles").get(0).get("main");
    assertThat(main.get("rows").size()).isEqualTo(1);
    assertThat(main.get("rows").get(0).get(0).asString()).isEqualTo("Direct");
    assertThat(main.get("rows").get(0).get(1).asDouble()).isEqualTo(21);
    CLOCK.move(Duration.ofDays(3));
    assertThat(app.get("/api" + path).send().code()).isEqualTo("embed_ended");
    assertThat(app.get(path).send().header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'");
  }

  @Test
  void onlyTheHostsNamedMayFrameItAndEverythingElseStaysOutOfFrames() {
    String id = dashboard("Framed", chart("Revenue"), false);
    JsonNode made = embed(id, "[\"blog.example\",\"http://localhost:3000\"]", 2).ok().json();
    Reply page = app.get(made.get("path").asString()).send();
    assertThat(page.header("Content-Security-Policy"))
        .contains("frame-ancestors https://blog.example http://localhost:3000;")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Frame-Options")).isEmpty();
    for (String other : new String[] {"/", "/shop/dashboards", "/embed/forged.token"}) {
      Reply refused = app.get(other).send();
      assertThat(refused.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
      assertThat(refused.header("X-Frame-Options")).isEqualTo("DENY");
    }
  }

  @Test
  void aRevokedOrForgedLinkShowsNothing() {
    String id = dashboard("Revoked", chart("Revenue"), false);
    JsonNode made = embed(id, "[\"blog.example\"]", 2).ok().json();
    String path = made.get("path").asString();
    app.get("/api" + path).send().ok();
    String revoke = DASHBOARDS + "/" + id + "/embeds/" + made.get("id").asString();
    assertThat(app.ask("DELETE", revoke).token(as("max")).send().status()).isEqualTo(404);
    app.ask("DELETE", revoke).token(as("zoe")).send().ok();
    assertThat(app.get("/api" + path).send().code()).isEqualTo("embed_ended");
    String forged = path.substring(0, path.length() - 3) + "AAA";
    assertThat(app.get("/api" + forged).send().code()).isEqualTo("embed_ended");
    assertThat(app.get("/api/embed/" + UUID.randomUUID()).send().status()).isEqualTo(404);
  }

  @Test
  void hostsThatCouldWidenThePolicyAreRefused() {
    String id = dashboard("Hosts", chart("Revenue"), false);
    for (String host : new String[] {"*", "a.example; script-src *", "'self'", "javascript:x"}) {
      Reply refused = embed(id, "[\"" + host + "\"]", 2);
      assertThat(refused.code()).as(host).isEqualTo("embed_host");
    }
    assertThat(embed(id, "[]", 2).code()).isEqualTo("embed_hosts");
    assertThat(embed(id, "[\"a.example\"]", 0).code()).isEqualTo("embed_days");
  }

  private static Reply embed(String dashboard, String hosts, int days) {
    return app.post(
            DASHBOARDS + "/" + dashboard + "/embeds",
            "{\"hosts\":" + hosts + ",\"days\":" + days + "}")
        .token(as("zoe"))
        .send();
  }

  /** Tokens end while the clock moves. */
  private static String as(String person) {
    return app.token(person, LiveApp.PASSWORD);
  }

  private static String chart(String name) {
    return app.post(
            "/api/shop/charts",
            "{\"name\":\"%s\",\"plan\":{\"drawing\":\"bar\",\"metrics\":[\"revenue\"],\"by\":[\"channel\"]}}"
                .formatted(name))
        .token(as("zoe"))
        .send()
        .ok()
        .json()
        .get("id")
        .asString();
  }

  private static String dashboard(String name, String chart, boolean shared) {
    return add(as("zoe"), name, chart, shared).ok().json().get("id").asString();
  }

  private static Reply add(String token, String name, String chart, boolean shared) {
    String tile =
        "{\"id\":\"a\",\"kind\":\"chart\",\"width\":6,\"height\":3,\"chart\":\"%s\"}"
            .formatted(chart);
    return app.post(
            DASHBOARDS,
            "{\"name\":\"%s\",\"shared\":%s,\"tiles\":[%s]}".formatted(name, shared, tile))
        .token(token)
        .send();
  }
}
