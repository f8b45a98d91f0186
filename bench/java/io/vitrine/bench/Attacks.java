package io.vitrine.bench;

import io.vitrine.trust.attacks.Detector;
import io.vitrine.trust.attacks.Evidence;
import java.io.IOException;
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
    report.print();
    return 0;
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
