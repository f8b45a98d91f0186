package io.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter error = new StringWriter();
  private final ListeningServer server = new ListeningServer();

  private int run(String... arguments) {
    CommandLine line = Commands.line(server, Clock.fixed(NOW, ZoneOffset.UTC));
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(error)).execute(arguments);
  }

  private JsonNode json() {
    return JsonMapper.shared().readTree(out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "serve --help",
        "test --help",
        "import --help",
        "import mapped --help",
        "inspect --help",
        "export --help",
        "generate --help",
        "generate retailrocket --help",
        "generate logs --help",
        "download --help",
        "users --help",
        "users add --help",
        "users list --help",
        "users reset-password --help",
        "version --help"
      })
  void everyCommandHasHelp(String arguments) {
    assertThat(run(arguments.split(" ", -1))).isZero();
    assertThat(out.toString()).startsWith("Usage: vitrine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "demo --port much",
        "demo --port 70000",
        "demo --scale 0",
        "export",
        "export daily_metrics",
        "export sales --out sales.csv",
        "export daily_metrics --format xlsx --out daily.xlsx",
        "generate logs",
        "generate logs --count 0",
        "generate retailrocket --out x --events 0",
        "generate retailrocket --out x --events 900000000",
        "download",
        "download --out x --base-url http://shop.example/api",
        "users add anna --email a@b.example --role king",
        "users",
        "test"
      })
  void wrongUsageIsExitTwo(String arguments) {
    assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
    assertThat(error.toString()).isNotBlank();
    assertThat(server.starts).isEmpty();
  }

  @Test
  void theVersionIsToldWithoutStartingTheServer() {
    assertThat(run("version", "--json")).isZero();
    assertThat(json().get("version").asString()).isNotBlank();
    assertThat(server.starts).isEmpty();
  }

  @Test
  void aPortInUseIsNamedWithTheWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(run("serve", "--port", port)).isEqualTo(1);
      assertThat(error.toString()).contains(port).contains("--port");
    }
  }

  @Test
  void serveStartsTheProductAndTellsHowToSignIn() {
    assertThat(run("serve", "--data", folder.toString(), "--port", "0")).isZero();
    assertThat(server.starts).containsExactly("serve " + folder + " 0");
    assertThat(out.toString())
        .contains("http://localhost:4711")
        .contains("admin")
        .contains("s3cret");
  }

  @Test
  void demoLoadsAYearOnceAndTellsItAsJson() {
    String[] demo = {
      "demo", "--data", folder.toString(), "--port", "0", "--scale", "0.05", "--no-live", "--json"
    };
    assertThat(run(demo)).isZero();
    assertThat(json().get("address").asString()).isEqualTo("http://localhost:4711");
    assertThat(json().get("events_loaded").asInt()).isEqualTo(server.taken.size());
    assertThat(server.taken).hasSizeGreaterThan(10_000);
    int before = server.taken.size();
    assertThat(run(demo)).isZero();
    assertThat(server.taken.size()).isLessThan(before + 5);
  }

  @Test
  void accountsAreMadeListedAndGivenNewPasswords() {
    String data = folder.toString();
    assertThat(
            run(
                "users",
                "add",
                "anna",
                "--email",
                "a@b.example",
                "--role",
                "analyst",
                "--data",
                data))
        .isZero();
    assertThat(run("users", "list", "--data", data)).isZero();
    assertThat(run("users", "reset-password", "anna", "--data", data)).isZero();
    assertThat(out.toString()).contains("anna  analyst  a@b.example");
    assertThat(run("users", "reset-password", "nobody", "--data", data)).isEqualTo(1);
    assertThat(error.toString()).contains("nobody");
  }

  @Test
  void logsAreWrittenOneObjectALineTheSameForTheSameSeed() throws IOException {
    String first = logs("1");
    assertThat(logs("1")).isEqualTo(first).endsWith("}\n");
    assertThat(ids(logs("2")))
        .as("another seed adds to the first")
        .doesNotContainAnyElementsOf(ids(first));
    List<JsonNode> lines = first.lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).hasSize(3_000);
    assertThat(
            lines.stream().map(line -> line.get("log_type").asString()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "transaction", "error", "user_behavior", "performance", "fraud", "log");
    assertThat(lines)
        .allMatch(
            line ->
                List.of("timestamp", "level", "service", "message", "ip", "source", "metadata")
                    .stream()
                    .allMatch(line::has));
  }

  private static Set<String> ids(String lines) {
    return lines
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).get("id").asString())
        .collect(Collectors.toSet());
  }

  private String logs(String seed) throws IOException {
    Path file = folder.resolve("logs.ndjson");
    assertThat(run("generate", "logs", "--count", "3000", "--seed", seed, "--out", file.toString()))
        .isZero();
    return Files.readString(file);
  }

  @Test
  void anUnknownTableNamesThoseThereAre() {
    assertThat(run("export", "sales", "--out", "sales.csv")).isEqualTo(2);
    assertThat(error.toString()).contains("sales").contains("daily_metrics, products_summary");
    assertThat(run("export", "--help")).isZero();
    assertThat(out.toString()).contains("events_enriched").contains("products_summary");
  }

  @Test
  void aTableIsExportedAsTheProductLeftItWholeOrNotAtAll() throws IOException {
    Path data = folder.resolve("data");
    Path file = folder.resolve("daily.csv");
    String[] export = {
      "export", "daily_metrics", "--out", file.toString(), "--data", data.toString(), "--json"
    };
    assertThat(run(export)).isEqualTo(1);
    assertThat(error.toString()).contains("there is no shop in the data folder " + data);
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    StoreSettings settings = StoreSettings.of(data, tokyo, Currency.getInstance("JPY"));
    try (EventStore store = DuckEventStore.open(settings, Clock.systemUTC())) {
      store.append(List.of(purchase()));
      assertThat(run(export)).isEqualTo(1);
      assertThat(error.toString()).contains("in use by another process");
    }
    assertThat(run(export)).isZero();
    assertThat(json().get("rows").asInt()).isEqualTo(1);
    assertThat(json().get("bytes").asLong()).isEqualTo(Files.size(file));
    assertThat(Files.readString(file))
        .contains("\r\n2026-03-02,Monday,10,3,false,1,1,0,1,0,0,1,,,,1200,1200,");
    assertThat(run(export)).isEqualTo(1);
    assertThat(error.toString()).contains(file + " exists").contains("--force");
    List<String> forced = new ArrayList<>(List.of(export));
    forced.addAll(List.of("--force", "--format", "parquet"));
    assertThat(run(forced.toArray(String[]::new))).isZero();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("PAR1");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(data, file);
    }
  }

  /** On a Monday in Tokyo, where it is still Sunday in Paris. */
  private static Event purchase() {
    return Event.draft()
        .set(Field.ID, "1")
        .set(Field.TYPE, "purchase")
        .set(Field.VISITOR_ID, "ann")
        .set(Field.ORDER_ID, "o1")
        .set(Field.AMOUNT, new BigDecimal("1200"))
        .set(Field.TIMESTAMP, Instant.parse("2026-03-01T16:00:00Z"))
        .finish();
  }

  @Test
  void aDataSetIsWrittenAndReported() {
    assertThat(
            run(
                "generate",
                "retailrocket",
                "--out",
                folder.toString(),
                "--events",
                "500",
                "--json"))
        .isZero();
    assertThat(json().get("events").asInt()).isEqualTo(500);
    assertThat(folder.resolve("category_tree.csv")).exists();
  }
}
