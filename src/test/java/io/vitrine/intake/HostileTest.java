package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Thousands of made-up records from a seed: {@code -Dintake.seed=...} repeats a run, {@code
 * -Dintake.rounds=...} makes it longer.
 */
class HostileTest {

  private final long seed = Long.getLong("intake.seed", System.nanoTime());
  private final int rounds = Integer.getInteger("intake.rounds", 60);
  private final Random random = new Random(seed);
  private final Bench bench = Bench.of();

  HostileTest() {
    System.out.println("HostileTest: -Dintake.seed=" + seed);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyGoodRecordIsAcceptedAndEveryBadOneHasAReason() throws Exception {
    for (int round = 0; round < rounds; round++) {
      List<Integer> bad = new ArrayList<>();
      List<String> good = new ArrayList<>();
      byte[] body = mixed(round, random.nextBoolean(), bad, good);
      Receipt receipt = bench.send(body);
      assertThat(receipt.rejected()).extracting(Rejection::index).isEqualTo(bad);
      assertThat(receipt.rejected()).allMatch(rejection -> rejection.detail().length() < 700);
      assertThat(receipt.accepted()).isEqualTo(good.size());
      assertThat(bench.store.events()).extracting(Event::id).containsAll(good);
    }
  }

  @Test
  void brokenBytesNeverThrowAndKeepWhatCameBefore() throws Exception {
    for (int round = 0; round < rounds * 5; round++) {
      List<String> good = new ArrayList<>();
      byte[] body = mixed(1_000_000 + round, true, new ArrayList<>(), good);
      int broken = random.nextInt(body.length);
      switch (random.nextInt(3)) {
        case 0 -> body[broken] = (byte) random.nextInt(256);
        case 1 -> body = java.util.Arrays.copyOf(body, broken);
        default -> random.nextBytes(body);
      }
      Receipt receipt = bench.send(body);
      assertThat(receipt.accepted() + receipt.duplicates() + receipt.rejectedTotal())
          .isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void brokenGzipIsAlwaysAProblemOfTheCaller() throws Exception {
    byte[] packed = BodyTest.gzip(mixed(2_000_000, false, new ArrayList<>(), new ArrayList<>()));
    for (int round = 0; round < rounds * 5; round++) {
      byte[] sent = java.util.Arrays.copyOf(packed, 1 + random.nextInt(packed.length - 1));
      sent[random.nextInt(sent.length)] ^= (byte) (1 + random.nextInt(255));
      assertThat(categoryOfReading(sent)).isIn(Problem.Category.CALLER, Problem.Category.TOO_LARGE);
    }
  }

  private static Problem.Category categoryOfReading(byte[] sent) throws IOException {
    Flight flight = new Flight(1L << 30);
    try (Flight.Seat seat = flight.seat()) {
      Body.read(new ByteArrayInputStream(sent), new Body.Announced("gzip", -1), 16 << 20, seat);
      throw new AssertionError("broken gzip was read");
    } catch (Problem problem) {
      return problem.category();
    }
  }

  /** Good and bad records; one a line, or a list. */
  private byte[] mixed(int round, boolean isList, List<Integer> bad, List<String> good)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int records = 1 + random.nextInt(60);
    body.write(isList ? '[' : '\n');
    for (int i = 0; i < records; i++) {
      // The first line is good: a body that begins with [ would be a list.
      if (i > 0 && random.nextInt(3) == 0) {
        bad.add(i);
        body.write(HostileRecords.one(random));
      } else {
        good.add(round + "-" + i);
        body.write(good(round + "-" + i).getBytes(StandardCharsets.UTF_8));
      }
      if (i < records - 1) {
        body.write(isList ? ',' : '\n');
      }
    }
    body.write(isList ? ']' : '\n');
    return body.toByteArray();
  }

  private String good(String id) {
    String[] more = {
      "",
      ",\"page_title\":\"caf\u00e9 \uD83D\uDED2\"",
      ",\"timestamp\":1700000000123",
      ",\"timestamp\":\"2024-02-29 10:20:30.123456789\"",
      ",\"nested\":{\"a\":[1,{\"b\":null}]}",
      ",\"message\":\"" + "m".repeat(random.nextInt(40_000)) + "\"",
      ",\"ip\":\"garbage\",\"country\":\"nowhere\",\"referrer\":\"::\",\"page\":\"??&&=%zz\"",
      ",\"user_agent\":\"" + "(".repeat(random.nextInt(2_000)) + "\"",
      ",\"items\":[{\"id\":1,\"quantity\":\"2\",\"price\":\"1.5\"}]"
    };
    return "{\"id\":\"" + id + "\",\"type\":\"VIEW\"" + more[random.nextInt(more.length)] + "}";
  }
}
