package io.vitrine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is tried against the product and against the shop becomes findings, and people decide. */
class SecurityTest {

  @TempDir static Path data;
  private static LiveApp app;
  private static String token;
  private static String key;

  @BeforeAll
  static void start() {
    app = LiveApp.start(data);
    token = app.admin();
    key = app.key("ingest");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static List<JsonNode> findings(String query) {
    JsonNode list =
        app.get("/api/security/findings?limit=500&" + query)
            .token(token)
            .send()
            .ok()
            .json()
            .get("findings");
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  /** The inspection follows within a second or two. */
  private static List<JsonNode> await(String query, int least) {
    Instant end = Instant.now().plusSeconds(60);
    List<JsonNode> found = findings(query);
    while (found.size() < least && Instant.now().isBefore(end)) {
      sleep();
      found = findings(query);
    }
    assertThat(found).as(query).hasSizeGreaterThanOrEqualTo(least);
    return found;
  }

  @SuppressWarnings("ThreadSleep")
  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void anAttackOnTheProductIsAFindingWithItsEvidence() {
    app.get("/api/search?q=" + encoded("1' UNION SELECT password FROM users--"))
        .token(token)
        .from("203.0.113.7")
        .header("User-Agent", "a browser")
        .send();
    JsonNode finding = await("kind=sql_injection&address=203.0.113.7", 1).getFirst();
    assertThat(finding.get("severity").asString()).isEqualTo("critical");
    assertThat(finding.get("category").asString()).isEqualTo("injection");
    assertThat(finding.get("place").asString()).isEqualTo("query:q");
    assertThat(finding.get("evidence").asString()).contains("UNION SELECT");
    assertThat(finding.get("origin").asString()).isEqualTo("product");
    assertThat(finding.get("target").asString()).isEqualTo("GET /api/search");
    assertThat(finding.get("user").asString()).isEqualTo("root");
    assertThat(finding.get("agent").asString()).isEqualTo("a browser");
    assertThat(finding.get("state").asString()).isEqualTo("open");
  }

  @Test
  void whoHidesLettersOfAPathIsSeenAtThePathItself() {
    app.get("/%61pi/site").from("203.0.113.44").send().ok();
    JsonNode finding = await("kind=protocol_abuse&address=203.0.113.44", 1).getFirst();
    assertThat(finding.get("rule").asString()).isEqualTo("letters-hidden-in-path");
    assertThat(finding.get("target").asString()).isEqualTo("GET /api/site");
    assertThat(finding.get("evidence").asString()).isEqualTo("/%61pi/site");
  }

  @Test
  void theSameAttackAgainIsTheSameFinding() {
    for (int i = 0; i < 5; i++) {
      app.get("/api/values?q=" + encoded("<script>alert(" + i + ")</script>"))
          .from("203.0.113.8")
          .send();
    }
    app.get("/x-last?q=" + encoded("../../etc/passwd")).from("203.0.113.8").send();
    await("kind=path_traversal&address=203.0.113.8", 1);
    List<JsonNode> same = findings("kind=cross_site_scripting&address=203.0.113.8");
    assertThat(same).hasSize(1);
    assertThat(same.getFirst().get("count").asInt()).isEqualTo(5);
  }

  @Test
  void bodiesAndCookiesAndWhatNobodyReadIsLookedAt() {
    app.post("/api/auth/login", "{\"username\":{\"$ne\":null},\"password\":{\"$gt\":\"\"}}")
        .from("203.0.113.9")
        .send();
    app.get("/")
        .header("Cookie", "theme=%3Cscript%3Ealert(1)%3C/script%3E")
        .from("203.0.113.10")
        .send();
    app.ask("POST", "/api/users")
        .json("{\"username\":\"x'; DROP TABLE users;--\"}")
        .from("203.0.113.11")
        .send();
    app.ask("POST", "/api/query")
        .json("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")
        .header("Content-Type", "application/xml")
        .token(token)
        .from("203.0.113.13")
        .send();
    await("kind=nosql_injection&address=203.0.113.9", 1);
    await("kind=xml_external_entity&address=203.0.113.13", 1);
    assertThat(
            await("kind=cross_site_scripting&address=203.0.113.10", 1)
                .getFirst()
                .get("place")
                .asString())
        .isEqualTo("cookie:theme");
    assertThat(await("kind=sql_injection&address=203.0.113.11", 1).getFirst().get("status").asInt())
        .isEqualTo(401);
  }

  @Test
  void aBodyThatComesBehindItsHeadIsSeenWhereNobodyReadsIt() throws IOException {
    byte[] body = "{\"query\":\"{__schema{types{name}}}\"}".getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /graphql HTTP/1.1\r\nHost: shop\r\nX-Forwarded-For: 203.0.113.60\r\n"
            + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      sleep();
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(reply).startsWith("HTTP/1.1 4");
    }
    JsonNode finding = await("kind=graphql_abuse&address=203.0.113.60", 1).getFirst();
    assertThat(finding.get("evidence").asString()).contains("__schema");
  }

  @Test
  void anAttackBehindALongBodyIsSeen() {
    String name = "a".repeat(300_000);
    String body =
        "{\"username\":\"" + name + "\",\"email\":\"1' union select password from users--\"}";
    app.ask("POST", "/api/users").json(body).token(token).from("203.0.113.61").send();
    assertThat(
            await("kind=sql_injection&address=203.0.113.61", 1).getFirst().get("place").asString())
        .isEqualTo("body:email");
  }

  @Test
  void passwordsAreInNoFinding() {
    app.post("/api/auth/login", "{\"username\":\"mallory\",\"password\":\"x' or '1'='1\"}")
        .from("203.0.113.12")
        .send();
    JsonNode finding = await("kind=sql_injection&address=203.0.113.12", 1).getFirst();
    assertThat(finding.get("sample").asString()).isEqualTo("(hidden)");
    assertThat(finding.toString()).doesNotContain("'1'='1");
    assertThat(finding.get("user").asString()).isEqualTo("mallory");
  }

  @Test
  void ordinaryUseIsNoFinding() {
    for (String path :
        List.of(
            "/",
            "/traffic",
            "/api/site",
            "/api/search?q=" + encoded("O'Brien select a union"),
            "/api/users?q=anna",
            "/api/shop/kpis?from=2026-01-01&to=2026-01-31",
            "/api/security/summary")) {
      app.get(path).token(token).from("198.51.100.1").send();
    }
    app.post("/api/sql", "{\"sql\":\"select 1 union select 2\"}")
        .token(token)
        .from("198.51.100.1")
        .send();
    app.get("/x-last?q=" + encoded("../../etc/passwd")).from("198.51.100.2").send();
    await("address=198.51.100.2", 1);
    assertThat(findings("address=198.51.100.1")).isEmpty();
  }

  /** What is told by a product, a medium or an answer has to come out of the store again. */
  @Test
  void whatRobotsDoInSeriesIsFoundInStoredEvents() {
    Instant now = Instant.now();
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      events.add(
          """
          {"type": "add_to_cart", "timestamp": "%s", "visitor_id": "grab-%d", "ip": "203.0.113.81",
           "product_id": "sneaker", "quantity": 1, "price": 10, "currency": "EUR"}
          """
              .formatted(now.plusMillis(100L * i), i));
      events.add(
          """
          {"type": "page_view", "timestamp": "%s", "visitor_id": "click-%d", "ip": "203.0.113.82",
           "page": "/", "utm_source": "ads", "utm_medium": "cpc"}
          """
              .formatted(now.plusMillis(100L * i), i));
    }
    events.add(
        """
        {"type": "log", "timestamp": "%s", "ip": "203.0.113.83", "method": "GET", "endpoint": "/p/1",
         "status_code": 500, "message": "failed", "response": "Traceback (most recent call last): x"}
        """
            .formatted(now));
    app.post("/api/events", "[" + String.join(",", events) + "]").token(key).send().ok();
    await("kind=scalping&address=203.0.113.81", 1);
    await("kind=ad_fraud&address=203.0.113.82", 1);
    assertThat(
            await("kind=information_leak&address=203.0.113.83", 1)
                .getFirst()
                .get("place")
                .asString())
        .isEqualTo("answer");
  }

  @Test
  void passwordsThatAreTriedAreBruteForceAndManyAccountsAreStuffing() {
    for (int i = 0; i < 7; i++) {
      app.post("/api/auth/login", "{\"username\":\"u" + i + "\",\"password\":\"wrong-" + i + "\"}")
          .from("203.0.113.20")
          .send();
    }
    assertThat(
            await("kind=credential_stuffing&address=203.0.113.20", 1)
                .getFirst()
                .get("place")
                .asString())
        .isEqualTo("habit:one-address-many-accounts");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(findings("kind=brute_force&address=203.0.113.20"))
                    .extracting(finding -> finding.get("count").asInt())
                    .containsExactly(7));
  }

  @Test
  void requestsThatLogsTellOfAreInspectedOnceAndTheirContentIsNoAttackOnTheProduct() {
    List<String> logs = new ArrayList<>();
    Instant at = Instant.now();
    for (int i = 0; i < 3; i++) {
      logs.add(
          "{\"id\":\"a%d\",\"log_type\":\"performance\",\"timestamp\":\"%s\",\"service\":\"shop\",\"method\":\"GET\",\"ip\":\"192.0.2.30\",\"endpoint\":\"/search?q=1%%27%%20or%%201=1--\",\"status_code\":200}"
              .formatted(i, at));
    }
    logs.add(
        "{\"id\":\"b\",\"log_type\":\"log\",\"timestamp\":\"%s\",\"ip\":\"192.0.2.31\",\"message\":\"GET /a?f=../../../../etc/passwd HTTP/1.1\"}"
            .formatted(at));
    logs.add(
        "{\"id\":\"c\",\"type\":\"page_view\",\"timestamp\":\"%s\",\"visitor_id\":\"v\",\"ip\":\"192.0.2.32\",\"page\":\"/p?name=<svg onload=alert(1)>\"}"
            .formatted(at));
    logs.add(
        "{\"id\":\"d\",\"log_type\":\"log\",\"timestamp\":\"%s\",\"ip\":\"192.0.2.33\",\"message\":\"slow statement: select name from users where id = 1 or 1=1\"}"
            .formatted(at));
    logs.add(
        "{\"id\":\"e\",\"log_type\":\"performance\",\"timestamp\":\"%s\",\"ip\":\"192.0.2.34\",\"method\":\"POST\",\"endpoint\":\"/reviews\",\"request_body\":\"text=cheap http://a.example http://b.example http://c.example http://d.example\"}"
            .formatted(at));
    String body = String.join("\n", logs);
    app.ask("POST", "/api/logs/ingest")
        .json(body)
        .header("Content-Type", "application/x-ndjson")
        .header("X-API-Key", key)
        .from("198.51.100.9")
        .send();
    app.ask("POST", "/api/logs/ingest")
        .json(body)
        .header("Content-Type", "application/x-ndjson")
        .header("X-API-Key", key)
        .from("198.51.100.9")
        .send();
    JsonNode finding = await("kind=sql_injection&address=192.0.2.30", 1).getFirst();
    assertThat(finding.get("count").asInt()).isEqualTo(3);
    assertThat(finding.get("origin").asString()).isEqualTo("log");
    assertThat(finding.get("service").asString()).isEqualTo("shop");
    assertThat(finding.get("event_id").asString()).isEqualTo("a2");
    await("kind=path_traversal&address=192.0.2.31", 1);
    await("kind=cross_site_scripting&address=192.0.2.32", 1);
    await("kind=spam&address=192.0.2.34", 1);
    assertThat(findings("address=192.0.2.33")).isEmpty();
    assertThat(findings("address=198.51.100.9")).isEmpty();
  }

  @Test
  void aDecisionCountsAndIsWrittenDown() {
    app.get("/y?file=" + encoded("../../../windows/win.ini")).from("203.0.113.40").send();
    String id =
        await("kind=path_traversal&address=203.0.113.40", 1).getFirst().get("id").asString();
    long before = open();
    app.ask("PUT", "/api/security/findings/" + id)
        .json("{\"state\":\"false_alarm\",\"note\":\"our test\"}")
        .token(token)
        .send()
        .ok();
    assertThat(open()).isEqualTo(before - 1);
    JsonNode one = app.get("/api/security/findings/" + id).token(token).send().ok().json();
    assertThat(one.get("note").asString()).isEqualTo("our test");
    assertThat(one.get("decided_by").asString()).isEqualTo("root");
    assertThat(
            app.get("/api/audit?act=finding_decided")
                .token(token)
                .send()
                .ok()
                .json()
                .get("total")
                .asInt())
        .isPositive();
    assertThat(
            app.ask("PUT", "/api/security/findings/" + id)
                .json("{\"state\":\"maybe\"}")
                .token(token)
                .send()
                .code())
        .isEqualTo("bad_state");
  }

  private static long open() {
    return app.get("/api/security/findings?limit=1&state=open&address=203.0.113.40")
        .token(token)
        .send()
        .ok()
        .json()
        .get("total")
        .asLong();
  }

  @Test
  void whatIsAllowedIsNoFindingUntilItIsNoMore() {
    JsonNode entry =
        app.post(
                "/api/security/allowed",
                "{\"kind\":\"cross_site_scripting\",\"path\":\"/cms/\",\"note\":\"our editor\"}")
            .token(token)
            .send()
            .ok()
            .json();
    app.get("/cms/save?html=" + encoded("<script>x()</script>")).from("203.0.113.50").send();
    app.get("/blog?html=" + encoded("<script>x()</script>")).from("203.0.113.50").send();
    JsonNode only = await("kind=cross_site_scripting&address=203.0.113.50", 1).getFirst();
    assertThat(only.get("target").asString()).isEqualTo("GET /blog");
    app.ask("DELETE", "/api/security/allowed/" + entry.get("id").asString()).token(token).send();
    app.get("/cms/save?html=" + encoded("<script>x()</script>")).from("203.0.113.51").send();
    await("kind=cross_site_scripting&address=203.0.113.51", 1);
    assertThat(app.post("/api/security/allowed", "{}").token(token).send().code())
        .isEqualTo("field_missing");
  }

  @Test
  void valuesCanBeTriedWithoutAFinding() {
    JsonNode tried =
        app.post("/api/security/inspect", "{\"values\":[\"O'Brien\",\"1 or 1=1\"]}")
            .token(token)
            .send()
            .ok()
            .json()
            .get("results");
    assertThat(tried.get(0).get("findings").isEmpty()).isTrue();
    assertThat(tried.get(1).get("findings").get(0).get("kind").asString())
        .isEqualTo("sql_injection");
  }
}
