package io.vitrine.command;

import io.vitrine.demo.DemoShop;
import io.vitrine.demo.RetailRocketSet;
import io.vitrine.demo.SampleLogs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes files of data that look real. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Make data sets: retailrocket, logs. The same seed makes the same files.")
final class GenerateCommand {

  @Spec private CommandSpec command = CommandSpec.create();

  private final Clock clock;

  GenerateCommand(Clock clock) {
    this.clock = clock;
  }

  @Command(
      name = "retailrocket",
      mixinStandardHelpOptions = true,
      description = "The files of the RetailRocket set with made-up content.")
  int retailrocket(
      @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
          Path out,
      @Option(
              names = "--events",
              defaultValue = "100000",
              paramLabel = "N",
              description =
                  "Rows of events.csv; properties grow with it. Default: ${DEFAULT-VALUE}.")
          long events,
      @Option(
              names = "--full",
              description = "The real set's size, 2756101 events, and its exact counts.")
          boolean full,
      @Option(names = "--seed", defaultValue = "1", paramLabel = "S") long seed,
      @Mixin Report report)
      throws IOException {
    atLeastOne("--events", events);
    atMost("--events", events, RetailRocketSet.MOST);
    RetailRocketSet set = new RetailRocketSet(seed, full ? RetailRocketSet.FULL : events);
    ProgressBar progress = progress("Writing the data set");
    RetailRocketSet.Written written = set.write(out, progress);
    progress.close();
    report.tell(result(written, out), words(written, out));
    return 0;
  }

  private static Map<String, Object> result(RetailRocketSet.Written written, Path out) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("out", out.toString());
    result.put("events", written.events());
    result.put("duplicates", written.duplicates());
    result.put("properties", written.properties());
    result.put("categories", written.categories());
    return result;
  }

  private static String words(RetailRocketSet.Written written, Path out) {
    return out + ": " + written.events() + " events, " + written.properties() + " properties";
  }

  @Command(
      name = "logs",
      mixinStandardHelpOptions = true,
      description = "Logs of all types as one JSON object a line.")
  int logs(
      @Option(names = "--count", required = true, paramLabel = "N", description = "Lines.")
          long count,
      @Option(names = "--seed", defaultValue = "1", paramLabel = "S") long seed,
      @Option(
              names = "--from",
              paramLabel = "DATE",
              description =
                  "First day. Default: so that they end before today: a week ago, or more.")
          @Nullable LocalDate from,
      @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
          @Nullable Path out,
      @Mixin Report report)
      throws IOException {
    atLeastOne("--count", count);
    SampleLogs logs =
        from == null ? SampleLogs.before(seed, today(), count) : new SampleLogs(seed, from, count);
    if (out == null) {
      logs.write(System.out, part -> {});
      return 0;
    }
    write(logs, out);
    report.tell(Map.of("out", out.toString(), "logs", count), out + ": " + count + " logs");
    return 0;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), DemoShop.ZONE);
  }

  private void write(SampleLogs logs, Path out) throws IOException {
    ProgressBar progress = progress("Writing logs");
    try (OutputStream stream = Files.newOutputStream(out)) {
      logs.write(stream, progress);
    }
    progress.close();
  }

  private ProgressBar progress(String what) {
    PrintWriter error = command.commandLine().getErr();
    return new ProgressBar(error, clock, ProgressBar.onTerminal(), what);
  }

  private void atMost(String option, long value, long most) {
    if (value > most) {
      throw new ParameterException(
          command.commandLine(), option + " is " + value + ", not at most " + most);
    }
  }

  private void atLeastOne(String option, long value) {
    if (value < 1) {
      throw new ParameterException(
          command.commandLine(), option + " is " + value + ", not at least 1");
    }
  }
}
