package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.nio.file.Path;
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
