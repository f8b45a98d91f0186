package io.vitrine.intake;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Measures decoding and steps on one thread: {@code java -cp ... io.vitrine.intake.IntakeSpeed}.
 * Events are of about 400 bytes, a thousand a batch; User-Agents and addresses repeat as they do in
 * a shop.
 */
final class IntakeSpeed {

  private static final int BATCH = 1_000;
  private static final int ROUNDS = 400;
  private static final String[] AGENTS = new String[300];

  private IntakeSpeed() {}

  public static void main(String[] arguments) {
    Random random = new Random(1);
    for (int i = 0; i < AGENTS.length; i++) {
      AGENTS[i] =
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
              + (100 + i % 30)
              + ".0."
              + i
              + " Safari/537.36";
    }
    byte[][] bodies = new byte[20][];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = body(random, i);
    }
    try (Bench bench = Bench.of()) {
      long cold = System.nanoTime();
      pass(bench, bodies[0]);
      System.out.printf("first batch %.0f ms%n", (System.nanoTime() - cold) / 1e6);
      for (int pass = 0; pass < 4; pass++) {
        measure(bench, bodies);
      }
      bench
          .intake
          .steps()
          .forEach(
              step ->
                  System.out.printf(
                      "%-18s %6.0f ns an event%n",
                      step.name(), step.spent().toNanos() / (double) step.kept()));
    }
  }

  private static void measure(Bench bench, byte[][] bodies) {
    long decoding = 0;
    long bytes = 0;
    long start = cpu();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] body = bodies[i % bodies.length];
      long from = cpu();
      Decoded decoded = bench.decoder.decode(body, body.length);
      decoding += cpu() - from;
      bytes += body.length;
      Receipt receipt = bench.intake.accept(decoded);
      if (receipt.rejectedTotal() > 0) {
        throw new IllegalStateException(receipt.toString());
      }
    }
    double seconds = (cpu() - start) / 1e9;
    System.out.printf(
        "%.0f events a CPU second, %.0f bytes an event, decoding %.0f %% of the time%n",
        ROUNDS * BATCH / seconds, bytes / (double) ROUNDS / BATCH, 100 * decoding / 1e9 / seconds);
  }

  /** Time of this thread on a processor, in nanoseconds: what others do does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void pass(Bench bench, byte[] body) {
    bench.intake.accept(bench.decoder.decode(body, body.length));
  }

  private static byte[] body(Random random, int batch) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < BATCH; i++) {
      lines.append(
          """
          {"id":"e-%d-%d","type":"product_view","timestamp":"2025-06-01T11:%02d:%02d.123Z","visitor_id":"v%d","session_id":"s%d",\
          "product_id":"p%d","category_id":"shoes/running","price":"%d.90","currency":"EUR","page":"https://shop.example/p/%d?utm_source=google",\
          "referrer":"https://www.google.com/","ip":"81.2.%d.%d","user_agent":"%s"}
          """
              .formatted(
                  batch,
                  i,
                  random.nextInt(60),
                  random.nextInt(60),
                  random.nextInt(50_000),
                  random.nextInt(90_000),
                  random.nextInt(5_000),
                  random.nextInt(200),
                  random.nextInt(5_000),
                  random.nextInt(64),
                  random.nextInt(256),
                  AGENTS[random.nextInt(AGENTS.length)]));
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
