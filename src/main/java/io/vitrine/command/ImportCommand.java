package io.vitrine.command;

import io.vitrine.history.ImportReport;
import io.vitrine.history.MappedImport;
import io.vitrine.history.RetailRocketImport;
import io.vitrine.store.EventStore;
import io.vitrine.store.past.SessionRule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a shop's past in. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Bring a shop's past in, whole or not at all, while the product is not running on the"
            + " data folder.")
final class ImportCommand {

  @Spec private CommandSpec command = CommandSpec.create();

  private final ServerStart start;
  private final Clock clock;

  ImportCommand(ServerStart start, Clock clock) {
    this.start = start;
    this.clock = clock;
  }

  @Command(
      name = "retailrocket",
      mixinStandardHelpOptions = true,
      description = {
        "The files of the RetailRocket set: events.csv, item_properties_part1.csv and _part2.csv"
            + " (or item_properties.csv), category_tree.csv, each plain, .gz or .zip.",
        "The same files a second time add nothing. A killed import leaves the store as it was."
      })
  int retailrocket(
      @Parameters(paramLabel = "FOLDER", description = "Where the files are.") Path folder,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "data",
              description = "The data folder. Default: ./${DEFAULT-VALUE}.")
          Path data,
      @Option(
              names = "--session-rule",
              paramLabel = "RULE",
              defaultValue = "inactivity",
              description =
                  "inactivity (a pause ends a session) or calendar-day (a visitor's day of UTC is"
                      + " one session). Default: ${DEFAULT-VALUE}.")
          String rule,
      @Mixin Report report) {
    SessionRule known = rule(rule);
    try (EventStore store = start.store(data)) {
      ProgressBar progress =
          new ProgressBar(
              command.commandLine().getErr(), clock, ProgressBar.onTerminal(), "Importing");
      ImportReport done = new RetailRocketImport(store, data).run(folder, known, progress);
      progress.close();
      report.tell(result(done), words(done, data));
    }
    return 0;
  }

  @Command(
      name = "mapped",
      mixinStandardHelpOptions = true,
      description = {
        "Any shop's export as CSV, NDJSON, JSON or Parquet, plain, .gz or .zip. A mapping says what"
            + " its rows mean; docs/mapping.md says how to write one.",
        "The same file with the same mapping a second time adds nothing, and neither does what two"
            + " exports have in common. Mappings that come along: online-retail, sample-orders."
      })
  int mapped(
      @Parameters(paramLabel = "FILE", description = "The file.") Path file,
      @Option(
              names = "--mapping",
              required = true,
              paramLabel = "FILE.yaml",
              description = "A mapping, or the name of one that comes along.")
          String mapping,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "data",
              description = "The data folder. Default: ./${DEFAULT-VALUE}.")
          Path data,
      @Mixin Report report) {
    try (OpenPast past = start.past(data)) {
      ProgressBar progress =
          new ProgressBar(
              command.commandLine().getErr(), clock, ProgressBar.onTerminal(), "Importing");
      ImportReport done =
          new MappedImport(past.store(), past.intake(), data, clock).run(file, mapping, progress);
      progress.close();
      report.tell(result(done), words(done, data));
    }
    return 0;
  }

  private SessionRule rule(String name) {
    return switch (name) {
      case "inactivity" -> SessionRule.INACTIVITY;
      case "calendar-day" -> SessionRule.CALENDAR_DAY;
      default ->
          throw new ParameterException(
              command.commandLine(), "--session-rule is inactivity or calendar-day, not " + name);
    };
  }

  private static Map<String, Object> result(ImportReport done) {
    Map<String, Object> result = new LinkedHashMap<>(done.content());
    result.put("added", done.added());
    result.put("imported_before", done.again());
    return result;
  }

  private static String words(ImportReport done, Path data) {
    StringBuilder words = new StringBuilder();
    done.content().forEach((name, value) -> line(words, name, value));
    words.append(
        done.again()
            ? "These files had been imported before: nothing was added."
            : String.format(Locale.ROOT, "%,d events are new in %s.", done.added(), data));
    return words.toString();
  }

  private static void line(StringBuilder words, String name, Object value) {
    if (value instanceof Map<?, ?> parts) {
      parts.forEach((part, inner) -> line(words, name + "." + part, inner));
      return;
    }
    if (value instanceof List<?> terms) {
      words.append(name).append(":\n");
      terms.forEach(term -> term(words, (Map<?, ?>) term));
      return;
    }
    words.append(String.format(Locale.ROOT, "%-28s %s%n", name, shown(value)));
  }

  private static void term(StringBuilder words, Map<?, ?> term) {
    words.append(
        String.format(
            Locale.ROOT,
            "  %-26s %12s lines %20s %s%n",
            term.get("term"),
            shown(term.get("lines")),
            shown(term.get("amount")),
            term.get("currency")));
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof BigDecimal amount) {
      return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : String.valueOf(value);
  }
}
