package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.vitrine.LiveApp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real clients of other products deliver every record once, with its fields, and lose none while
 * the product refuses for a time.
 */
@Tag("process")
class ShippersTest {

  private static final int RECORDS = 120;
  private static final int PIECE = 1 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path data;
  @TempDir Path other;

  @SuppressWarnings("NullAway.Init") // each test starts it with settings of its own
  private LiveApp app;

  private String admin = "";
  private String key = "";
  private int syslog;
  private int gelf;

  private void start(String... more) throws IOException {
    syslog = free();
    gelf = free();
    List<String> settings = new java.util.ArrayList<>(List.of(more));
    settings.add("vitrine.logs.syslog-port=" + syslog);
    settings.add("vitrine.logs.gelf-port=" + gelf);
    app = LiveApp.start(data, settings.toArray(String[]::new));
    admin = app.admin();
    key = app.key("ingest");
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private JsonNode found(String query) {
    return app.post(
            "/api/logs/search",
            JSON.writeValueAsString(Map.of("query", query, "sort", "oldest", "size", 1000)))
        .token(admin)
        .send()
        .ok()
        .json();
  }

  /**
   * Waits for all records of a service: each message once, each with the level it was sent with.
   */
  private void assertEachOnce(String service, String field, Object value) {
    String query = "service:=" + service;
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> found(query).get("total").asInt() >= RECORDS);
    JsonNode answer = found(query);
    TreeSet<String> messages = new TreeSet<>();
    answer.get("results").forEach(hit -> messages.add(text(hit, "message")));
    assertThat(messages).as(service).hasSize(RECORDS);
    assertThat(answer.get("total").asInt()).as(service).isEqualTo(RECORDS);
    assertThat(text(answer.get("results").get(0), field)).as(service).isEqualTo("" + value);
  }

  private static String text(JsonNode hit, String field) {
    return hit.get("source").path(field).asString().strip();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + app.port() + path;
  }

  private void openTelemetry(String service) {
    RetryPolicy patience =
        RetryPolicy.builder()
            .setMaxAttempts(5)
            .setInitialBackoff(Duration.ofSeconds(4))
            .setMaxBackoff(Duration.ofSeconds(6))
            .build();
    SdkLoggerProvider provider =
        SdkLoggerProvider.builder()
            .setResource(Resource.create(Attributes.builder().put("service.name", service).build()))
            .addLogRecordProcessor(
                BatchLogRecordProcessor.builder(
                        OtlpHttpLogRecordExporter.builder()
                            .setEndpoint(url("/v1/logs"))
                            .addHeader("Authorization", "Bearer " + key)
                            .setCompression("gzip")
                            .setRetryPolicy(patience)
                            .setTimeout(Duration.ofSeconds(60))
                            .build())
                    .setExporterTimeout(Duration.ofSeconds(60))
                    .build())
            .build();
    Logger logger = provider.get("shop");
    for (int i = 0; i < RECORDS; i++) {
      logger
          .logRecordBuilder()
          .setSeverity(Severity.ERROR)
          .setBody("otel number " + i)
          .setAttribute(AttributeKey.longKey("http.response.status_code"), 503L)
          .emit();
    }
    provider.shutdown().join(90, TimeUnit.SECONDS);
  }

  /** Logs through an appender that is described as in a file of Logback's. */
  private static LoggerContext logback(String appender) throws Exception {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    String text =
        "<configuration>"
            + appender
            + "<root level=\"INFO\"><appender-ref ref=\"SHIP\"/></root></configuration>";
    configurator.doConfigure(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return context;
  }

  private static void write(LoggerContext context, String name) {
    org.slf4j.Logger logger = context.getLogger("shop.web.OrderHandler");
    MDC.put("user_id", "u-7");
    for (int i = 0; i < RECORDS; i++) {
      logger.warn("{} number {}", name, i);
    }
    MDC.remove("user_id");
    context.stop();
  }

  private void loki(String service) throws Exception {
    write(
        logback(
            """
            <appender name="SHIP" class="com.github.loki4j.logback.Loki4jAppender">
              <labels>service=%s
            level=%%level</labels>
              <message><pattern>%%msg</pattern></message>
              <http><url>%s</url><maxRetries>20</maxRetries><minRetryBackoffMs>500</minRetryBackoffMs><maxRetryBackoffMs>1000</maxRetryBackoffMs>
                <auth><username>key</username><password>%s</password></auth></http>
              <batch><maxItems>50</maxItems><timeoutMs>300</timeoutMs></batch>
            </appender>"""
                .formatted(service, url("/loki/api/v1/push"), key)),
        service);
  }

  private void gelf(String service, String way) throws Exception {
    write(
        logback(
            """
            <appender name="SHIP" class="de.siegmar.logbackgelf.Gelf%sAppender">
              <graylogHost>127.0.0.1</graylogHost><graylogPort>%d</graylogPort>
              <encoder class="de.siegmar.logbackgelf.GelfEncoder"><staticField>service:%s</staticField></encoder>
            </appender>"""
                .formatted(way, gelf, service)),
        service);
  }

  private void elasticsearch(String service) throws IOException {
    try (RestClient rest =
            RestClient.builder(new HttpHost("127.0.0.1", app.port()))
                .setPathPrefix("/elastic")
                .setDefaultHeaders(
                    new org.apache.http.Header[] {
                      new org.apache.http.message.BasicHeader("Authorization", "ApiKey " + key)
                    })
                .build();
        RestClientTransport transport =
            new RestClientTransport(
                rest, new co.elastic.clients.json.jackson.JacksonJsonpMapper())) {
      ElasticsearchClient client = new ElasticsearchClient(transport);
      assertThat(client.info().version().number()).startsWith("8.");
      for (int round = 0; round < 2; round++) {
        BulkResponse answer =
            client.bulk(
                bulk -> {
                  for (int i = 0; i < RECORDS; i++) {
                    String id = service + i;
                    Map<String, Object> log = document(service, i);
                    bulk.operations(
                        one -> one.create(create -> create.index("shop").id(id).document(log)));
                  }
                  return bulk;
                });
        assertThat(answer.items()).hasSize(RECORDS);
        int status = round == 0 ? 201 : 409;
        assertThat(answer.items()).allSatisfy(item -> assertThat(item.status()).isEqualTo(status));
      }
    }
  }

  private static Map<String, Object> document(String service, int number) {
    return Map.of(
        "@timestamp",
        "2026-11-01T10:00:00Z",
        "message",
        service + " number " + number,
        "service",
        Map.of("name", service),
        "log",
        Map.of("level", "error"));
  }

  private void opensearch(String service) throws Exception {
    try (var transport =
        ApacheHttpClient5TransportBuilder.builder(
                new org.apache.hc.core5.http.HttpHost("http", "127.0.0.1", app.port()))
            .setPathPrefix("/elastic")
            .setDefaultHeaders(
                new org.apache.hc.core5.http.Header[] {
                  new BasicHeader("Authorization", "Bearer " + key)
                })
            .setMapper(new org.opensearch.client.json.jackson.JacksonJsonpMapper())
            .build()) {
      OpenSearchClient client = new OpenSearchClient(transport);
      assertThat(client.info().version().number()).isNotBlank();
      var answer =
          client.bulk(
              bulk -> {
                for (int i = 0; i < RECORDS; i++) {
                  Map<String, Object> log = document(service, i);
                  bulk.operations(one -> one.index(index -> index.index("shop").document(log)));
                }
                return bulk;
              });
      assertThat(answer.errors()).isFalse();
    }
  }

  /** Starts rsyslog with an action and gives it the records over TCP. */
  private Process rsyslog(String service, String action) throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/sbin/rsyslogd")), "rsyslog is not installed");
    int port = free();
    Path folder = Files.createDirectories(other.resolve(service));
    Path file = folder.resolve("rsyslog.conf");
    Files.writeString(
        file,
        """
        global(workDirectory="%s")
        module(load="imtcp")
        module(load="omelasticsearch")
        template(name="document" type="list" option.json="on") {
          constant(value="{\\"message\\":\\"") property(name="msg" position.from="2")
          constant(value="\\",\\"log.level\\":\\"") property(name="syslogseverity-text")
          constant(value="\\",\\"service\\":{\\"name\\":\\"") property(name="programname") constant(value="\\"}}")
        }
        input(type="imtcp" port="%d" address="127.0.0.1" ruleset="ship")
        ruleset(name="ship") { %s }
        """
            .formatted(folder, port, action));
    Process process =
        new ProcessBuilder(
                "/usr/sbin/rsyslogd",
                "-n",
                "-f",
                file.toString(),
                "-i",
                folder.resolve("pid").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      lines.append("<11>Nov  1 10:00:00 web-1 " + service + ": " + service + " number " + i + "\n");
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(
            () -> {
              try (var socket =
                  new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(lines.toString().getBytes(StandardCharsets.UTF_8));
                return true;
              }
            });
    return process;
  }

  private String omelasticsearch() {
    return """
    action(type="omelasticsearch" server="127.0.0.1" serverport="%d" usehttps="off" uid="key" pwd="%s" searchIndex="shop" searchType="" bulkmode="on"
           template="document" action.resumeRetryCount="-1" action.resumeInterval="1" action.resumeIntervalMax="2" queue.type="LinkedList" queue.size="5000" queue.dequeuebatchsize="50" errorfile="%s")"""
        .formatted(app.port(), key, other.resolve("errors"));
  }

  private String forward(String way) {
    return """
    action(type="omfwd" target="127.0.0.1" port="%d" protocol="%s" template="RSYSLOG_SyslogProtocol23Format")"""
        .formatted(syslog, way);
  }

  @Test
  void everyClientDeliversEachRecordOnce() throws Exception {
    start();
    openTelemetry("otel-shop");
    loki("loki-shop");
    gelf("gelf-tcp-shop", "Tcp");
    gelf("gelf-udp-shop", "Udp");
    elasticsearch("elastic-shop");
    opensearch("open-shop");
    Process bulk = rsyslog("rsyslog-bulk", omelasticsearch());
    Process tcp = rsyslog("rsyslog-tcp", forward("tcp"));
    Process udp = rsyslog("rsyslog-udp", forward("udp"));
    try {
      assertEachOnce("otel-shop", "status_code", 503);
      assertEachOnce("loki-shop", "level", "WARN");
      assertEachOnce("gelf-tcp-shop", "user_id", "u-7");
      assertEachOnce("gelf-udp-shop", "level", "WARN");
      assertEachOnce("elastic-shop", "level", "ERROR");
      assertEachOnce("open-shop", "level", "ERROR");
      assertEachOnce("rsyslog-bulk", "level", "ERROR");
      assertEachOnce("rsyslog-tcp", "host", "web-1");
      assertEachOnce("rsyslog-udp", "level", "ERROR");
    } finally {
      List.of(bulk, tcp, udp).forEach(Process::destroy);
    }
    logger("--tcp", "--rfc5424");
    logger("--udp", "--rfc3164");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> found("\"by the logger\"").get("total").asInt() == 2);
  }

  private void logger(String... options) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("logger"));
    command.addAll(List.of(options));
    command.addAll(
        List.of("--server", "127.0.0.1", "--port", "" + syslog, "-t", "shop", "by the logger"));
    assertThat(new ProcessBuilder(command).start().waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatIsRefusedForATimeIsNotLost() throws Exception {
    Path filler = other.resolve("filler");
    byte[] piece = new byte[PIECE];
    try (var out = Files.newOutputStream(filler)) {
      for (int i = 0; i < 600; i++) {
        out.write(piece);
      }
    }
    long least = Files.getFileStore(data).getUsableSpace() + 300L * PIECE;
    start("vitrine.intake.least-free=" + least + "B");
    Process bulk = rsyslog("rsyslog-late", omelasticsearch());
    try {
      Thread room =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      Thread.sleep(3_000);
                      Files.delete(filler);
                    } catch (IOException | InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      Thread late = Thread.ofVirtual().start(() -> openTelemetry("otel-late"));
      loki("loki-late");
      late.join();
      room.join();
      assertEachOnce("otel-late", "status_code", 503);
      assertEachOnce("loki-late", "level", "WARN");
      assertEachOnce("rsyslog-late", "level", "ERROR");
    } finally {
      bulk.destroy();
    }
  }
}
