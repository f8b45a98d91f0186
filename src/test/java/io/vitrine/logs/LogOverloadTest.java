package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * More than there is room for is refused so that a client can read it, whatever it is still
 * sending, and what is small as it is sent does not grow beyond its limits when it is read.
 */
class LogOverloadTest {

  private static final int MEGABYTE = 1 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path data;
  private static LiveApp app;
  private static String admin;
  private static String key;

  @BeforeAll
  static void start() {
    app = LiveApp.start(data);
    admin = app.admin();
    key = app.key("ingest");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static String head(String path, String token, long length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nUser-Agent: test\r\n"
        + "Authorization: Bearer "
        + token
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** Sends all of a body before it looks at the answer, as many clients do. */
  private static String sent(String path, String token, byte[] body) throws IOException {
    try (Socket socket = new Socket("localhost", app.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(path, token, body.length).getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int status(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  /** Logs of almost a megabyte each. */
  private static byte[] logs(String name, int megabytes) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < megabytes; i++) {
      lines
          .append("{\"id\":\"%s-%d\",\"message\":\"%s \",\"filling\":\"".formatted(name, i, name))
          .append("x".repeat(1_000_000))
          .append("\"}\n");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode found(String query) {
    return app.post("/api/logs/search", JSON.writeValueAsString(Map.of("query", query)))
        .token(admin)
        .send()
        .ok()
        .json();
  }

  private static JsonNode source(String query) {
    await().atMost(Duration.ofSeconds(30)).until(() -> found(query).get("total").asInt() > 0);
    return found(query).get("results").get(0).get("source");
  }

  @Test
  void manyLargeBodiesAtOnceAreTakenOrRefusedAndNoneIsLost() throws Exception {
    int clients = 5;
    List<Future<Integer>> tries = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int client = 0; client < clients; client++) {
        byte[] body = logs("wave-" + client, 7);
        tries.add(threads.submit(() -> untilTaken(body)));
      }
    }
    for (Future<Integer> each : tries) {
      assertThat(each.get()).isEqualTo(201);
    }
    source("wave-4");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(found("wave").get("total").asInt()).isEqualTo(35));
  }

  /** Sends again what was refused for now, as the answer asks for; any other answer is final. */
  private static int untilTaken(byte[] body) throws IOException {
    while (true) {
      String answer = sent("/api/logs/ingest", key, body);
      if (status(answer) != 429) {
        return status(answer);
      }
      assertThat(answer).contains("Retry-After: ").contains("\"code\":\"intake_busy\"");
    }
  }

  @Test
  void whoSendsWhatIsRefusedCanReadWhy() throws Exception {
    byte[] large = new byte[20 * MEGABYTE];
    String tooLarge = sent("/api/logs/ingest", key, large);
    assertThat(status(tooLarge)).isEqualTo(413);
    assertThat(tooLarge).contains("body_too_large");
    assertThat(status(sent("/elastic/_bulk", key, large))).isEqualTo(413);
    assertThat(status(sent("/api/logs/ingest", key, new byte[40 * MEGABYTE]))).isEqualTo(413);
    assertThat(status(sent("/v1/logs", "nobody", large))).isEqualTo(401);
  }

  @Test
  void whereThereIsNoRoomNothingOfABodyIsAwaited() throws Exception {
    int length = 15 * MEGABYTE;
    try (Socket first = new Socket("localhost", app.port());
        Socket second = new Socket("localhost", app.port())) {
      for (Socket half : List.of(first, second)) {
        half.getOutputStream()
            .write(head("/api/logs/ingest", key, length).getBytes(StandardCharsets.ISO_8859_1));
        half.getOutputStream().write(new byte[100]);
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  status(
                          sent(
                              "/elastic/_bulk",
                              key,
                              " ".repeat(length).getBytes(StandardCharsets.US_ASCII)))
                      == 429);
    }
  }

  private static Reply push(String path, String body) {
    return app.post(path, body).token(key).send();
  }

  @Test
  void whatIsSmallAsItIsSentIsRefusedWhenItGrows() {
    String nothing = "[\"1\",\"a\"],".repeat(100_001);
    String lines = "{\"streams\":[{\"stream\":{},\"values\":[" + nothing + "[\"1\",\"a\"]]}]}";
    assertThat(push("/loki/api/v1/push", lines).code()).isEqualTo("too_many_records");
    String label = "{\"streams\":[{\"stream\":{\"a\":\"" + "x".repeat(500_000) + "\"},\"values\":[";
    String labelled = label + "[\"1\",\"a\"],".repeat(99) + "[\"1\",\"a\"]]}]}";
    assertThat(push("/loki/api/v1/push", labelled).code()).isEqualTo("body_too_large");
    String records =
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + "{},".repeat(100_001) + "{}]}]}]}";
    assertThat(push("/v1/logs", records).code()).isEqualTo("too_many_records");
    String deep =
        "{\"resourceLogs\":" + "[".repeat(400) + "[],".repeat(100_000) + "]".repeat(400) + "}";
    assertThat(push("/v1/logs", deep).status()).isEqualTo(400);
    String actions = "{\"delete\":{\"_id\":\"a\"}}\n".repeat(100_001);
    assertThat(push("/_bulk", actions).code()).isEqualTo("too_many_records");
  }

  @Test
  void membersMayStandInAnyOrderAndValuesMayBeOfAnyKind() {
    assertThat(
            push(
                    "/loki/api/v1/push",
                    """
                    {"streams":[{"values":[["1793500000000000000","orderly one",{"deep":{"a":1},"own":"b"}],{"odd":1},[[1],{"b":[2]}]],"stream":{"app":"late"}},7],"odd":[[1]]}""")
                .status())
        .isEqualTo(204);
    assertThat(source("\"orderly one\"").get("service").asString()).isEqualTo("late");
    assertThat(source("\"orderly one\"").get("own").asString()).isEqualTo("b");
    assertThat(
            push(
                    "/v1/logs",
                    """
                    {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"orderly two"},"severityNumber":[9],"attributes":[
                    {"key":"n","value":{"intValue":"many"}},{"key":"d","value":{"doubleValue":{"a":1}}},{"key":"big","value":{"intValue":"9223372036854775807"}},
                    {"key":"l","value":{"arrayValue":{"values":[{"intValue":1},{"kvlistValue":{"values":[{"key":"x","value":{"boolValue":true}}]}}]}}}]}]}],
                    "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"later"}}]}}]}""")
                .status())
        .isEqualTo(200);
    JsonNode two = source("\"orderly two\"");
    assertThat(two.get("service").asString()).isEqualTo("later");
    assertThat(two.get("n").asString()).isEqualTo("many");
    assertThat(two.get("big").asLong()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatAnotherProductCallsAnIdIsNoneOfOurs() {
    String bulk =
        """
        {"create":{"_index":"users","_id":"1"}}
        {"id":"7","message":"ident one"}
        {"create":{"_index":"orders","_id":"1"}}
        {"id":"7","uuid":"u-7","message":"ident two"}
        {"create":{"_index":"orders"}}
        {"id":"7","message":"ident three"}
        """;
    JsonNode items = push("/elastic/_bulk", bulk).ok().json().get("items");
    List<String> statuses = new ArrayList<>();
    items.forEach(item -> statuses.add(item.get("create").get("status").asString()));
    assertThat(statuses).containsExactly("201", "201", "201");
    assertThat(
            push("/elastic/_bulk", bulk)
                .ok()
                .json()
                .get("items")
                .get(0)
                .get("create")
                .get("status")
                .asInt())
        .isEqualTo(409);
    JsonNode two = source("\"ident two\"");
    Map<String, String> ids = new TreeMap<>();
    for (String name : List.of("id", "document_id", "uuid")) {
      ids.put(name, two.get(name).asString());
    }
    assertThat(ids).isEqualTo(Map.of("id", "orders:1", "document_id", "7", "uuid", "u-7"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> found("document_id:7").get("total").asInt() == 4);
    for (String name : List.of("first", "second")) {
      String line = "{\\\"id\\\":7,\\\"message\\\":\\\"%s identical\\\"}".formatted(name);
      String body =
          "{\"streams\":[{\"stream\":{},\"values\":[[\"1793500000000000000\",\"" + line + "\"]]}]}";
      assertThat(push("/loki/api/v1/push", body).status()).isEqualTo(204);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> found("identical").get("total").asInt() == 2);
  }
}
