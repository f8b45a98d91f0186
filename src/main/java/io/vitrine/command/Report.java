package io.vitrine.command;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How a command tells its result: in words, or as one JSON object with {@code --json}. */
final class Report {

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  void tell(Map<String, Object> result, String words) {
    command
        .commandLine()
        .getOut()
        .println(json ? JsonMapper.shared().writeValueAsString(result) : words);
    command.commandLine().getOut().flush();
  }
}
