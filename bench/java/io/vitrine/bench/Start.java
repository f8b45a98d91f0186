package io.vitrine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Start to ready and idle memory, with the ahead-of-time cache and without. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Start to ready and idle memory, with the ahead-of-time cache and as plain jar.")
final class Start implements Callable<Integer> {

  private static final long IDLE_MILLIS = 20_000;

  @Option(names = "--rounds", defaultValue = "3", description = "Starts of each, in turn.")
  private int rounds;

  @Option(names = "--app", required = true, hidden = true)
  private Path app = Path.of("");

  @Option(names = "--cache", required = true, hidden = true)
  private Path cache = Path.of("");

  @Mixin private Launch launch = new Launch();

  /** A way to start the product, and what it took. */
  private final class Way {

    private final String name;
    private final List<String> machine;
    private final Path jar;
    private final Samples ready = new Samples();
    private final Samples cpu = new Samples();
    private double resident;

    Way(String name, List<String> machine, Path jar) {
      this.name = name;
      this.machine = machine;
      this.jar = jar;
    }

    void start(Path data, boolean idle) throws IOException {
      try (Server server = Server.start(machine, jar, data, launch.log("start"))) {
        ready.add((long) (server.millisToReady() * 1e6));
        cpu.add((long) (server.cpuSeconds() * 1e9));
        if (idle) {
          Server.pause(IDLE_MILLIS);
          resident = server.residentMegabytes();
        }
      }
    }

    void tell(Report report, String key) {
      report.row(
          name,
          Report.number(ready.millis(0.5), 0),
          Report.number(cpu.millis(0.5) / 1e3, 1),
          Report.number(resident, 0));
      report.figure(key + "_ready_ms", Math.round(ready.millis(0.5)));
      report.figure(key + "_cpu_seconds", cpu.millis(0.5) / 1e3);
      report.figure(key + "_idle_mb", Math.round(resident));
    }
  }

  @Override
  public Integer call() throws IOException {
    Path data = launch.folder("start");
    try {
      Way plain = new Way("plain jar", launch.machine(), launch.jar());
      Way unpacked = new Way("unpacked", launch.machine(), app);
      Way cached = new Way("unpacked, AOT cache", withCache(), app);
      plain.start(data, false); // makes the data folder
      plain.ready.forget();
      plain.cpu.forget();
      for (int round = 1; round <= rounds; round++) {
        Report.progress("round " + round + " of " + rounds);
        for (Way way : List.of(plain, unpacked, cached)) {
          way.start(data, round == rounds);
        }
      }
      Report report = new Report("start", "way", "ready ms", "CPU s", "idle MB after 20 s");
      plain.tell(report, "plain");
      unpacked.tell(report, "unpacked");
      cached.tell(report, "cached");
      report.figure("plain_over_cached", plain.ready.millis(0.5) / cached.ready.millis(0.5));
      report.print();
      return 0;
    } finally {
      Launch.remove(data);
    }
  }

  /** A cache that does not fit stops the machine instead of being passed over. */
  private List<String> withCache() {
    return launch.machine("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
  }
}
