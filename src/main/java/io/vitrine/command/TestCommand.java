package io.vitrine.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stands in the help for what the launcher does by itself. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Everything that CI runs; only in a clone, as ./vitrine test.")
final class TestCommand implements Runnable {

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        command.commandLine(), "test belongs to the launcher: run ./vitrine test in a clone");
  }
}
