package io.vitrine.bench;

import io.vitrine.trust.attacks.Detector;
import io.vitrine.trust.attacks.Evidence;
import io.vitrine.trust.attacks.HostileBits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many attacks are recognised, and how many ordinary texts are taken for one. */
@Command(
    name = "attacks",
    mixinStandardHelpOptions = true,
    description = "Recall by class on payloads that no rule was tuned on, and false positives.")
final class Attacks implements Callable<Integer> {

  private static final List<String> CLASSES =
      List.of("sql_injection", "cross_site_scripting", "path_traversal", "command_injection");

  private static final int HOSTILE = 100_000;

  /** The first round warms the program. */
  private static final int ROUNDS = 3;

  @Option(names = "--lists", description = "Folder of the lists.", defaultValue = "bench/attacks")
  private Path lists = Path.of("bench/attacks");

  @Option(
      names = "--ordinary",
      description = "More files of ordinary texts, one a line.",
      arity = "0..*")
  private List<Path> ordinary = List.of();

  @SuppressWarnings("UnusedVariable") // bench/run gives every benchmark these options
  @Mixin
  private Launch launch = new Launch();

  @Override
  public Integer call() throws IOException {
    Report report = new Report("attacks", "list", "texts", "recognised", "as its class", "us each");
    for (String half : List.of("tuning", "measuring")) {
      for (String kind : CLASSES) {
        measure(report, half + " " + kind, kind, lists.resolve(half).resolve(kind + ".txt"));
      }
    }
    measure(report, "ordinary", "", lists.resolve("benign.txt"));
    for (Path more : ordinary) {
      measure(report, "ordinary " + more.getFileName(), "", more);
    }
    hostile(report);
    report.print();
    return 0;
  }

  /**
   * Texts that are made to be slow to read: 100 kB of signs that begin something, over and over.
   */
  private static void hostile(Report report) {
    double slowest = 0;
    double work = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      slowest = 0;
      work = 0;
      for (String bit : HostileBits.ALL) {
        for (String text : List.of(filled(bit), "' " + filled(bit), filled(bit + "x' "))) {
          long worked = threads.getCurrentThreadCpuTime();
          long begin = System.nanoTime();
          Detector.inspect(text);
          work = Math.max(work, (threads.getCurrentThreadCpuTime() - worked) / 1e3);
          slowest = Math.max(slowest, (System.nanoTime() - begin) / 1e3);
        }
      }
    }
    report.row(
        "hostile texts of 100 kB, the slowest",
        Integer.toString(3 * HostileBits.ALL.size()),
        "",
        "",
        Report.number(slowest, 0));
    report.row(
        "the same in time of the processor",
        Integer.toString(3 * HostileBits.ALL.size()),
        "",
        "",
        Report.number(work, 0));
    report.figure("hostile, slowest us", slowest);
    report.figure("hostile, slowest us of processor", work);
  }

  private static String filled(String bit) {
    return bit.repeat(HOSTILE / bit.length());
  }

  private static void measure(Report report, String name, String kind, Path list)
      throws IOException {
    List<String> texts = Files.readAllLines(list).stream().filter(line -> !line.isBlank()).toList();
    int found = 0;
    int right = 0;
    long begin = System.nanoTime();
    for (String text : texts) {
      List<Evidence> evidence = Detector.inspect(text.replace("\\n", "\n").replace("\\r", "\r"));
      found += evidence.isEmpty() ? 0 : 1;
      right += evidence.stream().anyMatch(one -> one.kind().wireName().equals(kind)) ? 1 : 0;
    }
    double each = (System.nanoTime() - begin) / 1e3 / texts.size();
    double recall = (double) found / texts.size();
    report.row(
        name,
        Integer.toString(texts.size()),
        Report.number(100 * recall, 2) + " %",
        kind.isEmpty() ? "" : Report.number(100.0 * right / texts.size(), 2) + " %",
        Report.number(each, 0));
    report.figure(name, recall);
  }
}
