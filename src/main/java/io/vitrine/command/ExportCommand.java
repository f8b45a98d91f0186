package io.vitrine.command;

import io.vitrine.history.TableExport;
import io.vitrine.model.Problem;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableFormat;
import io.vitrine.store.EventStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a table of the shop's history into a file, while the product is not running. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a table of the shop's history into a file.")
final class ExportCommand implements Callable<Integer> {

  /** Names of the tables, for the help. */
  static final class Tables implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ShopTable.values()).map(ShopTable::wireName).iterator();
    }
  }

  @Parameters(
      paramLabel = "TABLE",
      completionCandidates = Tables.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String table = "";

  @Option(
      names = "--format",
      paramLabel = "csv|parquet",
      defaultValue = "csv",
      description = "Default: ${DEFAULT-VALUE}.")
  private String format = "csv";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  private Path out = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "The data folder. Default: ./${DEFAULT-VALUE}.")
  private Path data = Path.of("data");

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  @Mixin private Report report = new Report();
  @Spec private CommandSpec command = CommandSpec.create();

  private final Clock clock;

  ExportCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    TableExport export =
        new TableExport(named(ShopTable::named, table), named(TableFormat::named, format), out);
    export.check(force);
    TableExport.Written written;
    try (EventStore store = EventStore.openAsLeft(data, clock)) {
      command.commandLine().getErr().println("Exporting " + table + " to " + out + " ...");
      command.commandLine().getErr().flush();
      written = export.write(store);
    }
    report.tell(
        result(written),
        out + ": " + written.rows() + " rows of " + table + ", " + written.bytes() + " bytes");
    return 0;
  }

  private <T> T named(Function<String, T> names, String name) {
    try {
      return names.apply(name);
    } catch (Problem unknown) {
      throw new ParameterException(command.commandLine(), String.valueOf(unknown.getMessage()));
    }
  }

  private Map<String, Object> result(TableExport.Written written) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("table", table);
    result.put("format", format);
    result.put("out", out.toString());
    result.put("rows", written.rows());
    result.put("bytes", written.bytes());
    return result;
  }
}
