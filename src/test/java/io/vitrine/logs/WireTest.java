package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What shippers of other products send, byte by byte as they do, is stored and can be searched. */
class WireTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path data;
  private static LiveApp app;
  private static String admin;
  private static String key;
  private static int syslog;
  private static int gelf;

  @BeforeAll
  static void start() throws IOException {
    syslog = free();
    gelf = free();
    app =
        LiveApp.start(data, "vitrine.logs.syslog-port=" + syslog, "vitrine.logs.gelf-port=" + gelf);
    admin = app.admin();
    key = app.key("ingest");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static JsonNode found(String query) {
    return app.post(
            "/api/logs/search", JSON.writeValueAsString(Map.of("query", query, "sort", "oldest")))
        .token(admin)
        .send()
        .ok()
        .json();
  }

  private static JsonNode source(String query) {
    await().atMost(Duration.ofSeconds(30)).until(() -> found(query).get("total").asInt() > 0);
    return found(query).get("results").get(0).get("source");
  }

  private static HttpResponse<byte[]> post(String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aBulkIsAnsweredItemByItemInItsOrder() {
    String bulk =
        """
        {"create":{"_index":"shop","_id":"a"}}
        {"@timestamp":"2026-11-01T10:00:00Z","message":"bulk one","log":{"level":"warning"},"service":{"name":"cart"},"host":{"name":"web-1"},"event":{"dataset":"x"}}
        {"index":{"_index":"shop","_id":"id-order "2" failed"}}
        {"message":"bulk two"}
        {"index":{"_index":"shop","_id":"c"}}
        {"message":"bulk three","timestamp":"never"}
        {"delete":{"_index":"shop","_id":"a"}}
        {"index":{},"attempts":0}
        {"message":"bulk four"}""";
    Reply reply =
        app.post("/_bulk", bulk)
            .header(
                "Authorization", "ApiKey " + Base64.getEncoder().encodeToString(bytes("id:" + key)))
            .send()
            .ok();
    assertThat(reply.header("X-Elastic-Product")).isEqualTo("Elasticsearch");
    assertThat(reply.text())
        .startsWith("{\"took\":")
        .contains(
            ",\"errors\":true,\"items\":[{\"create\":{\"_index\":\"shop\",\"_id\":\"a\",\"_version\":1,\"result\":\"created\",");
    List<Integer> statuses = new java.util.ArrayList<>();
    reply
        .json()
        .get("items")
        .forEach(
            item ->
                statuses.add(item.properties().iterator().next().getValue().get("status").asInt()));
    assertThat(statuses).containsExactly(201, 400, 400, 404, 201);
    JsonNode log = source("\"bulk one\"");
    assertThat(log.get("level").asString() + log.get("service").asString()).isEqualTo("WARNcart");
    Reply again =
        app.post("/elastic/_bulk", bulk.lines().limit(2).reduce("", (a, b) -> a + b + "\n"))
            .token(key)
            .send()
            .ok();
    assertThat(again.json().get("items").get(0).get("create").get("status").asInt())
        .as("there already")
        .isEqualTo(409);
    Reply noop =
        app.post("/elastic/shop/_bulk", "{\"index\":{\"_id\":\"a\"}}\n{\"message\":\"bulk one\"}\n")
            .token(key)
            .send()
            .ok();
    assertThat(noop.text()).contains("\"errors\":false,\"items\":[{\"index\":");
    assertThat(noop.json().get("items").get(0).get("index").get("result").asString())
        .isEqualTo("noop");
    assertThat(app.post("/_bulk", bulk).send().status()).isEqualTo(401);
  }

  @Test
  void anItemWithoutAnIdIsAnsweredWithTheOneUnderWhichTheLogIsFound() {
    String bulk = "{\"create\":{}}\n{\"message\":\"nameless\"}\r\n{\"create\":{}}\n\n{\"no\":1}";
    JsonNode items = app.post("/_bulk", bulk).token(key).send().ok().json().get("items");
    assertThat(items).hasSize(2);
    JsonNode create = items.get(0).get("create");
    assertThat(create.get("_index").asString()).isEqualTo("logs");
    source("nameless");
    String path = "/api/logs/" + create.get("_id").asString();
    assertThat(app.get(path).token(admin).send().ok().text()).contains("nameless");
  }

  @Test
  void oneDocumentIsTakenUnderItsIdOnce() {
    String path = "/elastic/shop/_create/only";
    String document = "{\"message\":\"alone\"}";
    assertThat(app.ask("PUT", path).json(document).token(key).send().status()).isEqualTo(201);
    Reply again = app.ask("PUT", path).json(document).token(key).send();
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("version_conflict_engine_exception");
    assertThat(
            app.ask("PUT", "/elastic/shop/_doc/only").json(document).token(key).send().ok().text())
        .contains("\"result\":\"noop\"");
    assertThat(app.ask("PUT", path).json("[1]").token(key).send().status()).isEqualTo(400);
  }

  @Test
  void clientsOfElasticsearchFindWhatTheyAskForFirst() {
    Reply root =
        app.get("/elastic")
            .header("Accept", "application/vnd.elasticsearch+json; compatible-with=8")
            .token(key)
            .send()
            .ok();
    assertThat(root.json().get("version").get("number").asString()).isEqualTo("8.19.0");
    assertThat(root.header("Content-Type")).startsWith("application/vnd.elasticsearch+json");
    for (String path :
        List.of(
            "/_cat/health",
            "/_cluster/health?timeout=30s",
            "/elastic/_license",
            "/elastic/_nodes/http",
            "/elastic/shop",
            "/elastic/_index_template/template_logs")) {
      assertThat(app.get(path).token(key).send().ok().header("X-Elastic-Product"))
          .as(path)
          .isEqualTo("Elasticsearch");
    }
    assertThat(app.ask("PUT", "/elastic/_ilm/policy/logs").json("{}").token(key).send().status())
        .isEqualTo(200);
  }

  @Test
  void lokiStreamsComeAsJsonAndAsPackedProtobuf() throws Exception {
    String json =
        """
        {"streams":[{"stream":{"app":"loki-shop","level":"error"},"values":[["1793500000000000000","loki one\\n",{"traceid":"abc"}],["1793500001000000000","{\\"message\\":\\"loki two\\",\\"status_code\\":503}"]]}]}""";
    assertThat(post("/loki/api/v1/push", "application/json", bytes(json)).statusCode())
        .isEqualTo(204);
    JsonNode one = source("\"loki one\"");
    assertThat(
            one.get("service").asString()
                + one.get("level").asString()
                + one.get("trace_id").asString())
        .isEqualTo("loki-shopERRORabc");
    assertThat(one.get("timestamp").asString()).isEqualTo("2026-11-01T02:26:40Z");
    assertThat(source("\"loki two\"").get("status_code").asInt()).isEqualTo(503);

    byte[] time = message(varint(1, 1_793_500_002L), varint(2, 500_000_000));
    byte[] entry = message(field(1, time), field(2, bytes("loki three loki three loki three")));
    byte[] stream =
        message(field(1, bytes("{app=\"loki-shop\", quoted=\"a\\\"b\"}")), field(2, entry));
    assertThat(
            post("/loki/api/v1/push", "application/x-protobuf", snappy(message(field(1, stream))))
                .statusCode())
        .isEqualTo(204);
    JsonNode three = source("\"loki three\"");
    assertThat(three.get("timestamp").asString()).isEqualTo("2026-11-01T02:26:42.500Z");
    assertThat(three.get("quoted").asString()).isEqualTo("a\"b");
    assertThat(post("/loki/api/v1/push", "application/x-protobuf", bytes("nonsense")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void openTelemetryLogsComeInBothForms() throws Exception {
    String json =
        """
        {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"otlp-shop"}}]},"scopeLogs":[{"scope":{"name":"x"},"logRecords":[
        {"timeUnixNano":"1793500000000000000","severityNumber":17,"body":{"stringValue":"otlp one"},"traceId":"5b8efff798038103d269b633813fc60c","attributes":[{"key":"items","value":{"intValue":5}},{"key":"http.response.status_code","value":{"intValue":"500"}}]}]}]}]}""";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes(json));
    }
    HttpResponse<byte[]> answer =
        post("/v1/logs", "application/json", packed.toByteArray(), "Content-Encoding", "gzip");
    assertThat(answer.statusCode() + new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("200{}");
    JsonNode one = source("\"otlp one\"");
    assertThat(one.get("service").asString() + one.get("level").asString() + one.get("items"))
        .isEqualTo("otlp-shopERROR5");
    assertThat(one.get("trace_id").asString()).isEqualTo("5b8efff798038103d269b633813fc60c");
    assertThat(one.get("status_code").asInt()).isEqualTo(500);

    byte[] service =
        message(field(1, bytes("service.name")), field(2, message(field(1, bytes("otlp-shop")))));
    byte[] record =
        message(
            fixed64(1, 1_793_500_003_000_000_000L),
            varint(2, 9),
            field(5, message(field(1, bytes("otlp two")))),
            field(9, new byte[] {1, 2, (byte) 0xff}));
    byte[] request =
        message(
            field(
                1,
                message(
                    field(1, message(field(1, service))), field(2, message(field(2, record))))));
    HttpResponse<byte[]> binary = post("/v1/logs", "application/x-protobuf", request);
    assertThat(binary.statusCode()).isEqualTo(200);
    assertThat(binary.body()).isEmpty();
    JsonNode two = source("\"otlp two\"");
    assertThat(
            two.get("level").asString()
                + two.get("trace_id").asString()
                + two.get("service").asString())
        .isEqualTo("INFO0102ffotlp-shop");
    assertThat(post("/v1/logs", "application/x-protobuf", bytes("zzz")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void syslogComesFramedByLengthByLineAndByDatagram() throws Exception {
    String modern =
        "<133>1 2026-11-01T22:51:34.131517+00:00 vm-1 shop 42 ID7 [req@1 id=\"a\\\"b\" path=\"/x\"] \ufeffsyslog one";
    byte[] framed = bytes(modern);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), syslog);
        OutputStream out = socket.getOutputStream()) {
      out.write(bytes(framed.length + " "));
      out.write(framed);
      out.write(bytes("32 <11>Oct 11 22:14:15 vm-2 a[9]: x"));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), syslog);
        OutputStream out = socket.getOutputStream()) {
      out.write(bytes("<11>Nov  1 22:14:15 vm-2 payments[77]: syslog two\r\n<0>syslog three\n"));
    }
    datagram(syslog, bytes("<14>1 - vm-3 udp - - - syslog four"));
    JsonNode one = source("\"syslog one\"");
    assertThat(
            one.get("host").asString()
                + one.get("service").asString()
                + one.get("level").asString())
        .isEqualTo("vm-1shopINFO");
    assertThat(one.get("req@1.id").asString()).isEqualTo("a\"b");
    assertThat(one.get("timestamp").asString()).isEqualTo("2026-11-01T22:51:34.131Z");
    JsonNode two = source("\"syslog two\"");
    assertThat(
            two.get("service").asString()
                + two.get("process_id").asString()
                + two.get("level").asString())
        .isEqualTo("payments77ERROR");
    assertThat(source("\"syslog three\"").get("level").asString()).isEqualTo("FATAL");
    assertThat(source("\"syslog four\"").get("service").asString()).isEqualTo("udp");
  }

  @Test
  void theLoggerOfTheSystemIsUnderstood() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/logger")), "there is no logger here");
    for (List<String> options :
        List.of(
            List.of("--tcp", "--octet-count"),
            List.of("--tcp"),
            List.of("--udp"),
            List.of("--udp", "--rfc3164"))) {
      String word = "logger" + String.join("", options).replaceAll("[^a-z0-9]", "");
      List<String> command =
          new java.util.ArrayList<>(
              List.of(
                  "/usr/bin/logger",
                  "--server",
                  "127.0.0.1",
                  "--port",
                  Integer.toString(syslog),
                  "-t",
                  "checkout",
                  "-p",
                  "user.err"));
      command.addAll(options);
      command.add(word + " failed");
      assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
      JsonNode log = source(word);
      assertThat(log.get("service").asString() + log.get("level").asString())
          .as(word)
          .isEqualTo("checkoutERROR");
    }
  }

  @Test
  void gelfComesByHttpTcpAndPackedChunkedDatagrams() throws Exception {
    String json =
        "{\"version\":\"1.1\",\"host\":\"vm-9\",\"short_message\":\"gelf %s\",\"level\":3,\"timestamp\":1793500000.25,\"_order\":\"7\"}";
    assertThat(post("/gelf", "application/json", bytes(json.formatted("one"))).statusCode())
        .isEqualTo(202);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gelf);
        OutputStream out = socket.getOutputStream()) {
      out.write(bytes(json.formatted("two") + "\0"));
    }
    datagram(gelf, deflated(json.formatted("three")));
    byte[] whole = bytes(json.formatted("four"));
    int half = whole.length / 2;
    datagram(gelf, chunk(1, 2, java.util.Arrays.copyOfRange(whole, half, whole.length)));
    datagram(gelf, chunk(0, 2, java.util.Arrays.copyOf(whole, half)));
    for (String word : List.of("one", "two", "three", "four")) {
      JsonNode log = source("\"gelf " + word + "\"");
      assertThat(
              log.get("host").asString()
                  + log.get("level").asString()
                  + log.get("order").asString()
                  + log.get("timestamp").asString())
          .as(word)
          .isEqualTo("vm-9ERROR72026-11-01T02:26:40.250Z");
    }
    assertThat(post("/gelf", "application/json", bytes("{}")).statusCode()).isEqualTo(400);
  }

  private static byte[] chunk(int number, int count, byte[] part) {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(new byte[] {0x1e, 0x0f, 1, 2, 3, 4, 5, 6, 7, 8, (byte) number, (byte) count});
    chunk.writeBytes(part);
    return chunk.toByteArray();
  }

  private static byte[] deflated(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(packed)) {
      zlib.write(bytes(text));
    }
    return packed.toByteArray();
  }

  private static void datagram(int port, byte[] content) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(content, content.length, InetAddress.getLoopbackAddress(), port));
    }
  }

  private static byte[] message(byte[]... fields) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      all.writeBytes(field);
    }
    return all.toByteArray();
  }

  private static byte[] field(int number, byte[] content) {
    return message(number((number << 3) | 2), number(content.length), content);
  }

  private static byte[] varint(int number, long value) {
    return message(number((long) number << 3), number(value));
  }

  private static byte[] fixed64(int number, long value) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(number((number << 3) | 1));
    for (int i = 0; i < 8; i++) {
      all.write((int) (value >>> (8 * i)) & 0xff);
    }
    return all.toByteArray();
  }

  private static byte[] number(long value) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long left = value;
    while (left >= 0x80) {
      all.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    all.write((int) left);
    return all.toByteArray();
  }

  /** A block of Snappy whose last part is copied from before, as a real packer would write it. */
  private static byte[] snappy(byte[] plain) {
    int repeated = 21;
    int literal = plain.length - repeated;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(number(plain.length));
    packed.write(60 << 2);
    packed.write(literal - 1);
    packed.write(plain, 0, literal);
    packed.write(((repeated - 1) << 2) | 2);
    packed.write(11);
    packed.write(0);
    return packed.toByteArray();
  }

  @Test
  void whoListensHearsWhatMatchesAsItComes() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + app.port()
                        + "/api/logs/tail?query=zetta&level=ERROR,FATAL&fuzzy=true"))
            .header("Authorization", "Bearer " + admin)
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(),
                    StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event:pulse");
      for (String log :
          List.of(
              "{\"short_message\":\"zeta well\",\"level\":6}",
              "{\"short_message\":\"other broken\",\"level\":3}",
              "{\"short_message\":\"zeta broken\",\"level\":3}")) {
        assertThat(post("/gelf", "application/json", bytes(log)).statusCode()).isEqualTo(202);
      }
      String line = lines.readLine();
      while (!line.equals("event:log")) {
        line = lines.readLine();
      }
      assertThat(lines.readLine()).startsWith("data:").contains("zeta broken");
    }
  }

  @Test
  void ofABodyThatBreaksOffNothingIsStored() throws Exception {
    try (Socket socket = new Socket("localhost", app.port())) {
      socket
          .getOutputStream()
          .write(
              bytes(
                  "POST /api/logs/ingest HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + key
                      + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n"
                      + "{\"message\":\"quibble half\"}\n".repeat(50)));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    post("/api/logs/ingest", "application/json", bytes("{\"message\":\"quibble whole\"}"));
    source("\"quibble whole\"");
    assertThat(found("quibble").get("total").asInt()).isEqualTo(1);
  }
}
