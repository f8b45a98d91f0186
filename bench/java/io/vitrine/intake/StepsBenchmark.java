package io.vitrine.intake;

import io.vitrine.bench.Wire;
import io.vitrine.demo.DemoFeed;
import io.vitrine.demo.DemoShop;
import io.vitrine.model.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The time of one event on its way in, up to the store's door; bodies of 500 events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class StepsBenchmark {

  private static final int EVENTS = 500;
  private static final int BODIES = 20;
  private static final LocalDate OPENING = LocalDate.of(2026, 1, 1);
  private static final Instant RECEIVED = Instant.parse("2026-11-01T12:00:00Z");

  private final JsonFactory json = new JsonFactory();
  private final BodyDecoder decoder = new BodyDecoder(1 << 20, 20_000);
  private final List<byte[]> bodies = new ArrayList<>();
  private EveryStep steps = new EveryStep(Path.of(""), DemoShop.ZONE, currency());
  private int turn;

  private static Currency currency() {
    return Currency.getInstance(DemoShop.CURRENCY);
  }

  /** Makes the bodies. */
  @Setup(Level.Trial)
  public void prepare() throws java.io.IOException {
    Path folder = Files.createTempDirectory("vitrine-steps");
    folder.toFile().deleteOnExit();
    steps = new EveryStep(folder, DemoShop.ZONE, currency());
    DemoFeed feed = new DemoShop(1, OPENING, 20).feed();
    for (int body = 0; body < BODIES; body++) {
      List<Event.Draft> drafts = new ArrayList<>(EVENTS);
      for (int event = 0; event < EVENTS; event++) {
        drafts.add(feed.next());
      }
      bodies.add(Wire.lines(drafts));
    }
  }

  private byte[] body() {
    turn = (turn + 1) % BODIES;
    return bodies.get(turn);
  }

  /** The yardstick: the JSON library alone reads every name and value of the same bytes. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void parseOnly(Blackhole hole) {
    byte[] body = body();
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        hole.consume(parser.getString());
        token = parser.nextToken();
      }
    }
  }

  /** From bytes to drafts. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Object decode() {
    byte[] body = body();
    return decoder.decode(body, body.length);
  }

  /** From bytes to events that are ready to be stored. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Object decodeAndSteps() {
    byte[] body = body();
    return steps.pass(decoder.decode(body, body.length).drafts(), RECEIVED);
  }
}
