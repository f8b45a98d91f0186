package io.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command from its options to its JSON, against a mirror that sends the archive itself. */
class DownloadCommandTest {

  private static final List<String> FILES =
      List.of(
          "events.csv",
          "item_properties_part1.csv",
          "item_properties_part2.csv",
          "category_tree.csv");

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter error = new StringWriter();

  private int run(String... arguments) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    CommandLine line = Commands.line(new ListeningServer(), clock);
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(error)).execute(arguments);
  }

  private static HttpServer mirror() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer mirror = HttpServer.create(address, 0);
    mirror.createContext(
        "/datasets/download/retailrocket/ecommerce-dataset",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (ZipOutputStream zip = new ZipOutputStream(exchange.getResponseBody())) {
            for (String file : FILES) {
              zip.putNextEntry(new ZipEntry(file));
              zip.write(file.getBytes(StandardCharsets.UTF_8));
            }
          }
        });
    mirror.start();
    return mirror;
  }

  @Test
  void theSetLandsInTheFolderAndTheResultIsOneObject() throws IOException {
    HttpServer mirror = mirror();
    Path key = folder.resolve("kaggle.json");
    Files.writeString(key, "{\"username\":\"anna\",\"key\":\"never-shown\"}");
    Path set = folder.resolve("set");
    String base = "http://127.0.0.1:" + mirror.getAddress().getPort();
    assertThat(
            run(
                "download",
                "--out",
                set.toString(),
                "--key-file",
                key.toString(),
                "--base-url",
                base,
                "--json"))
        .isZero();
    mirror.stop(0);
    JsonNode result = JsonMapper.shared().readTree(out.toString());
    assertThat(result.propertyNames())
        .containsExactly("out", "files", "bytes", "resumed_from", "verified");
    assertThat(result.path("files").propertyNames()).containsExactlyElementsOf(FILES);
    assertThat(set.resolve("events.csv")).hasContent("events.csv");
    assertThat(out + error.toString()).doesNotContain("never-shown");
  }

  @Test
  void withoutAKeyTheCommandFailsWithTheWayToOne() {
    Path absent = folder.resolve("kaggle.json");
    assertThat(run("download", "--out", folder.toString(), "--key-file", absent.toString()))
        .isEqualTo(1);
    assertThat(error.toString()).contains(absent.toString()).contains("Create New Token");
  }
}
