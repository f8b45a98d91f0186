package io.vitrine.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements, one command each. Exit 0 means that every figure was measured. */
@Command(name = "bench/run", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "NAME")
final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new Ingest())
            .addSubcommand(new Home())
            .addSubcommand(new Pages())
            .addSubcommand(new Steps())
            .addSubcommand(new Start())
            .addSubcommand(new Errors())
            .addSubcommand(new Flags())
            .addSubcommand(new Logs());
    System.exit(line.execute(arguments));
  }
}
