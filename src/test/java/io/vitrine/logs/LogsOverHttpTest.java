package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vitrine.Download;
import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.MovableClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Ten logs of a known afternoon, searched and counted over HTTP; every figure is counted by hand.
 */
class LogsOverHttpTest {

  private static final Instant NOW = Instant.parse("2026-11-01T15:59:30Z");
  private static final String LOGS =
      """
      {"id":"t1","log_type":"transaction","timestamp":"2026-11-01T14:00:00Z","service":"payments","level":"INFO","transaction_id":"TX-1","user_id":"u1","amount":49.99,"payment_method":"card","status":"approved","country":"FR","message":"purchase ORD-2026-001 approved"}
      {"id":"t2","log_type":"transaction","timestamp":"2026-11-01T14:20:00Z","service":"payments","level":"INFO","transaction_id":"TX-2","user_id":"u2","amount":50,"payment_method":"card","status":"approved","country":"FR","message":"purchase ORD-2026-002 approved"}
      {"id":"t3","log_type":"transaction","timestamp":"2026-11-01T15:10:00Z","service":"payments","level":"WARN","transaction_id":"TX-3","user_id":"u1","amount":1200,"payment_method":"paypal","status":"declined","country":"DE","message":"purchase ORD-2026-003 declined <script>alert(1)</script>"}
      {"id":"e1","log_type":"error","timestamp":"2026-11-01T14:05:00Z","service":"checkout-api","error_code":"CHK-500","error_type":"NullPointerException","error_message":"address of cart 17 is null","endpoint":"/api/checkout","user_id":"u1"}
      {"id":"e2","log_type":"error","timestamp":"2026-11-01T15:05:00Z","service":"checkout-api","error_code":"CHK-500","error_type":"NullPointerException","error_message":"address of cart 23 is null","endpoint":"/api/checkout","user_id":"u2"}
      {"id":"e3","log_type":"error","timestamp":"2026-11-01T15:06:00Z","service":"search","error_code":"SEA-504","error_type":"QueryTimeout","error_message":"query took longer than 3000 ms","level":"FATAL"}
      {"id":"p1","log_type":"performance","timestamp":"2026-11-01T15:00:00Z","service":"catalog","endpoint":"/api/products","method":"GET","response_time":100,"db_query_time":40,"status_code":200,"ip":"10.1.2.3"}
      {"id":"p2","log_type":"performance","timestamp":"2026-11-01T15:01:00Z","service":"catalog","endpoint":"/api/products","method":"GET","response_time":300,"db_query_time":60,"status_code":200,"ip":"192.168.1.1"}
      {"id":"p3","log_type":"performance","timestamp":"2026-11-01T15:02:00Z","service":"checkout-api","endpoint":"/api/orders","method":"POST","response_time":1600,"db_query_time":700,"status_code":503,"level":"ERROR"}
      {"id":"b1","log_type":"user_behavior","timestamp":"2026-11-01T15:30:00Z","service":"storefront","action":"add_to_cart","page":"/p/7","user_id":"u3","product_id":"p7","duration_ms":1000,"metadata":{"region":"eu-west-3"}}
      """;

  @TempDir static Path data;
  private static LiveApp app;
  private static String admin;

  @BeforeAll
  static void start() {
    app = LiveApp.start(data, new MovableClock(NOW));
    admin = app.admin();
    assertThat(
            app.post("/api/events", LOGS).token(admin).send().ok().json().get("accepted").asInt())
        .isEqualTo(10);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/api/logs/recent").get("total").asInt() == 10);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static JsonNode get(String path) {
    return app.get(path).token(admin).send().ok().json();
  }

  private static JsonNode search(String json) {
    return app.post("/api/logs/search", json).token(admin).send().ok().json();
  }

  private static List<String> ids(JsonNode answer) {
    return texts(answer.get("results"), "id");
  }

  private static List<String> texts(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(node -> node.get(name).asString())
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aSearchHasTotalResultsFacetsHistogramAndTime() {
    JsonNode answer = search("{\"query\":\"purchase approved\",\"size\":1}");
    assertThat(answer.get("total").asInt()).isEqualTo(2);
    assertThat(ids(answer)).containsExactly("t2");
    assertThat(answer.get("results").get(0).get("source").get("amount").asDouble()).isEqualTo(50);
    assertThat(answer.get("facets").get("service").get(0).get("value").asString())
        .isEqualTo("payments");
    assertThat(answer.get("facets").get("service").get(0).get("count").asInt()).isEqualTo(2);
    assertThat(answer.get("histogram").get("counts")).isNotEmpty();
    assertThat(answer.has("took")).isTrue();
    JsonNode next =
        search(
            "{\"query\":\"purchase approved\",\"size\":1,\"cursor\":\""
                + answer.get("cursor").asString()
                + "\"}");
    assertThat(ids(next)).containsExactly("t1");
    assertThat(next.has("cursor") && !next.get("cursor").isNull()).isFalse();
    assertThat(ids(search("{\"query\":\"purchase approved\",\"size\":1,\"page\":2}")))
        .containsExactly("t1");
  }

  @Test
  void highlightsCannotBecomeElements() {
    JsonNode result = search("{\"query\":\"alert declined\"}").get("results").get(0);
    assertThat(result.get("highlight").get("message").get(0).asString())
        .isEqualTo(
            "purchase ORD-2026-003 <mark>declined</mark> &lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;");
  }

  @Test
  void everyFilterOfTheContractWorksInBothForms() {
    assertThat(ids(search("{\"log_type\":\"transaction\",\"min_amount\":50,\"max_amount\":1200}")))
        .containsExactly("t3", "t2");
    assertThat(ids(search("{\"level\":[\"FATAL\",\"WARN\"]}"))).containsExactly("t3", "e3");
    assertThat(ids(get("/api/search?service=checkout-api&log_type=error")))
        .containsExactly("e2", "e1");
    assertThat(ids(get("/api/search?user_id=u1&sort=oldest"))).containsExactly("t1", "e1", "t3");
    for (String from :
        List.of(
            "2026-11-01T15:05",
            "2026-11-01T15:05:00",
            "2026-11-01T15:05:00Z",
            "2026-11-01T16:05:00+01:00")) {
      assertThat(
              ids(get("/api/search?date_from=" + encoded(from) + "&date_to=2026-11-01T15:06:00Z")))
          .as(from)
          .containsExactly("e3", "e2");
    }
    assertThat(get("/api/search?date_from=2026-11-01&date_to=2026-11-01").get("total").asInt())
        .isEqualTo(10);
    assertThat(ids(get("/api/search?query=" + encoded("status:>=500")))).containsExactly("p3");
    assertThat(ids(get("/api/search?query=" + encoded("ip:10.0.0.0/8")))).containsExactly("p1");
    assertThat(ids(get("/api/search?query=" + encoded("metadata.region:eu-west-3"))))
        .containsExactly("b1");
    assertThat(ids(get("/api/search?query=declned&fuzzy=true"))).containsExactly("t3");
    assertThat(ids(get("/api/search?sort=response_time&size=2"))).containsExactly("p3", "p2");
  }

  @Test
  void pastedTextIsAnsweredAndARealErrorSaysWhere() {
    JsonNode pasted = search("{\"query\":\"https://shop.example/a?b=1 (((\"}");
    assertThat(pasted.get("total").asInt()).isZero();
    assertThat(pasted.get("notes").get(0).get("code").asString()).isEqualTo("read_as_text");
    Reply wrong =
        app.post("/api/logs/search", "{\"query\":\"response_time:>=fast\"}").token(admin).send();
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.code()).isEqualTo("log_query");
    assertThat(wrong.json().get("detail").asString()).contains("characters 0 to 20");
    assertThat(app.post("/api/logs/search", "{\"size\":1001}").token(admin).send().code())
        .isEqualTo("log_size");
    assertThat(app.post("/api/logs/search", "{\"sort\":\"odd\"}").token(admin).send().code())
        .isEqualTo("log_sort");
    assertThat(app.post("/api/logs/search", "{\"date_from\":\"odd\"}").token(admin).send().code())
        .isEqualTo("date_form");
  }

  @Test
  void aViewerSearchesPlainWordsOnly() {
    String viewer = app.person("vera", "viewer");
    assertThat(
            ids(
                app.get("/api/search?query=declined&date_from=2026-11-01")
                    .token(viewer)
                    .send()
                    .ok()
                    .json()))
        .containsExactly("t3");
    for (String path :
        List.of("/api/search?level=INFO", "/api/search?query=" + encoded("user_id:u1"))) {
      assertThat(app.get(path).token(viewer).send().status()).as(path).isEqualTo(403);
    }
  }

  @Test
  void aLogOpensWithTheLinesAroundIt() {
    JsonNode opened = get("/api/logs/t2?context=5");
    assertThat(opened.get("source").get("transaction_id").asString()).isEqualTo("TX-2");
    assertThat(texts(opened.get("before"), "id")).containsExactly("t1");
    assertThat(texts(opened.get("after"), "id")).containsExactly("t3");
    assertThat(app.get("/api/logs/nobody").token(admin).send().code()).isEqualTo("log_unknown");
    assertThat(texts(get("/api/logs/recent?limit=2&log_type=error").get("logs"), "id"))
        .containsExactly("e3", "e2");
    assertThat(texts(get("/api/logs/types").get("types"), "id"))
        .containsExactly("transaction", "error", "user_behavior", "performance", "fraud", "log");
    assertThat(texts(get("/api/search/autocomplete?q=check").get("suggestions"), "value"))
        .contains("service:checkout-api");
    assertThat(texts(get("/api/logs/search/services").get("counts"), "value"))
        .containsExactly("checkout-api", "payments", "catalog", "search", "storefront");
  }

  @Test
  void searchesAreKeptSharedAndRemembered() {
    String ann = app.person("ann", "analyst");
    String bob = app.person("bob-the-second", "analyst");
    String kept =
        app.post(
                "/api/logs/search/save",
                "{\"name\":\"declined\",\"filters\":{\"query\":\"declined\"}}")
            .token(ann)
            .send()
            .ok()
            .json()
            .get("id")
            .asString();
    String path = "/api/logs/search/saved/" + kept;
    assertThat(app.get(path).token(bob).send().status()).isEqualTo(404);
    app.ask("PUT", path)
        .json("{\"name\":\"declined cards\",\"shared\":true}")
        .token(ann)
        .send()
        .ok();
    JsonNode seen = app.get(path).token(bob).send().ok().json();
    assertThat(seen.get("name").asString()).isEqualTo("declined cards");
    assertThat(seen.get("filters").get("query").asString()).isEqualTo("declined");
    assertThat(seen.get("own").asBoolean()).isFalse();
    assertThat(app.ask("DELETE", path).token(bob).send().status()).isEqualTo(403);
    app.post("/api/logs/search", "{\"query\":\"approved\"}").token(ann).send().ok();
    app.post("/api/logs/search", "{\"query\":\"declined\"}").token(ann).send().ok();
    app.post("/api/logs/search", "{\"query\":\"approved\"}").token(ann).send().ok();
    JsonNode past =
        app.get("/api/logs/search/recent").token(ann).send().ok().json().get("searches");
    assertThat(texts(past, "query")).containsExactly("approved", "declined");
    assertThat(past.get(0).get("total").asInt()).isEqualTo(2);
    assertThat(app.get("/api/logs/search/recent").token(bob).send().ok().json().get("searches"))
        .isEmpty();
    assertThat(app.ask("DELETE", path).token(ann).send().status()).isEqualTo(204);
    assertThat(app.get("/api/logs/search/saved").token(ann).send().ok().json().get("total").asInt())
        .isZero();
  }

  @Test
  void theWholeResultIsAFile() {
    Reply csv =
        app.post(
                "/api/logs/search/export?format=csv",
                "{\"log_type\":\"transaction\",\"sort\":\"oldest\"}")
            .token(admin)
            .send()
            .ok();
    List<String> lines = csv.text().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("id,type,timestamp,");
    assertThat(lines.get(1)).startsWith("t1,transaction,2026-11-01T14:00:00Z,");
    Reply list = app.post("/api/logs/search/export?format=json", "{}").token(admin).send().ok();
    assertThat(list.json()).hasSize(10);
    assertThat(
            app.post("/api/logs/search/export?format=ndjson", "{}")
                .token(admin)
                .send()
                .ok()
                .text()
                .lines())
        .hasSize(10);
    assertThat(app.post("/api/logs/search/export?format=odd", "{}").token(admin).send().code())
        .isEqualTo("export_format");
  }

  @Test
  void aFileTellsAfterItsEndHowManyRowsItHasAndItsFingerprint() throws Exception {
    String path = "/api/logs/search/export?format=ndjson";
    String body = "{\"log_type\":\"transaction\"}";
    Download file = Download.of(app.port(), admin, "POST", path, body);
    assertThat(file.text().lines()).hasSize(3);
    assertThat(file.trailers()).contains("X-Rows: 3", file.fingerprint());
    assertThat(Download.raw(app.port(), admin, "POST " + path + " HTTP/1.0", body))
        .contains("\"TX-3\"")
        .doesNotContain("X-Rows");
  }

  @Test
  void transactionsAreCountedByMethodStatusAndAmount() {
    JsonNode answer =
        get(
            "/api/analytics/transactions?start_date=2026-11-01T14:00&end_date=2026-11-01T15:59&granularity=hourly");
    assertThat(answer.get("logs").asInt()).isEqualTo(3);
    assertThat(answer.get("amount").asDouble()).isEqualTo(1299.99);
    assertThat(rows(answer.get("timeline"), "time", "logs", "amount"))
        .containsExactly("2026-11-01T14:00:00Z 2 99.99", "2026-11-01T15:00:00Z 1 1200.0");
    assertThat(rows(answer.get("payment_methods"), "payment_method", "logs"))
        .containsExactly("card 2", "paypal 1");
    assertThat(rows(answer.get("transaction_status"), "status", "logs"))
        .containsExactly("approved 2", "declined 1");
    assertThat(rows(answer.get("amount_ranges"), "amount_range", "logs"))
        .containsExactly("0-50 1", "50-100 1", "100-200 0", "200-500 0", "500-1000 0", "1000+ 1");
  }

  private static List<String> rows(JsonNode list, String... names) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : list) {
      List<String> values = new ArrayList<>();
      for (String name : names) {
        JsonNode value = row.get(name);
        values.add(value.isString() ? value.asString() : value.toString());
      }
      rows.add(String.join(" ", values));
    }
    return rows;
  }

  @Test
  void errorsAreGroupedByWhatTheySay() {
    JsonNode answer =
        get("/api/analytics/errors?start_date=2026-11-01T15:00&end_date=2026-11-01T15:59");
    assertThat(answer.get("logs").asInt()).as("e2, e3 and the failed call").isEqualTo(3);
    assertThat(answer.get("previous").asInt()).isEqualTo(1);
    assertThat(rows(answer.get("error_codes"), "error_code", "logs"))
        .containsExactly("CHK-500 1", "SEA-504 1");
    assertThat(rows(answer.get("top_messages"), "message", "service", "logs", "first_seen", "new"))
        .containsExactly(
            "address of cart * is null checkout-api 1 2026-11-01T14:05:00Z false",
            "query took longer than * ms search 1 2026-11-01T15:06:00Z true");
  }

  @Test
  void behaviourTrendsCountriesAndProductsAreCounted() {
    JsonNode behaviour = get("/api/analytics/user-behavior?range=24h");
    assertThat(rows(behaviour.get("actions"), "action", "logs", "users"))
        .containsExactly("add_to_cart 1 1");
    assertThat(rows(behaviour.get("pages"), "page", "logs")).containsExactly("/p/7 1");
    assertThat(behaviour.get("cart_abandonment").has("cart_abandonment")).isTrue();
    JsonNode trends = get("/api/analytics/trends?time_range=24h");
    assertThat(rows(trends.get("types"), "type", "total"))
        .containsExactly("error 3", "performance 3", "transaction 3", "user_behavior 1");
    JsonNode hours = get("/api/analytics/logs-per-hour").get("hours");
    assertThat(hours).hasSize(24);
    assertThat(rows(hours, "hour", "count", "errors"))
        .endsWith("2026-11-01T14:00:00Z 3 1", "2026-11-01T15:00:00Z 7 3");
    assertThat(
            rows(get("/api/analytics/top-countries?range=24h").get("countries"), "country", "logs"))
        .startsWith("FR 2", "DE 1");
    assertThat(
            rows(
                get("/api/analytics/top-products?range=24h").get("products"), "product_id", "logs"))
        .containsExactly("p7 1");
  }

  @Test
  void timesHavePercentilesByEndpointAndTheSlowOnesAreListed() {
    JsonNode answer = get("/api/performance/api-response-times?range=24h");
    assertThat(rows(answer.get("by_endpoint"), "endpoint", "count", "avg", "min", "max", "p50"))
        .containsExactly(
            "/api/products 2 200.0 100.0 300.0 200.0", "/api/orders 1 1600.0 1600.0 1600.0 1600.0");
    assertThat(answer.get("p90").asDouble()).isEqualTo(1340);
    assertThat(texts(answer.get("slow_list"), "id")).containsExactly("p3");
    assertThat(answer.get("slow_total").asInt()).isEqualTo(1);
    JsonNode database = get("/api/performance/database-latency?range=24h&endpoint=/api/orders");
    assertThat(database.get("count").asInt()).isEqualTo(1);
    assertThat(database.get("p99").asDouble()).isEqualTo(700);
    JsonNode metrics = get("/api/performance/metrics?range=24h");
    assertThat(metrics.get("apdex").asDouble())
        .as("2 satisfied, 1 tolerating, of 3")
        .isEqualTo(0.8333);
    assertThat(metrics.get("failure_rate").asDouble()).isEqualTo(0.3333);
    assertThat(metrics.get("slow_queries").asInt()).isEqualTo(1);
  }

  @Test
  void theDashboardStandsOnTheSameFigures() {
    JsonNode overview = get("/api/dashboard/overview?range=24h");
    assertThat(overview.get("totals").get("logs").asInt()).isEqualTo(10);
    assertThat(overview.get("error_rate").asDouble()).isEqualTo(0.4);
    assertThat(overview.get("active_services").asInt()).isEqualTo(5);
    assertThat(rows(overview.get("levels"), "level", "logs"))
        .containsExactly("ERROR 3", "INFO 2", "FATAL 1", "WARN 1");
    assertThat(texts(overview.get("recent_errors"), "id")).containsExactly("e3", "e2", "p3", "e1");
    JsonNode hour = get("/api/dashboard/overview?range=1h");
    assertThat(hour.get("totals").get("logs").asInt()).isEqualTo(7);
    assertThat(hour.get("growth").get("logs").asDouble()).as("7 against 3").isEqualTo(1.3333);
    assertThat(rows(get("/api/dashboard/stats?range=24h").get("types"), "type", "logs", "errors"))
        .containsExactly("error 3 3", "performance 3 1", "transaction 3 0", "user_behavior 1 0");
    assertThat(get("/api/dashboard/metrics?range=24h").get("response_p95").asDouble())
        .isEqualTo(1470);
    for (String chart : List.of("transactions", "errors", "performance")) {
      assertThat(get("/api/dashboard/charts?range=24h&chart_type=" + chart).get("timeline"))
          .hasSizeGreaterThan(23);
    }
    assertThat(rows(get("/api/dashboard/kpis?range=24h").get("kpis"), "name", "value"))
        .startsWith("logs 10", "errors 4");
    assertThat(get("/api/logs/stats").get("total").asInt()).isEqualTo(10);
    assertThat(get("/api/logs/stats").get("timeline")).hasSizeBetween(30, 31);
    assertThat(app.get("/api/dashboard/overview?range=3h").token(admin).send().code())
        .isEqualTo("log_range");
  }

  @Test
  void aChartOfOnesOwnCountsWhatTheSearchFinds() {
    assertThat(
            counted("line", "over_time", "{\"search\":\"purchase\"}", "2026-11-01", "2026-11-01"))
        .isEqualTo("[[\"2026-11-01T14:00:00Z\",2],[\"2026-11-01T15:00:00Z\",1]]");
    assertThat(
            counted(
                "line",
                "over_time",
                "{\"search\":\"log_type:error\",\"field\":\"service\"}",
                "2026-11-01",
                "2026-11-01"))
        .isEqualTo(
            "[[\"2026-11-01T14:00:00Z\",\"checkout-api\",1],"
                + "[\"2026-11-01T15:00:00Z\",\"checkout-api\",1],"
                + "[\"2026-11-01T15:00:00Z\",\"search\",1]]");
    assertThat(counted("bar", "top_values", "{\"field\":\"service\"}", "2026-11-01", "2026-11-30"))
        .startsWith("[[\"checkout-api\",3],[\"payments\",3],[\"catalog\",2],");
    assertThat(
            counted(
                "bar",
                "ranges",
                "{\"field\":\"response_time\",\"bounds\":[100,500.5]}",
                "2026-11-01",
                "2026-11-01"))
        .isEqualTo("[[\"<100\",0],[\"100-500.5\",2],[\"500.5+\",1]]");
    assertThat(
            counted("line", "over_time", "{\"search\":\"purchase\"}", "2026-08-01", "2026-11-30"))
        .isEqualTo("[[\"2026-11-01\",3]]");
    assertThat(
            counted("line", "over_time", "{\"search\":\"purchase\"}", "2026-10-01", "2026-10-31"))
        .isEqualTo("[]");
  }

  @Test
  void aChartOfOnesOwnHoldsToItsFiltersAndPointsAtWhatCannotBe() {
    String query =
        """
        {"plan":{"drawing":"bar","metrics":[],"logs":"top_values","log_count":{"field":"level"},
          "filters":[{"field":"service","op":"is","values":["payments"]}]},
         "from":"2026-11-01","to":"2026-11-01",
         "filters":[{"field":"country","op":"is_not","values":["DE"]},{"field":"bot","op":"is","values":["false"]}]}""";
    assertThat(chart(query).ok().json().get("rows").toString()).isEqualTo("[[\"INFO\",2]]");
    assertThat(chart(query.replace("\"country\"", "\"channel\"")).code())
        .isEqualTo("filter_dimension");
    Reply wrong =
        chart(
            query.replace(
                "{\"field\":\"level\"}", "{\"search\":\"amount:>=x\",\"field\":\"level\"}"));
    assertThat(wrong.code()).isEqualTo("log_query");
  }

  @Test
  void aViewerCountsByPlainWordsAndWhatASharedChartSays() {
    String viewer = app.person("watcher", "viewer");
    String plan =
        "{\"drawing\":\"bar\",\"metrics\":[],\"logs\":\"top_values\","
            + "\"log_count\":{\"search\":\"user_id:u1\",\"field\":\"service\"}}";
    String asked = "{\"plan\":" + plan + ",\"from\":\"2026-11-01\",\"to\":\"2026-11-01\"}";
    assertThat(app.post("/api/shop/charts/logs", asked).token(viewer).send().code())
        .isEqualTo("role_too_low");
    app.post("/api/shop/charts/logs", asked.replace("user_id:u1", "purchase"))
        .token(viewer)
        .send()
        .ok();
    app.post("/api/shop/charts", "{\"name\":\"u1\",\"shared\":true,\"plan\":" + plan + "}")
        .token(admin)
        .send()
        .ok();
    Reply seen = app.post("/api/shop/charts/logs", asked).token(viewer).send().ok();
    assertThat(seen.json().get("rows").toString())
        .isEqualTo("[[\"payments\",2],[\"checkout-api\",1]]");
  }

  private static Reply chart(String question) {
    return app.post("/api/shop/charts/logs", question).token(admin).send();
  }

  private static String counted(
      String drawing, String chart, String count, String from, String to) {
    String question =
        "{\"plan\":{\"drawing\":\"%s\",\"metrics\":[],\"logs\":\"%s\",\"log_count\":%s},\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(drawing, chart, count, from, to);
    return chart(question).ok().json().get("rows").toString();
  }
}
