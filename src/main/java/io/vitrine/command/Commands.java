package io.vitrine.command;

import io.vitrine.model.Problem;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. Exit 0 is done, 1 failed, 2 wrong usage. */
@Command(
    name = "vitrine",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows an online shop everything that happens in it.")
public final class Commands {

  private Commands() {}

  /** Runs a command to its end; returns the exit code. */
  public static int run(ServerStart start, String... arguments) {
    PrintWriter results = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    return line(start, Clock.systemUTC()).setOut(results).execute(arguments);
  }

  static CommandLine line(ServerStart start, Clock clock) {
    return new CommandLine(new Commands())
        .addSubcommand(new DemoCommand(start, clock))
        .addSubcommand(new ServeCommand(start))
        .addSubcommand(new TestCommand())
        .addSubcommand(new ImportCommand(start, clock))
        .addSubcommand(new InspectCommand(clock))
        .addSubcommand(new ExportCommand(clock))
        .addSubcommand(new GenerateCommand(clock))
        .addSubcommand(new DownloadCommand(clock, System.getenv()))
        .addSubcommand(new AttackCommand(System.getenv()))
        .addSubcommand(new UsersCommand())
        .addSubcommand(new VersionCommand())
        .addSubcommand(new TrainCommand(start))
        .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line));
  }

  /** A known failure is one sentence; anything else comes with its trace. */
  private static int explain(Exception failure, CommandLine line) {
    if (failure instanceof Problem || failure instanceof UncheckedIOException) {
      line.getErr().println("vitrine: " + failure.getMessage());
    } else {
      failure.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
