package io.vitrine.bench;

import io.vitrine.demo.SampleLogs;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same logs into the product and into a single OpenSearch node, then the same searches. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "The same logs into the product and into OpenSearch, then the same searches.")
final class Logs implements Callable<Integer> {

  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

  /** Lines of the future would be refused, so many lines begin earlier. */
  private static final LocalDate LAST = FIRST.plusWeeks(1);

  private static final byte[] ACTION = "{\"create\":{}}\n".getBytes(StandardCharsets.UTF_8);

  @Option(names = "--lines", defaultValue = "1000000", description = "Lines that are timed.")
  private int lines;

  @Option(names = "--warm", defaultValue = "100000", description = "Lines before these.")
  private int warm;

  @Mixin private Sending sending = new Sending(4, 2_000);

  @Option(names = "--rounds", defaultValue = "15", description = "Times each search is timed.")
  private int rounds;

  @Option(names = "--alone", description = "The product alone.")
  private boolean alone;

  @Option(names = "--heap", defaultValue = "-Xmx1g", description = "OpenSearch's heap.")
  private String heap = "-Xmx1g";

  @Option(names = "--opensearch", hidden = true)
  private String opensearch = "";

  @Option(names = "--node", hidden = true)
  private @Nullable Path node;

  @Mixin private Launch launch = new Launch();

  /** What is measured of one of the two. */
  private record Measured(
      double seconds,
      double cpuSeconds,
      double settledCpuSeconds,
      double bytes,
      double resident,
      Map<String, Samples> times,
      Map<String, Long> totals) {

    /** Bytes are counted when it has stopped in peace: until then a journal holds some twice. */
    Measured on(double disk) {
      return new Measured(seconds, cpuSeconds, settledCpuSeconds, disk, resident, times, totals);
    }
  }

  @Override
  public Integer call() throws IOException {
    Path file = lines();
    Path folder = launch.folder("logs");
    try {
      Measured ours;
      try (LogEngine product = product(folder.resolve("vitrine"))) {
        ours = measure(product, file);
      }
      ours = ours.on(bytes(folder.resolve("vitrine")));
      if (alone || node == null) {
        print(ours, null);
        return 0;
      }
      Measured theirs;
      try (LogEngine other =
          OpenSearchLogs.start(
              List.of(launch.machine().getFirst(), heap),
              opensearch,
              node,
              folder.resolve("opensearch"),
              launch.log("logs-opensearch"))) {
        theirs = measure(other, file);
      }
      theirs = theirs.on(bytes(folder.resolve("opensearch")));
      print(ours, theirs);
      return 0;
    } finally {
      Launch.remove(folder);
    }
  }

  private LogEngine product(Path data) throws IOException {
    return VitrineLogs.start(
        sending.machine(launch, "logs"), launch.jar(), data, launch.log("logs"), FIRST);
  }

  /** The lines, made once. */
  private Path lines() throws IOException {
    int count = warm + lines;
    Path file = launch.work().resolve("logs-" + count + ".ndjson");
    if (!Files.exists(file)) {
      Report.progress("making " + count + " lines");
      Path part = launch.work().resolve("logs.part");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        SampleLogs.before(1, LAST, count).write(out, done -> {});
      }
      Files.move(part, file);
    }
    return file;
  }

  private Measured measure(LogEngine engine, Path file) throws IOException {
    String name = engine.getClass().getSimpleName();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
      send(engine, in, warm);
      await(engine, warm);
      Report.progress(name + " is warm");
      double cpu = engine.server().cpuSeconds();
      long start = System.nanoTime();
      send(engine, in, lines);
      await(engine, warm + lines);
      double seconds = (System.nanoTime() - start) / 1e9;
      double spent = engine.server().cpuSeconds() - cpu;
      engine.settle();
      quiet(engine);
      double settled = engine.server().cpuSeconds() - cpu;
      Report.progress(name + " took " + Report.number(seconds, 1) + " s, searching");
      Map<String, Samples> times = new LinkedHashMap<>();
      Map<String, Long> totals = new LinkedHashMap<>();
      for (LogQuestion question : LogQuestion.all()) {
        search(engine, question, times, totals);
      }
      return new Measured(
          seconds, spent, settled, 0, engine.server().residentMegabytes(), times, totals);
    }
  }

  private void search(
      LogEngine engine, LogQuestion question, Map<String, Samples> times, Map<String, Long> totals)
      throws IOException {
    Samples samples = new Samples();
    for (int i = 0; i < rounds + 5; i++) {
      HttpRequest request = engine.request(question, i);
      long start = System.nanoTime();
      var answer = engine.ask(request);
      if (i >= 5) {
        samples.add(System.nanoTime() - start);
      }
      totals.put(question.name(), engine.total(question, answer));
    }
    times.put(question.name(), samples);
  }

  /** Reads lines and sends them in bulks from some connections. */
  private void send(LogEngine engine, InputStream in, int count) throws IOException {
    BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>(2 * sending.connections());
    try (ExecutorService threads = Executors.newFixedThreadPool(sending.connections())) {
      List<Future<Boolean>> senders = new ArrayList<>();
      for (int i = 0; i < sending.connections(); i++) {
        Callable<Boolean> sender =
            () -> {
              for (byte[] body = bodies.take(); body.length > 0; body = bodies.take()) {
                engine.bulk(body);
              }
              return true;
            };
        senders.add(threads.submit(sender));
      }
      for (int sent = 0; sent < count; sent += sending.batch()) {
        give(bodies, bulk(in, Math.min(sending.batch(), count - sent)), senders);
      }
      for (int i = 0; i < sending.connections(); i++) {
        bodies.put(new byte[0]);
      }
      for (Future<Boolean> sender : senders) {
        sender.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sender failed: " + e.getMessage(), e);
    }
  }

  /** Waits for a sender to take a body; when one has failed, nobody may be left to do so. */
  private static void give(BlockingQueue<byte[]> bodies, byte[] body, List<Future<Boolean>> senders)
      throws InterruptedException, ExecutionException {
    while (!bodies.offer(body, 1, TimeUnit.SECONDS)) {
      for (Future<Boolean> sender : senders) {
        if (sender.isDone()) {
          sender.get();
        }
      }
    }
  }

  private static byte[] bulk(InputStream in, int count) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(count * 450);
    for (int i = 0; i < count; i++) {
      body.write(ACTION);
      int sign = in.read();
      while (sign >= 0 && sign != '\n') {
        body.write(sign);
        sign = in.read();
      }
      body.write('\n');
    }
    return body.toByteArray();
  }

  private static void await(LogEngine engine, long count) throws IOException {
    while (engine.searchable() < count) {
      Server.pause(200);
    }
  }

  /** Waits until it has nothing to do: what it put off belongs to what the lines cost. */
  private static void quiet(LogEngine engine) {
    double before = -1;
    double now = engine.server().cpuSeconds();
    while (now - before > 0.3) {
      Server.pause(5_000);
      before = now;
      now = engine.server().cpuSeconds();
    }
  }

  private static double bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void print(Measured ours, @Nullable Measured theirs) {
    Report report =
        theirs == null
            ? new Report("logs", "what", "product")
            : new Report("logs", "what", "product", "OpenSearch", "factor");
    double all = warm + (double) lines;
    row(
        report,
        "lines/s, searchable",
        lines / ours.seconds(),
        theirs == null ? null : lines / theirs.seconds(),
        true);
    row(
        report,
        "lines/CPU s, searchable",
        lines / ours.cpuSeconds(),
        theirs == null ? null : lines / theirs.cpuSeconds(),
        true);
    row(
        report,
        "lines/CPU s, all put-off work done",
        lines / ours.settledCpuSeconds(),
        theirs == null ? null : lines / theirs.settledCpuSeconds(),
        true);
    row(
        report,
        "bytes on disk a line",
        ours.bytes() / all,
        theirs == null ? null : theirs.bytes() / all,
        false);
    row(
        report,
        "resident MB after the searches",
        ours.resident(),
        theirs == null ? null : theirs.resident(),
        false);
    for (LogQuestion question : LogQuestion.all()) {
      for (double part : new double[] {0.5, 0.95}) {
        Samples mine = Objects.requireNonNull(ours.times().get(question.name()));
        Samples other = theirs == null ? null : theirs.times().get(question.name());
        row(
            report,
            question.name() + (part < 0.9 ? " p50 ms" : " p95 ms"),
            mine.millis(part),
            other == null ? null : other.millis(part),
            false);
      }
      if (theirs != null) {
        report.row(
            question.name() + " found",
            "" + ours.totals().get(question.name()),
            "" + theirs.totals().get(question.name()),
            "");
      } else {
        report.row(question.name() + " found", "" + ours.totals().get(question.name()));
      }
    }
    report.print();
  }

  /** A factor above 1 means that the product is better. */
  private static void row(
      Report report, String name, double ours, @Nullable Double theirs, boolean moreIsBetter) {
    report.figure(name, ours);
    if (theirs == null) {
      report.row(name, Report.number(ours, 1));
      return;
    }
    report.figure(name + ", OpenSearch", theirs);
    double factor = moreIsBetter ? ours / theirs : theirs / ours;
    report.row(name, Report.number(ours, 1), Report.number(theirs, 1), Report.number(factor, 2));
  }
}
