package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than the store can take, sent over HTTP to the real program. */
class OverloadTest {

  private static final int SENDERS = 8;
  private static final int MOST = 500;
  private static final int DOCUMENTS = 800;

  @TempDir Path data;

  private final AtomicInteger stored = new AtomicInteger();
  private final AtomicReference<LiveApp.@Nullable Reply> refused = new AtomicReference<>();

  /** With room for one event, two batches at once are one too many. */
  @Test
  void whatTheStoreHasNoRoomForIsRefusedWithATimeToTryAgain() throws Exception {
    try (LiveApp app = LiveApp.start(data, "vitrine.store.waiting-events=1")) {
      String key = app.key("ingest");
      sendFromAllSidesUntilRefused(app, key);
      LiveApp.Reply reply = refused.get();
      assertThat(reply).as("one of %d x %d requests", SENDERS, MOST).isNotNull();
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.code()).isEqualTo("store_busy");
      assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
      String day = "/api/shop/kpis?from=2026-03-02&to=2026-03-02";
      assertThat(app.get(day).token(app.admin()).send().ok().json().get("views").asInt())
          .as("all that was accepted, nothing that was refused")
          .isEqualTo(stored.get());
    }
  }

  /** Bodies that together are larger than what is held at once; each is sent until it is taken. */
  @Test
  void logsOfMoreSendersThanThereIsRoomForAreRefusedWholeAndAllAreThereInTheEnd() throws Exception {
    try (LiveApp app =
        LiveApp.start(data, "vitrine.intake.body-limit=1MB", "vitrine.intake.in-flight=1MB")) {
      String key = app.key("ingest");
      List<Callable<Integer>> senders = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        String body = bulk("sender" + sender);
        senders.add(() -> refusalsUntilTaken(app, key, body));
      }
      int refusals = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
        for (Future<Integer> sender : threads.invokeAll(senders)) {
          refusals += sender.get();
        }
      }
      assertThat(refusals).isPositive();
      String admin = app.admin();
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(logs(app, admin)).isEqualTo(SENDERS * DOCUMENTS));
    }
  }

  private static int logs(LiveApp app, String admin) {
    LiveApp.Reply found = app.post("/api/logs/search", "{\"facets\":false}").token(admin).send();
    return found.ok().json().get("total").asInt();
  }

  private static int refusalsUntilTaken(LiveApp app, String key, String body) {
    for (int refusals = 0; ; refusals++) {
      LiveApp.Reply reply =
          app.post("/_bulk", body).header("User-Agent", "shipper").token(key).send();
      if (reply.status() == 200) {
        assertThat(reply.text()).contains("\"errors\":false");
        return refusals;
      }
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.text()).contains("es_rejected_execution_exception");
      assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
    }
  }

  private static String bulk(String name) {
    String filler = "much to say ".repeat(60);
    StringBuilder bulk = new StringBuilder();
    for (int i = 0; i < DOCUMENTS; i++) {
      bulk.append("{\"create\":{\"_id\":\"%s-%d\"}}\n".formatted(name, i));
      bulk.append("{\"message\":\"%s %s\"}\n".formatted(filler, name));
    }
    return bulk.toString();
  }

  private void sendFromAllSidesUntilRefused(LiveApp app, String key) throws Exception {
    List<Callable<Boolean>> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      String name = "s" + sender;
      senders.add(() -> sendUntilRefused(app, key, name));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
      for (Future<Boolean> sender : threads.invokeAll(senders)) {
        sender.get();
      }
    }
  }

  private boolean sendUntilRefused(LiveApp app, String key, String name) {
    for (int i = 0; i < MOST && refused.get() == null; i++) {
      LiveApp.Reply reply = app.post("/api/events", batch(name + "-" + i)).token(key).send();
      if (reply.status() == 200) {
        stored.addAndGet(reply.json().get("accepted").asInt());
        continue;
      }
      refused.compareAndSet(null, reply);
    }
    return true;
  }

  private static String batch(String name) {
    String event =
        "{\"id\":\"%s-%d\",\"type\":\"view\",\"timestamp\":\"2026-03-02T12:00:00Z\","
            + "\"visitor_id\":\"v\",\"product_id\":\"p\"}\n";
    return event.formatted(name, 1) + event.formatted(name, 2);
  }
}
