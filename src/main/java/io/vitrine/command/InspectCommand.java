package io.vitrine.command;

import io.vitrine.history.Inspection;
import io.vitrine.history.Inspection.Inspected;
import io.vitrine.store.FileTables.ColumnFacts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what files hold. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Tell what files hold before they are imported: rows, columns, types, ranges, missing and"
            + " distinct values, exact duplicates. CSV, NDJSON, JSON and Parquet; plain, .gz or"
            + " .zip.")
final class InspectCommand implements Callable<Integer> {

  private static final int WIDEST = 28;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files = List.of();

  @Mixin private Report report = new Report();
  @Spec private CommandSpec command = CommandSpec.create();

  private final Clock clock;

  InspectCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    ProgressBar progress =
        new ProgressBar(
            command.commandLine().getErr(), clock, ProgressBar.onTerminal(), "Inspecting");
    List<Inspected> inspected = Inspection.of(files, progress);
    progress.close();
    report.tell(
        Map.of("files", inspected.stream().map(InspectCommand::result).toList()),
        String.join("\n", inspected.stream().map(InspectCommand::words).toList()));
    return 0;
  }

  private static Map<String, Object> result(Inspected file) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", file.file());
    result.put("rows", file.facts().rows());
    result.put("duplicates", file.facts().duplicates());
    result.put("columns", file.facts().columns().stream().map(InspectCommand::result).toList());
    return result;
  }

  private static Map<String, Object> result(ColumnFacts column) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", column.name());
    result.put("type", column.type().toLowerCase(Locale.ROOT));
    result.put("missing", column.missing());
    result.put("distinct", column.distinct());
    result.put("least", column.least());
    result.put("greatest", column.greatest());
    return result;
  }

  private static String words(Inspected file) {
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "%s: %,d rows, %,d of them exact duplicates%n",
            file.file(),
            file.facts().rows(),
            file.facts().duplicates()));
    words.append(
        String.format(
            Locale.ROOT,
            "  %-22s %-12s %12s %12s  %s%n",
            "column",
            "type",
            "missing",
            "distinct",
            "range"));
    file.facts().columns().forEach(column -> words.append(words(column)));
    return words.toString();
  }

  private static String words(ColumnFacts column) {
    return String.format(
        Locale.ROOT,
        "  %-22s %-12s %,12d %,12d  %s to %s%n",
        column.name(),
        cut(column.type().toLowerCase(Locale.ROOT), 12),
        column.missing(),
        column.distinct(),
        cut(Objects.requireNonNullElse(column.least(), "nothing"), WIDEST),
        cut(Objects.requireNonNullElse(column.greatest(), "nothing"), WIDEST));
  }

  private static String cut(String text, int most) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= most ? line : line.substring(0, most - 3) + "...";
  }
}
