package io.vitrine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is acknowledged is there after kill -9, exactly once. {@code -Dkill.rounds=...} makes it
 * longer, {@code -Dkill.seed=...} repeats a run.
 */
@Tag("process")
class KillDuringIngestTest {

  private static final int SENDERS = 4;
  private static final int LARGEST_BATCH = 200;
  private static final int MOST_REPLIES = 60;
  private static final String ALL =
      """
      {"kind":"Totals","metrics":["events"],"period":{"from":"2025-06-01","to":"2025-06-02"}}""";

  @TempDir Path folder;

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final int rounds = Integer.getInteger("kill.rounds", 4);
  private final Random random = new Random(seed);

  /** Every batch that was sent, acknowledged or not. */
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  /** Batches whose receipt arrived. */
  private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger logs = new AtomicInteger();
  private final AtomicInteger receipts = new AtomicInteger();

  @Test
  void whatIsAcknowledgedIsThereExactlyOnce() throws Exception {
    System.out.println("KillDuringIngestTest: -Dkill.seed=" + seed);
    Path data = folder.resolve("data");
    for (int round = 0; round < rounds; round++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        check(server);
        sendUntilKilled(server, round);
      }
    }
    try (ServerProcess server = ServerProcess.start(data)) {
      check(server);
    }
    assertThat(receipts.get()).isGreaterThanOrEqualTo(rounds);
  }

  /** Acknowledged batches are duplicates; then all are sent again, and all are there once. */
  private void check(ServerProcess server) throws Exception {
    for (String batch : acknowledged) {
      JsonNode receipt = server.ask("/api/events", batch);
      assertThat(receipt.get("accepted").asInt()).as("seed " + seed + ": " + receipt).isZero();
      assertThat(receipt.get("rejected_total").asInt()).isZero();
    }
    for (String batch : sent) {
      server.ask("/api/events", batch);
    }
    if (!sent.isEmpty()) {
      long counted = server.ask("/api/query", ALL).get("rows").get(0).get(0).asLong();
      assertThat(counted).as("seed " + seed).isEqualTo(events.get());
      awaitSearchable(server);
    }
    acknowledged.clear();
    sent.clear();
  }

  /** The text index, which a kill may have cut off anywhere, has every log once. */
  private void awaitSearchable(ServerProcess server) throws Exception {
    JsonNode found = server.ask("/api/logs/search", "{\"query\":\"\",\"facets\":false}");
    for (int i = 0; i < 600 && found.get("pending").asLong() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      found = server.ask("/api/logs/search", "{\"query\":\"\",\"facets\":false}");
    }
    assertThat(found.get("total").asLong()).as("searched, seed " + seed).isEqualTo(logs.get());
  }

  private void sendUntilKilled(ServerProcess server, int round) throws Exception {
    CountDownLatch replies = new CountDownLatch(1 + random.nextInt(MOST_REPLIES));
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    for (int sender = 0; sender < SENDERS; sender++) {
      Random own = new Random(random.nextLong());
      String name = round + "-" + sender;
      senders.execute(() -> send(server, name, own, replies));
    }
    assertThat(replies.await(2, TimeUnit.MINUTES)).as("replies").isTrue();
    TimeUnit.MICROSECONDS.sleep(random.nextInt(30_000));
    server.kill();
    senders.shutdown();
    assertThat(senders.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
  }

  private void send(ServerProcess server, String name, Random own, CountDownLatch replies) {
    try {
      for (int i = 0; ; i++) {
        String batch = batch(name + "-" + i, 1 + own.nextInt(LARGEST_BATCH));
        sent.add(batch);
        HttpResponse<String> response = server.post("/api/events", batch);
        if (response.statusCode() == 200) {
          assertWhole(batch, response.body());
          acknowledged.add(batch);
          receipts.incrementAndGet();
          replies.countDown();
        }
      }
    } catch (IOException | InterruptedException e) {
      // killed
    }
  }

  private static void assertWhole(String batch, String receipt) {
    assertThat(new JsonMapper().readTree(receipt).get("accepted").asLong())
        .isEqualTo(batch.lines().count());
  }

  /** Every third record is a log. */
  private String batch(String name, int size) {
    logs.addAndGet(size / 3);
    events.addAndGet(size - size / 3);
    return IntStream.range(0, size)
        .mapToObj(i -> i % 3 == 2 ? log(name, i) : view(name, i))
        .collect(Collectors.joining("\n"));
  }

  private static String view(String name, int i) {
    return "{\"id\":\"%s-%d\",\"type\":\"view\",\"timestamp\":\"2025-06-01T12:00:00Z\",\"visitor_id\":\"%s\",\"product_id\":\"p%d\"}"
        .formatted(name, i, name, i);
  }

  private static String log(String name, int i) {
    return "{\"id\":\"%s-%d\",\"type\":\"log\",\"timestamp\":\"2025-06-01T12:00:00Z\",\"service\":\"cart\",\"message\":\"number %d of %s\"}"
        .formatted(name, i, i, name);
  }
}
