package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vitrine.LiveApp;
import io.vitrine.RealData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of every form are taken over HTTP, told the truth about, and can be searched when done. */
class UploadsTest {

  private static final Path DATA = Path.of("../shared/data");

  @TempDir static Path data;
  private static LiveApp app;
  private static String admin;

  @BeforeAll
  static void start() {
    app = LiveApp.start(data);
    admin = app.admin();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static JsonNode send(String name, byte[] content)
      throws IOException, InterruptedException {
    String boundary = "part-of-this-test";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + "/api/logs/upload"))
            .header("Authorization", "Bearer " + admin)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode answer = new JsonMapper().readTree(response.body());
      assertThat(response.statusCode()).as(response.body()).isIn(202, 400, 413);
      return answer;
    }
  }

  private static JsonNode done(String name, byte[] content)
      throws IOException, InterruptedException {
    JsonNode job = send(name, content);
    String path = "/api/logs/uploads/" + job.get("job_id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !List.of("pending", "processing").contains(get(path).get("state").asString()));
    return get(path);
  }

  private static JsonNode get(String path) {
    return app.get(path).token(admin).send().ok().json();
  }

  private static long found(String query) {
    return app.post(
            "/api/logs/search",
            new JsonMapper().writeValueAsString(java.util.Map.of("query", query)))
        .token(admin)
        .send()
        .ok()
        .json()
        .get("total")
        .asLong();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String counts(JsonNode job) {
    return job.get("file_type").asString()
        + " "
        + job.get("state").asString()
        + " "
        + job.get("accepted").asLong()
        + " "
        + job.get("duplicates").asLong()
        + " "
        + job.get("rejected").asLong();
  }

  @Test
  void everyFormIsFoundOutAndReadRecordByRecord() throws Exception {
    assertThat(
            counts(
                done(
                    "a.json",
                    bytes(
                        "[{\"message\":\"qualph one\",\"level\":\"info\"},\n {\"message\":\"qualph two\",\n\"n\":{\"a\":[1,2]}}]"))))
        .isEqualTo("json_list completed 2 0 0");
    assertThat(counts(done("b.json", bytes("{\n \"message\": \"qualph {three}\"\n}"))))
        .isEqualTo("json completed 1 0 0");
    assertThat(
            counts(
                done(
                    "c.log",
                    bytes("{\"message\":\"qualph four\"}\n\n{\"message\":\"qualph five\"}\n"))))
        .isEqualTo("ndjson completed 2 0 0");
    assertThat(
            counts(
                done(
                    "d.csv",
                    bytes(
                        "when;what;message;level\n2026-01-02T03:04:05Z;x;\"qualph; six\";WARN\n2026-01-02 03:04;y;qualph seven;\n"))))
        .isEqualTo("csv completed 2 0 0");
    assertThat(found("qualph")).isEqualTo(7);
    assertThat(found("what:x")).as("columns of its own are kept and searched").isEqualTo(1);
    assertThat(found("level:WARN qualph")).isEqualTo(1);
  }

  @Test
  void whatIsNoLogIsListedWithItsLineReasonAndText() throws Exception {
    String lines =
        """
        {"message":"beta one"}
        {"message":"beta two",
        ["beta three"]
        {"message":"beta four","timestamp":"2026-13-45"}
        {"message":"beta five","amount":"a lot"}
        """;
    JsonNode job = done("beta.log", bytes(lines));
    assertThat(counts(job)).isEqualTo("ndjson completed 1 0 4");
    List<String> rejects =
        app.get("/api/logs/uploads/" + job.get("job_id").asString() + "/rejects")
            .token(admin)
            .send()
            .ok()
            .text()
            .lines()
            .toList();
    assertThat(rejects).hasSize(5).element(0).isEqualTo("line,reason,detail,text");
    assertThat(
            rejects.stream()
                .skip(1)
                .map(line -> line.split(",", 3)[0] + " " + line.split(",", 3)[1]))
        .containsExactlyInAnyOrder(
            "2 broken_json", "3 not_an_object", "4 impossible_time", "5 not_a_number");
    assertThat(rejects.get(2)).contains("[\"\"beta three\"\"]");
  }

  @Test
  void textInUtf16IsReadWithAndWithoutAMark() throws Exception {
    String csv = "message,level\nzetta \u20ac \ud83d\udecd one,WARN\nzetta two,INFO\n";
    byte[] marked = ("\ufeff" + csv).getBytes(StandardCharsets.UTF_16LE);
    assertThat(counts(done("excel.csv", marked))).isEqualTo("csv completed 2 0 0");
    byte[] bare = csv.replace("zetta", "zettb").getBytes(StandardCharsets.UTF_16BE);
    assertThat(counts(done("bare.csv", bare))).isEqualTo("csv completed 2 0 0");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("\ufeff{\"message\":\"zettc\"}\r\n".getBytes(StandardCharsets.UTF_16BE));
    }
    assertThat(counts(done("packed.gz", packed.toByteArray()))).isEqualTo("ndjson completed 1 0 0");
    assertThat(found("zetta") + " " + found("zettb") + " " + found("zettc")).isEqualTo("2 2 1");
    String first =
        app.post("/api/logs/search", "{\"query\":\"zetta level:WARN\"}").token(admin).send().text();
    assertThat(first).contains("zetta \u20ac \ud83d\udecd one");
  }

  @Test
  void allRecordsOfOneLineAreLogsOfTheirOwn() throws Exception {
    byte[] list =
        bytes(
            "[{\"message\":\"compact one\"},{\"message\":\"compact two\"},7,{\"message\":\"compact three\"}]");
    assertThat(counts(done("compact.json", list))).isEqualTo("json_list completed 3 0 1");
    assertThat(found("compact")).isEqualTo(3);
  }

  @Test
  void bytesThatAreNoTextAreCountedAndTheirLogsKept() throws Exception {
    byte[] lines =
        "{\"message\":\"caf\u00e9 latina\"}\n{\"message\":\"latinb \u00fc\u00fc\"}\n{\"message\":\"latinc\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    JsonNode job = done("latin.log", lines);
    assertThat(counts(job)).isEqualTo("ndjson completed 3 0 0");
    assertThat(job.get("replaced_bytes").asLong()).isEqualTo(3);
    assertThat(app.post("/api/logs/search", "{\"query\":\"latina\"}").token(admin).send().text())
        .contains("caf\ufffd latina");
    byte[] list =
        "[{\"message\":\"latind \u00e9\"},{\"message\":\"latine\"}]"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(counts(done("latin.json", list))).isEqualTo("json_list completed 2 0 0");
    byte[] sound =
        bytes("{\"message\":\"latinf \u00e9 \u20ac \ud83d\udecd \uffff \ue000\"}\n".repeat(900));
    JsonNode whole = done("sound.log", sound);
    assertThat(counts(whole)).isEqualTo("ndjson completed 900 0 0");
    assertThat(whole.get("replaced_bytes").asLong()).as("over the ends of stretches").isZero();
  }

  @Test
  void aLineWithoutEndIsRefusedAndNotHeld() throws Exception {
    String endless = "{\"message\":\"" + "theta ".repeat(500_000) + "\"}\r\n";
    String lines = "{\"message\":\"thetb one\"}\r\n" + endless + "{\"message\":\"thetb two\"}";
    JsonNode job = done("endless.log", bytes(lines));
    assertThat(counts(job)).isEqualTo("ndjson completed 2 0 1");
    String rejects = "/api/logs/uploads/" + job.get("job_id").asString() + "/rejects";
    assertThat(app.get(rejects).token(admin).send().ok().text()).contains("2,record_too_large,");
    assertThat(found("thetb")).isEqualTo(2);
  }

  @Test
  void theSameContentIsStoredOnce() throws Exception {
    byte[] content = bytes("{\"message\":\"quamma one\"}\n{\"message\":\"quamma two\"}\n");
    JsonNode first = done("first.log", content);
    JsonNode again = done("second.log", content);
    assertThat(counts(again)).isEqualTo("ndjson completed 0 2 0");
    assertThat(again.get("detail").asString())
        .isEqualTo("same_as:" + first.get("job_id").asString());
    assertThat(found("quamma")).isEqualTo(2);
    assertThat(found("upload:" + first.get("job_id").asString()))
        .as("logs are found by the upload that brought them")
        .isEqualTo(2);
    assertThat(found("upload:" + again.get("job_id").asString())).isZero();
    assertThat(get("/api/logs/uploads/recent").get("uploads")).isNotEmpty();
    String owner = get("/api/auth/me").get("id").asString();
    assertThat(get("/api/users/" + owner).get("uploads_count").asInt())
        .isEqualTo(get("/api/logs/uploads/recent").get("uploads").size());
    assertThat(
            app.ask("POST", "/api/logs/uploads/" + first.get("job_id").asString() + "/retry")
                .token(admin)
                .send()
                .code())
        .isEqualTo("upload_not_failed");
  }

  @Test
  void aPackedFileIsUnpackedAndOneThatBreaksOffSaysSo() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 3_000; i++) {
        gzip.write(bytes("{\"message\":\"delta " + Integer.toHexString(i * 7919) + "\"}\n"));
      }
    }
    assertThat(counts(done("delta.gz", packed.toByteArray())))
        .isEqualTo("ndjson completed 3000 0 0");
    byte[] half = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 2_000);
    half[9] = 7; // another file than the whole one, with the same beginning
    JsonNode broken = done("half.gz", half);
    assertThat(broken.get("state").asString()).isEqualTo("failed");
    assertThat(broken.get("detail").asString()).isNotBlank();
    assertThat(send("empty.log", new byte[0]).get("code").asString()).isEqualTo("upload_empty");
  }

  @Test
  void aFileIsReadOnAfterARestartAndItsCountsAreThoseOfTheFile(@TempDir Path other)
      throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      lines.append("{\"message\":\"restart number ").append(i).append("\"}\n");
    }
    LiveApp before = app;
    String admitted = admin;
    try {
      app = LiveApp.start(other);
      admin = app.admin();
      String path =
          "/api/logs/uploads/" + send("long.log", bytes(lines.toString())).get("job_id").asString();
      await().atMost(Duration.ofSeconds(60)).until(() -> get(path).get("accepted").asLong() > 0);
      app.close();
      app = LiveApp.start(other);
      admin = app.admin();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> get(path).get("state").asString().equals("completed"));
      assertThat(counts(get(path))).isEqualTo("ndjson completed 40000 0 0");
      assertThat(found("restart")).isEqualTo(40_000);
    } finally {
      app.close();
      app = before;
      admin = admitted;
    }
  }

  @Test
  void logsAreIngestedAsOneManyOrLines() {
    JsonNode one =
        app.post("/api/logs/ingest", "{\"message\":\"epsilon one\"}")
            .token(app.key("ingest"))
            .send()
            .ok()
            .json();
    assertThat(one.get("records_processed").asInt()).isEqualTo(1);
    JsonNode some =
        app.post("/api/logs/ingest", "[{\"id\":\"eps\",\"message\":\"epsilon two\"},7]")
            .token(admin)
            .send()
            .ok()
            .json();
    assertThat(some.get("records_processed").asInt()).isEqualTo(1);
    assertThat(some.get("rejected").get(0).get("index").asInt()).isEqualTo(1);
    assertThat(
            app.post("/api/logs/ingest", "{\"odd\":1}\n{\"odd\":2}").token(admin).send().status())
        .isEqualTo(201);
  }

  @Test
  @RealData("apache-logs/apache_logs")
  void apachesRealLogLoadsWithoutLosingALine() throws Exception {
    JsonNode job = done("apache_logs", Files.readAllBytes(DATA.resolve("apache-logs/apache_logs")));
    assertThat(counts(job)).isEqualTo("access_log completed 9999 0 1");
    String rejects =
        app.get("/api/logs/uploads/" + job.get("job_id").asString() + "/rejects")
            .token(admin)
            .send()
            .ok()
            .text();
    assertThat(rejects).contains("8899,not_an_access_line").contains("configlib.py");
    assertThat(found("source:=access_log status_code:404")).isEqualTo(213);
    assertThat(found("source:=access_log status_code:304")).isEqualTo(445);
    assertThat(found("source:=access_log status:[300 TO 399]")).isEqualTo(609);
    assertThat(found("source:=access_log Googlebot")).isPositive();
    JsonNode top =
        get("/api/search?query=source%3A%3Daccess_log&facets=true&size=1")
            .get("facets")
            .get("status_code");
    assertThat(top.get(0).get("value").asString() + " " + top.get(0).get("count").asLong())
        .isEqualTo("200 9125");
    assertThat(figures("status_code", null)).isEqualTo(counted(line -> line.group("status")));
    assertThat(figures("time", "hour")).isEqualTo(counted(line -> hour(line.group("time"))));
    assertThat(figures("method", null)).isEqualTo(counted(line -> line.group("method")));
  }

  /** A line of the access log: its time, status and method. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\[(?<time>[^\\]]+)\\] \"(?<method>[A-Z]+) .*\" (?<status>[0-9]{3}) [0-9-]+ \".*\" \".*\"$");

  private static String hour(String time) {
    return OffsetDateTime.parse(
            time, DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH))
        .toInstant()
        .truncatedTo(ChronoUnit.HOURS)
        .toString();
  }

  /** Counts the file by itself, without the product. */
  private static Map<String, Long> counted(Function<MatchResult, String> by) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : Files.readAllLines(DATA.resolve("apache-logs/apache_logs"))) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.find()) {
        counts.merge(by.apply(matcher.toMatchResult()), 1L, Long::sum);
      }
    }
    return counts;
  }

  /** The product's answer to a question about the logs of that file. */
  private static Map<String, Long> figures(String by, @Nullable String grain) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("kind", "LogFigures");
    question.put("period", Map.of("from", "2015-05-01", "to", "2015-06-30"));
    question.put("limit", 1_000);
    question.put(
        "logs",
        Map.of(
            "figures",
            List.of("logs"),
            "by",
            List.of(by),
            "where",
            List.of(Map.of("field", "source", "values", List.of("access_log")))));
    if (grain != null) {
      question.put("grain", grain);
    }
    JsonNode answer =
        app.post("/api/query", new JsonMapper().writeValueAsString(question))
            .token(admin)
            .send()
            .ok()
            .json();
    Map<String, Long> counts = new TreeMap<>();
    answer.get("rows").forEach(row -> counts.put(row.get(0).asString(), row.get(1).asLong()));
    return counts;
  }

  @Test
  @RealData("shop-sample-logs/logs.json.gz")
  void theSampleWebLogsLoadWhole() throws Exception {
    JsonNode job =
        done("logs.json.gz", Files.readAllBytes(DATA.resolve("shop-sample-logs/logs.json.gz")));
    assertThat(counts(job)).isEqualTo("ndjson completed 14074 0 0");
    assertThat(found("response:200 event.dataset:=sample_web_logs")).isEqualTo(12_832);
    assertThat(found("response:404 event.dataset:=sample_web_logs")).isEqualTo(801);
    assertThat(found("response:>=500 event.dataset:=sample_web_logs")).isEqualTo(441);
  }
}
