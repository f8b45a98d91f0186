package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.Download;
import io.vitrine.LiveApp;
import io.vitrine.model.ShopTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The tables of the history over HTTP: what there is, pages, downloads, and for whom. */
class TablesOverHttpTest {

  private static final String EVENTS =
      """
      [{"id": "1", "type": "product_view", "visitor_id": "ann", "product_id": "p1",
        "timestamp": "2026-03-27T09:00:00Z"},
       {"id": "2", "type": "purchase", "visitor_id": "ann", "order_id": "o1",
        "timestamp": "2026-03-27T09:05:00Z", "items": [{"product_id": "p1", "price": 12.5}]},
       {"id": "3", "type": "product_view", "visitor_id": "bob", "product_id": "p1",
        "timestamp": "2026-03-29T09:00:00Z"}]
      """;

  @TempDir Path data;

  @Test
  @Timeout(60)
  void tablesAreListedAskedAndDownloaded() throws Exception {
    try (LiveApp app = LiveApp.start(data)) {
      app.post("/api/events", EVENTS).token(app.key("ingest")).send().ok();
      String viewer = app.person("vera", "viewer");
      String analyst = app.person("anna", "analyst");
      listed(app, viewer);
      asked(app, viewer, analyst);
      downloaded(app, viewer, analyst);
      abandoned(app, analyst);
      // What was asked last and left may still be written; a file that stays ends the test by its
      // limit.
      while (leftBehind() > 0) {
        Thread.sleep(20);
      }
    }
  }

  private static void listed(LiveApp app, String viewer) {
    JsonNode tables = app.get("/api/data/tables").token(viewer).send().ok().json().get("tables");
    assertThat(tables).hasSize(ShopTable.values().length);
    JsonNode events = tables.get(0);
    assertThat(events.get("name").asString()).isEqualTo("events_enriched");
    assertThat(events.get("role").asString()).isEqualTo("analyst");
    assertThat(events.get("rows").asInt()).isEqualTo(3);
    assertThat(events.get("columns").get(0).get("name").asString()).isEqualTo("timestamp");
    assertThat(app.get("/api/data/tables").send().status()).isEqualTo(401);
  }

  private static void asked(LiveApp app, String viewer, String analyst) {
    JsonNode daily = page(app, viewer, "daily_metrics").ok().json();
    assertThat(daily.get("rows")).hasSize(1);
    assertThat(daily.get("rows").get(0).get(0).asString()).isEqualTo("2026-03-28");
    assertThat(daily.get("meta").get("total").asInt()).isEqualTo(3);
    LiveApp.Reply refused = page(app, viewer, "events_enriched");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("role_too_low");
    assertThat(page(app, app.key("read"), "user_journey").status()).isEqualTo(403);
    JsonNode rows = page(app, analyst, "events_enriched").ok().json().get("rows");
    assertThat(rows.get(0).get(2).asString()).isEqualTo("transaction");
    assertThat(rows.get(0).get(8).asString()).isEqualTo("2026-03-27T10:05:00");
    assertThat(page(app, analyst, "event_enriched").text()).contains("events_enriched");
  }

  private static LiveApp.Reply page(LiveApp app, String token, String table) {
    return app.post(
            "/api/query",
            "{\"kind\": \"Table\", \"table\": \"%s\", \"offset\": 1, \"limit\": 1}"
                .formatted(table))
        .token(token)
        .send();
  }

  private static void downloaded(LiveApp app, String viewer, String analyst) throws Exception {
    String path = "/api/data/tables/transactions_enriched/export";
    LiveApp.Reply csv = app.get(path).token(analyst).send().ok();
    assertThat(csv.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"transactions_enriched.csv\"");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text())
        .contains("\r\no1,2026-03-27,10,2026-03-27T10:05:00.000,ann,p1,o1,transaction,12.50,New,");
    assertThat(app.get(path + "?from=2026-03-28").token(analyst).send().ok().text().lines())
        .hasSize(1);
    LiveApp.Reply parquet = app.get(path + "?format=parquet").token(analyst).send().ok();
    assertThat(parquet.text()).startsWith("PAR1");
    assertThat(parquet.header("Content-Disposition")).contains("transactions_enriched.parquet");
    Download wire = Download.of(app.port(), analyst, "GET", path, "");
    assertThat(wire.text()).isEqualTo(csv.text());
    assertThat(wire.trailers()).contains(wire.fingerprint());
    assertThat(app.get(path).token(viewer).send().status()).isEqualTo(403);
    LiveApp.Reply unknown = app.get(path + "?format=xlsx").token(analyst).send();
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text()).contains("xlsx").contains("parquet");
    assertThat(unknown.header("Content-Disposition")).isEmpty();
    assertThat(app.get("/api/data/tables/sales/export").token(analyst).send().status())
        .isEqualTo(404);
    assertThat(app.get("/api/audit?act=table_exported").token(app.admin()).send().ok().text())
        .contains("anna")
        .contains("transactions_enriched");
  }

  /** A client that asks and goes away does not keep the next one from its file. */
  private static void abandoned(LiveApp app, String analyst) throws IOException {
    for (int i = 0; i < 5; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), app.port()));
        socket
            .getOutputStream()
            .write(
                ("GET /api/data/tables/events_enriched/export HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer "
                        + analyst
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        socket.setSoLinger(true, 0);
      }
    }
    LiveApp.Reply reply = export(app, analyst);
    while (reply.status() == 429) {
      reply = export(app, analyst);
    }
    assertThat(reply.ok().text().lines()).hasSize(4);
  }

  private static LiveApp.Reply export(LiveApp app, String analyst) {
    return app.get("/api/data/tables/events_enriched/export").token(analyst).send();
  }

  private long leftBehind() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(file -> file.getFileName().toString().startsWith("export-")).count();
    }
  }
}
