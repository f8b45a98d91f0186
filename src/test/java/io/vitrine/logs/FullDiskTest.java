package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is nearly full refuses what comes, in each dialect's form, and nothing else. */
class FullDiskTest {

  private static final int PIECE = 1 << 20;
  private static final int PIECES = 600;

  @TempDir Path data;
  @TempDir Path elsewhere;

  @Test
  void whatComesIsRefusedUntilThereIsRoomAgain() throws IOException {
    long least = Files.getFileStore(data).getUsableSpace() - (long) PIECE * PIECES / 2;
    try (LiveApp app = LiveApp.start(data, "vitrine.intake.least-free=" + least + "B")) {
      String key = app.key("ingest");
      String admin = app.admin();
      assertThat(ingest(app, key, "while there is room").status()).isEqualTo(201);
      await().atMost(Duration.ofSeconds(30)).until(() -> found(app, admin) == 1);

      Path filler = fill();
      await().atMost(Duration.ofSeconds(10)).until(() -> ingest(app, key, "full").status() == 429);
      Reply refused = ingest(app, key, "no room");
      assertThat(refused.code()).isEqualTo("disk_full");
      assertThat(refused.header("Retry-After")).isEqualTo("30");
      assertThat(
              app.post("/elastic/_bulk", "{\"index\":{}}\n{\"message\":\"no room\"}\n")
                  .token(key)
                  .send()
                  .text())
          .contains("es_rejected_execution_exception", "\"status\":429");
      assertThat(app.post("/loki/api/v1/push", LOKI).token(key).send().status()).isEqualTo(429);
      assertThat(app.post("/v1/logs", OTLP).token(key).send().status()).isEqualTo(429);
      assertThat(app.post("/gelf", "{\"short_message\":\"x\"}").token(key).send().status())
          .isEqualTo(429);
      assertThat(found(app, admin)).as("reading goes on").isPositive();

      Files.delete(filler);
      await().atMost(Duration.ofSeconds(10)).until(() -> ingest(app, key, "room").status() == 201);
    }
  }

  private static final String LOKI =
      "{\"streams\":[{\"stream\":{\"app\":\"x\"},\"values\":[[\"1793500000000000000\",\"no room\"]]}]}";
  private static final String OTLP =
      "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"body\":{\"stringValue\":\"no room\"}}]}]}]}";

  private static Reply ingest(LiveApp app, String key, String message) {
    return app.post("/api/logs/ingest", "{\"log_type\":\"log\",\"message\":\"" + message + "\"}")
        .token(key)
        .send();
  }

  private static int found(LiveApp app, String admin) {
    return app.post("/api/logs/search", "{\"query\":\"\"}")
        .token(admin)
        .send()
        .ok()
        .json()
        .get("total")
        .asInt();
  }

  private Path fill() throws IOException {
    Path file = elsewhere.resolve("filler");
    byte[] piece = new byte[PIECE];
    try (var out = Files.newOutputStream(file)) {
      for (int i = 0; i < PIECES; i++) {
        out.write(piece);
      }
    }
    return file;
  }
}
