package io.vitrine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is acknowledged is there after kill -9, exactly once; an erasure that was killed is whole
 * when it is asked for again, and so are the dropping of old logs and an index whose building anew
 * was killed. {@code -Dkill.rounds=...} makes it longer, {@code -Dkill.senders=...} wider, {@code
 * -Dkill.seed=...} repeats a run.
 */
@Tag("process")
class KillDuringIngestTest {

  private static final int LARGEST_BATCH = 200;
  private static final int MOST_REPLIES = 60;
  private static final int LONGEST_ERASURE = 1_500;
  private static final int OLD_LOGS = 400;

  /** Of the types only this one has logs that are as old. */
  private static final String RETENTION = "{\"days\":{\"performance\":400}}";

  private static final String COUNT_OLD =
      "{\"sql\":\"select count(*) from events where type = 'performance'\"}";

  private static final int LONGEST_REBUILDING = 800;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String ALL =
      """
      {"kind":"Totals","metrics":["events"],"period":{"from":"2025-06-01","to":"2025-06-02"}}""";

  @TempDir Path folder;

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final int rounds = Integer.getInteger("kill.rounds", 4);
  private final int senders = Integer.getInteger("kill.senders", 4);
  private final Random random = new Random(seed);

  /** Every batch that was sent, acknowledged or not. */
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  /** Batches whose receipt arrived. */
  private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger logs = new AtomicInteger();
  private final AtomicInteger receipts = new AtomicInteger();

  /** Whose erasure was asked for, and perhaps killed. */
  private final List<String> persons = new ArrayList<>();

  /** Whether old logs were being dropped when the program was killed. */
  private boolean old;

  @Test
  void whatIsAcknowledgedIsThereExactlyOnce() throws Exception {
    System.out.println("KillDuringIngestTest: -Dkill.seed=" + seed);
    Path data = folder.resolve("data");
    for (int round = 0; round < rounds; round++) {
      try (ServerProcess server = started(data, round)) {
        sendUntilKilled(server, round);
      }
      if (round % 3 == 2) {
        spoil(data.resolve("logs"), round);
        killWhileTheIndexIsBuiltAnew(data);
      }
    }
    started(data, rounds).close();
    assertThat(receipts.get()).isGreaterThanOrEqualTo(rounds / 2);
  }

  /** By turns as after damage and as after an upgrade that changes the form of the index. */
  private static void spoil(Path index, int round) throws IOException {
    if (round % 2 == 0) {
      damage(index);
    } else {
      age(index);
    }
  }

  private static void damage(Path index) throws IOException {
    try (Stream<Path> files = Files.list(index)) {
      Path largest =
          files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
      byte[] content = Files.readAllBytes(largest);
      content[content.length / 2] ^= 1;
      Files.write(largest, content);
    }
  }

  private static void age(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(index)) {
      SegmentInfos last = SegmentInfos.readLatestCommit(directory);
      Map<String, String> told = new HashMap<>(last.getUserData());
      assertThat(told.put("vitrine.form", "an older one")).isNotNull();
      last.setUserData(told, true);
      last.commit(directory);
    }
  }

  private void killWhileTheIndexIsBuiltAnew(Path data) throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_REBUILDING));
      server.kill();
    }
  }

  private ServerProcess started(Path data, int round) throws Exception {
    long began = System.nanoTime();
    ServerProcess server = ServerProcess.start(data);
    long ready = System.nanoTime();
    try {
      check(server);
    } catch (Exception | AssertionError failure) {
      server.close();
      throw failure;
    }
    System.out.printf(
        Locale.ROOT,
        "KillDuringIngestTest: %d of %d rounds hold; started in %d s, looked at in %d s;"
            + " %d receipts, %d events, %d logs%n",
        round,
        rounds,
        TimeUnit.NANOSECONDS.toSeconds(ready - began),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - ready),
        receipts.get(),
        events.get(),
        logs.get());
    return server;
  }

  /** Acknowledged batches are duplicates; then all are sent again, and all are there once. */
  private void check(ServerProcess server) throws Exception {
    for (String person : persons) {
      server.ask("/api/privacy/erase", named(person));
      JsonNode found = server.ask("/api/logs/search", "{\"query\":\"%s\"}".formatted(person));
      assertThat(found.get("total").asInt()).as(person + ", seed " + seed).isZero();
    }
    persons.clear();
    dropOld(server);
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

  /** What the dropping that was killed left over is gone from the store and from the index. */
  private void dropOld(ServerProcess server) throws Exception {
    if (!old) {
      return;
    }
    assertThat(server.put("/api/privacy/retention", RETENTION).statusCode()).isEqualTo(200);
    JsonNode found = server.ask("/api/logs/search", "{\"query\":\"log_type:performance\"}");
    assertThat(found.get("total").asInt()).as("old logs, seed " + seed).isZero();
    JsonNode counted = server.ask("/api/sql", COUNT_OLD);
    assertThat(counted.get("rows").get(0).get(0).asLong()).as("seed " + seed).isZero();
    old = false;
  }

  /** The text index, which a kill may have cut off anywhere, has every log once. */
  private void awaitSearchable(ServerProcess server) throws Exception {
    JsonNode found = server.ask("/api/logs/search", "{\"query\":\"\",\"facets\":false}");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (found.get("pending").asLong() > 0 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(100);
      found = server.ask("/api/logs/search", "{\"query\":\"\",\"facets\":false}");
    }
    assertThat(found.get("total").asLong()).as("searched, seed " + seed).isEqualTo(logs.get());
  }

  private void sendUntilKilled(ServerProcess server, int round) throws Exception {
    CountDownLatch replies = new CountDownLatch(1 + random.nextInt(MOST_REPLIES));
    ExecutorService threads = Executors.newFixedThreadPool(senders + 1);
    if (round % 3 == 1) {
      introduce(server, "person-number-" + round);
    }
    for (int sender = 0; sender < senders; sender++) {
      Random own = new Random(random.nextLong());
      String name = round + "-" + sender;
      threads.execute(() -> send(server, name, own, replies));
    }
    if (round % 3 == 1) {
      threads.execute(() -> erase(server, "person-number-" + round));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_ERASURE));
    } else {
      assertThat(replies.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("replies").isTrue();
      TimeUnit.MICROSECONDS.sleep(random.nextInt(30_000));
    }
    if (round % 3 == 0) {
      server.ask("/api/events", oldLogs(round));
      old = true;
      threads.execute(() -> drop(server));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_ERASURE));
    }
    server.kill();
    threads.shutdown();
    assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /** Tables are written anew and segments merged; the kill comes anywhere within. */
  private static void erase(ServerProcess server, String person) {
    try {
      server.post("/api/privacy/erase", named(person));
    } catch (IOException | InterruptedException e) {
      // killed
    }
  }

  private static void drop(ServerProcess server) {
    try {
      server.put("/api/privacy/retention", RETENTION);
    } catch (IOException | InterruptedException e) {
      // killed
    }
  }

  private static String oldLogs(int round) {
    return IntStream.range(0, OLD_LOGS)
        .mapToObj(
            i ->
                "{\"id\":\"old-%d-%d\",\"type\":\"performance\",\"timestamp\":\"2020-06-01T12:00:00Z\",\"endpoint\":\"/pay\",\"response_time\":%d}"
                    .formatted(round, i, i))
        .collect(Collectors.joining("\n"));
  }

  private static String named(String person) {
    return "{\"user_id\":\"%s\"}".formatted(person);
  }

  private void introduce(ServerProcess server, String person) throws Exception {
    persons.add(person);
    server.ask(
        "/api/events",
        """
        {"id":"PERSON-log","type":"log","timestamp":"2025-06-01T12:00:00Z","service":"cart","message":"for PERSON","user_id":"PERSON"}
        {"id":"PERSON-view","type":"view","timestamp":"2025-06-01T12:00:00Z","visitor_id":"PERSON-device","user_id":"PERSON","product_id":"p"}
        """
            .replace("PERSON", person));
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
