package io.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.model.HealthCheck;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** What every answer has in common. */
class EdgeTest {

  /** As Kibana offers it for embedding. */
  private static final String DASHBOARDS =
      "https://logs.posthouse.example:5601/app/dashboards#/view/1?embed=true"
          + "&_g=(refreshInterval:(pause:!t,value:0),time:(from:now-24h,to:now))&_a=(title:'Shop')";

  /** What stands in the meters for paths that are no endpoint's. */
  private static final Set<String> EDGE = Set.of("UNKNOWN", "NOT_FOUND", "REDIRECTION", "root");

  @TempDir static Path data;
  private static LiveApp app;

  @BeforeAll
  static void start() {
    app =
        LiveApp.start(
            data,
            "vitrine.shop.name=Chez Zoé",
            "vitrine.web.body-limit=100KB",
            "vitrine.web.dashboards=" + DASHBOARDS);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void onlyTheDashboardsThatASettingNamesMayStandInAFrame() {
    assertThat(directives(app.get("/logs").send()))
        .contains(
            "frame-src https://logs.posthouse.example:5601",
            "frame-ancestors 'none'",
            "script-src 'self'")
        .filteredOn(directive -> directive.contains("posthouse"))
        .hasSize(1);
    Reply address = app.get("/api/logs/dashboards").token(app.person("frida", "analyst")).send();
    assertThat(address.ok().json().get("address").asString()).isEqualTo(DASHBOARDS);
    assertThat(app.get("/api/logs/dashboards").token(app.person("vera", "viewer")).send().status())
        .isEqualTo(403);
  }

  /** Of a scanner that asks for thousands of paths, each would be a series of its own for ever. */
  @Test
  void pathsThatAreNotThereAreOneLineOfTheMeters() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      String name = Long.toString(random.nextLong() >>> 1, 36);
      String path =
          switch (i % 5) {
            case 0 -> "/" + name;
            case 1 -> "/api/" + name + "/" + i;
            case 2 -> "/assets/" + name + ".js";
            case 3 -> "/" + name + "/_bulk";
            default -> "/api/shop/" + name + "?q=" + name;
          };
      app.get(path).from("198.51.100." + i % 250).send();
    }
    String text = app.get("/metrics").token(app.key("read")).send().ok().text();
    List<String> addresses =
        Pattern.compile("http_server_requests_seconds_count\\{[^}]*uri=\"([^\"]*)\"")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(addresses)
        .as("seed %d", seed)
        .contains("/metrics")
        .allMatch(address -> EDGE.contains(address) || address.startsWith("/"))
        .hasSizeLessThan(30);
  }

  @Test
  void metersComeInTheFormThatPrometheusCollects() {
    assertThat(app.get("/metrics").send().status()).isEqualTo(401);
    String key = app.key("read");
    Reply text = app.get("/metrics").token(key).send().ok();
    assertThat(text.header("Content-Type")).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
    assertThat(text.text())
        .contains("# TYPE vitrine_limits_refused_total counter")
        .containsPattern("vitrine_limits_refused_total\\{budget=\"sign_in\"} \\d")
        .contains("# TYPE vitrine_limits_blocks gauge")
        .contains("jvm_memory_used_bytes");
    Reply open =
        app.get("/metrics")
            .token(key)
            .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
            .send()
            .ok();
    assertThat(open.header("Content-Type")).startsWith("application/openmetrics-text");
    assertThat(open.text()).endsWith("# EOF\n");
  }

  private static List<String> directives(Reply reply) {
    return List.of(reply.header("Content-Security-Policy").split("; ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://logs.example | https://logs.example | true",
        "http://[::1]:5601/app?x=1 | http://[::1]:5601 | true",
        "https://logs.example#/view | https://logs.example | true",
        "https://logs.example; script-src * | | false",
        "https://a.example,https://b.example | | false",
        "https://*.example | | false",
        "https://me@logs.example/ | | false",
        "javascript:alert(1) | | false",
        "logs.example | | false"
      })
  void anAddressOfDashboardsIsOneOriginAndWhatFollows(
      String address, @Nullable String origin, boolean fits) {
    WebSettings settings = new WebSettings(List.of(), DataSize.ofMegabytes(1), address);
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      assertThat(factory.getValidator().validate(settings).isEmpty()).isEqualTo(fits);
    }
    if (fits) {
      assertThat(settings.dashboardsOrigin()).isEqualTo(origin);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/orders",
        "/api/site",
        "/api/users",
        "/api/none",
        "/none.js",
        "/error",
        "/health/ready",
        "/v3/api-docs",
        "/a//b",
        "/%2e%2e/etc/passwd",
        "/assets/none.js"
      })
  void everyAnswerTellsTheBrowserWhatItMayDo(String path) {
    Reply reply = app.get(path).send();
    assertThat(reply.header("Content-Security-Policy"))
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(reply.header("Referrer-Policy")).isNotEmpty();
    assertThat(reply.header("Permissions-Policy")).contains("microphone=(self)");
    assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(reply.header("X-Request-Id")).matches("[0-9a-f]{16}");
    assertThat(reply.header("Strict-Transport-Security")).isEmpty();
    assertThat(reply.header("Server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/none,        404, not_found",
    "POST,   /api/none,        404, not_found",
    "GET,    /api/users,       401, sign_in_needed",
    "PATCH,  /api/site,        405, method_not_allowed",
    "POST,   /api/auth/login,  400, field_missing",
    "GET,    /a//b,            400, malformed_request",
    "GET,    /error,           404, not_found",
    "GET,    /assets/none.js,  404, not_found"
  })
  void everyErrorHasOneForm(String method, String path, int status, String code) {
    Reply reply = app.ask(method, path).json("{}").send();
    JsonNode problem = reply.json();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(problem.get("type").asString()).isEqualTo("urn:vitrine:problem:" + code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotEmpty();
    assertThat(problem.get("detail").asString()).isNotEmpty().doesNotContain("Exception");
    assertThat(problem.get("request_id").asString()).isEqualTo(reply.header("X-Request-Id"));
  }

  @Test
  void jsonThatCannotBeReadIsToldWithItsPlace() {
    Reply reply = app.post("/api/auth/login", "{\"username\": \"a\",\n  password}").send();
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("bad_json");
    assertThat(reply.json().get("line").asInt()).isEqualTo(2);
    assertThat(reply.json().get("column").asInt()).isPositive();
    Reply kind = app.post("/api/auth/login", "{\"username\": {}}").send();
    assertThat(kind.json().get("detail").asString())
        .isEqualTo("username has a value of the wrong kind");
    assertThat(app.post("/api/auth/login", "").send().code()).isEqualTo("body_missing");
    String deep = "[".repeat(200) + "]".repeat(200);
    assertThat(app.post("/api/auth/login", "{\"x\":" + deep + "}").send().status()).isEqualTo(400);
  }

  @Test
  void otherFormsOfBodyAndAnswerAreRefused() {
    Reply form = app.post("/api/auth/login", "a=b").header("Content-Type", "text/plain").send();
    assertThat(form.status()).isEqualTo(415);
    Reply wanted = app.get("/api/site").header("Accept", "image/png").send();
    assertThat(wanted.status()).isEqualTo(406);
    assertThat(wanted.code()).isEqualTo("not_acceptable");
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    Reply reply = app.post("/api/auth/login", "{\"x\":\"" + "x".repeat(20_000) + "\"}").send();
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("body_too_large");
    assertThat(reply.json().get("detail").asString()).contains("16384");
  }

  @Test
  void methodsOfAnAddressAreToldToEverybody() {
    Reply reply = app.ask("OPTIONS", "/api/users").send();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Allow")).contains("GET", "POST");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void anotherSpellingOfAPathIsTheSamePath() {
    String body = "{\"x\":\"" + "x".repeat(20_000) + "\"}";
    assertThat(app.post("/%61pi/a%75th/login", body).send().code()).isEqualTo("body_too_large");
    Reply site = app.get("/%61pi/site").send().ok();
    assertThat(site.header("Cache-Control")).isEqualTo("no-store");
    assertThat(site.header("RateLimit-Limit"))
        .isEqualTo(app.get("/api/site").send().header("RateLimit-Limit"));
  }

  /** Without a length in its head, a body is counted while it is read. */
  @Test
  void aBodyWithoutLengthIsCounted() throws IOException {
    String body = "{\"x\":\"" + "x".repeat(19_994);
    String answer =
        raw(
            "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length())
                + "\r\n"
                + body
                + "\r\n0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("body_too_large");
  }

  @Test
  void requestsThatAreNotHttpTellNothingAboutTheServer() throws IOException {
    String answer = raw("GET /api/\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("urn:vitrine:problem:bad_request", "X-Request-Id", "Content-Security-Policy")
        .doesNotContain("Tomcat")
        .doesNotContain("html");
    assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405")
        .contains("urn:vitrine:problem:method_not_allowed", "Content-Security-Policy");
  }

  @Test
  void theSiteDescribesItself() {
    JsonNode site = app.get("/api/site").send().ok().json();
    assertThat(site.get("shop_name").asString()).isEqualTo("Chez Zoé");
    assertThat(site.get("currency").asString()).isEqualTo("EUR");
    assertThat(site.get("zone").asString()).isEqualTo("Europe/Paris");
    assertThat(site.get("registration_enabled").asBoolean()).isFalse();
    assertThat(site.get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void registrationIsOffUnlessAskedFor() {
    Reply reply = app.post("/api/auth/register", "{}").send();
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("registration_off");
  }

  @Test
  void addressesOfPagesLeadToThePage() {
    assertThat(app.get("/").send().text()).isEqualTo(app.get("/orders/12").send().text());
    assertThat(app.get("/orders/12").send().header("Cache-Control")).contains("no-cache");
    assertThat(app.get("/orders.json").send().status()).isEqualTo(404);
  }

  @Test
  void healthTriesEveryPartAndNamesTheOneThatFails() {
    JsonNode live = app.get("/health/live").send().ok().json();
    assertThat(live.get("status").asString()).isEqualTo("up");
    JsonNode ready = app.get("/health/ready").send().ok().json();
    assertThat(ready.toString()).contains("record_store", "disk_space");
    HealthController broken = new HealthController(List.of(new Broken("event_store")));
    assertThat(broken.ready().getStatusCode().value()).isEqualTo(503);
    assertThat(String.valueOf(broken.ready().getBody())).contains("event_store", "no answer");
  }

  @Test
  void nothingOfTheMachineryIsExposed() {
    for (String path : List.of("/actuator", "/actuator/env", "/actuator/health")) {
      Reply reply = app.get(path).send();
      assertThat(reply.text()).doesNotContain("_links").doesNotContain("\"status\":\"UP\"");
    }
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", app.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Broken(String name) implements HealthCheck {
    @Override
    public Optional<String> problem() {
      return Optional.of("no answer");
    }
  }
}
