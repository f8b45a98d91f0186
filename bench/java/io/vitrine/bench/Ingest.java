package io.vitrine.bench;

import io.vitrine.demo.DemoShop;
import io.vitrine.intake.EveryStep;
import io.vitrine.model.Event;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Durable events a second over HTTP, beside the bare appender. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Durable events a second over HTTP, beside DuckDB's bare appender.")
final class Ingest implements Callable<Integer> {

  /** Times half a million events a year: some 30,000 events a day. */
  private static final double SCALE = 20;

  private static final int DAYS_AGO = 60;

  /** Fewer than any day of that shop has, so that no event lies in the future. */
  private static final int EVENTS_A_DAY = 15_000;

  /** The product's default settings of its store. */
  private static final String MEMORY = "512MB";

  @Option(names = "--events", defaultValue = "300000", description = "Events that are timed.")
  private int events;

  @Option(names = "--warm", defaultValue = "50000", description = "Events before these.")
  private int warm;

  @Mixin private Sending sending = new Sending(8, 500);

  @Option(names = "--limit", defaultValue = "PT10M", description = "Longest time for sending.")
  private Duration limit = Duration.ofMinutes(10);

  @Mixin private Launch launch = new Launch();

  @Override
  public Integer call() throws IOException, SQLException {
    Path folder = launch.folder("ingest");
    try {
      Report report = new Report("ingest", "what", "events/s", "CPU s", "CPU us/event");
      Sent sent = product(folder, report);
      yardstick(folder, report, sent);
      report.print();
      return 0;
    } finally {
      Launch.remove(folder);
    }
  }

  private record Sent(double perSecond, double cpuMicros) {}

  private Shop shop() {
    int days = Math.max(DAYS_AGO, (warm + events) / EVENTS_A_DAY + 1);
    return Shop.of(LocalDate.now(DemoShop.ZONE).minusDays(days), SCALE);
  }

  private Sent product(Path folder, Report report) throws IOException {
    Report.progress("making " + (warm + events) + " events");
    Shop shop = shop();
    List<byte[]> warming = bodies(shop, warm);
    List<byte[]> timed = bodies(shop, events);
    try (Server server =
        Server.start(
            sending.machine(launch, "ingest"),
            launch.jar(),
            folder.resolve("data"),
            launch.log("ingest"))) {
      Report.progress("server ready after " + Report.number(server.millisToReady(), 0) + " ms");
      Senders senders = new Senders(server, sending.connections(), limit);
      Senders.Result first = senders.send(warming);
      Report.progress("warmed at " + Report.number(first.perSecond(), 0) + " events/s");
      double cpu = server.cpuSeconds();
      double own = cpuSeconds();
      Senders.Result result = senders.send(timed);
      double spent = server.cpuSeconds() - cpu;
      own = cpuSeconds() - own;
      double micros = spent * 1e6 / result.events();
      row(
          report,
          "product, " + sending.connections() + " senders",
          result.perSecond(),
          spent,
          micros);
      report.row(
          "the senders' own work",
          "",
          Report.number(own, 1),
          Report.number(own * 1e6 / result.events(), 1));
      report.figure("senders_cpu_seconds", own);
      tell(report, first, result, spent, server.residentMegabytes());
      return new Sent(result.perSecond(), micros);
    }
  }

  private List<byte[]> bodies(Shop shop, int count) {
    List<byte[]> bodies = new ArrayList<>();
    for (int made = 0; made < count; made += sending.batch()) {
      bodies.add(Wire.lines(shop.next(Math.min(sending.batch(), count - made))));
    }
    return bodies;
  }

  private void tell(
      Report report, Senders.Result warming, Senders.Result result, double cpu, double resident) {
    report.figure("events", result.events());
    report.figure("batch", sending.batch());
    report.figure("connections", sending.connections());
    report.figure("bytes_per_event", result.bytes() / result.events());
    report.figure("cold_per_second", Math.round(warming.perSecond()));
    report.figure("accepted_per_second", Math.round(result.perSecond()));
    report.figure("duplicates", result.duplicates());
    report.figure("refused_for_load", result.refused());
    report.figure("reply_ms_p50", result.replies().millis(0.50));
    report.figure("reply_ms_p95", result.replies().millis(0.95));
    report.figure("reply_ms_p99", result.replies().millis(0.99));
    report.figure("server_cpu_seconds", cpu);
    report.figure("server_resident_mb", Math.round(resident));
    Report.progress(
        "replies p50 %.0f ms, p95 %.0f ms, p99 %.0f ms; %d refused for load"
            .formatted(
                result.replies().millis(0.50),
                result.replies().millis(0.95),
                result.replies().millis(0.99),
                result.refused()));
  }

  private static void row(Report report, String what, double rate, double cpu, double micros) {
    report.row(what, Report.number(rate, 0), Report.number(cpu, 1), Report.number(micros, 1));
  }

  /** Both group sizes that the product may be said to have; the faster one is the yardstick. */
  private void yardstick(Path folder, Report report, Sent product)
      throws IOException, SQLException {
    Sent small = raw(folder, "small.duckdb", sending.batch(), report);
    Sent large = raw(folder, "large.duckdb", sending.batch() * sending.connections(), report);
    Sent best = small.perSecond() > large.perSecond() ? small : large;
    report.figure("raw_per_second", Math.round(best.perSecond()));
    report.figure("raw_per_second_small_groups", Math.round(small.perSecond()));
    report.figure("raw_over_product", best.perSecond() / product.perSecond());
    report.figure("cpu_product_over_raw", product.cpuMicros() / best.cpuMicros());
    report.row(
        "raw / product",
        Report.number(best.perSecond() / product.perSecond(), 2),
        "",
        Report.number(best.cpuMicros() / product.cpuMicros(), 2));
  }

  private Sent raw(Path folder, String name, int group, Report report)
      throws IOException, SQLException {
    Shop shop = shop();
    EveryStep steps = new EveryStep(folder, DemoShop.ZONE, Shop.CURRENCY);
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    long nanos = 0;
    double cpu = 0;
    try (RawAppender appender =
        new RawAppender(folder.resolve(name), DemoShop.ZONE, MEMORY, threads)) {
      for (int made = 0; made < warm + events; made += group) {
        List<Event.Draft> drafts = shop.next(Math.min(group, warm + events - made));
        List<Event> rows = steps.pass(drafts, Shop.last(drafts));
        double cpuBefore = cpuSeconds();
        long start = System.nanoTime();
        appender.write(rows);
        if (made >= warm) {
          nanos += System.nanoTime() - start;
          cpu += cpuSeconds() - cpuBefore;
        }
      }
    }
    double rate = events / (nanos / 1e9);
    double micros = cpu * 1e6 / events;
    row(report, "raw appender, groups of " + group, rate, cpu, micros);
    return new Sent(rate, micros);
  }

  private static double cpuSeconds() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      return system.getProcessCpuTime() / 1e9;
    }
    throw new IllegalStateException("this virtual machine does not say what CPU time it took");
  }
}
