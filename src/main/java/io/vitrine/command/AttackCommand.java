package io.vitrine.command;

import io.vitrine.model.Problem;
import io.vitrine.siege.Siege;
import io.vitrine.siege.Siege.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Attacks a running product of one's own. */
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    description =
        "Attack your own running product on this machine: every attack has to fail and to be"
            + " noticed. Exit 0 when all did.")
final class AttackCommand implements Callable<Integer> {

  @Option(
      names = "--target",
      required = true,
      paramLabel = "ADDRESS",
      description = "Where it runs, such as http://127.0.0.1:8050. Addresses of this machine only.")
  private String target = "";

  @Option(
      names = "--username",
      paramLabel = "NAME",
      description = "An administrator of it. Default: $VITRINE_ADMIN_USERNAME, or admin.")
  private @Nullable String username;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description = "The administrator's password. Default: $VITRINE_ADMIN_PASSWORD.")
  private @Nullable String password;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the report there too, as JSON.")
  private @Nullable Path out;

  @Mixin private Report report = new Report();

  @Spec private CommandSpec command = CommandSpec.create();

  private final Map<String, String> environment;

  AttackCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String name =
        username != null ? username : environment.getOrDefault("VITRINE_ADMIN_USERNAME", "admin");
    String secret = password != null ? password : environment.get("VITRINE_ADMIN_PASSWORD");
    if (secret == null) {
      throw Problem.caller("password_missing", "--password is missing: the findings have a reader");
    }
    List<Outcome> outcomes = Siege.lay(target, name, secret, this::tell);
    Map<String, Object> result = result(outcomes);
    if (out != null) {
      Files.writeString(out, new JsonMapper().writeValueAsString(result) + "\n");
    }
    report.tell(result, words(outcomes));
    return outcomes.stream().allMatch(Outcome::isWell) ? 0 : 1;
  }

  /** Each outcome goes to standard error while it goes on. */
  private void tell(Outcome outcome) {
    command.commandLine().getErr().println(line(outcome));
    command.commandLine().getErr().flush();
  }

  private static String line(Outcome outcome) {
    String held = outcome.held() ? "held" : "BROKEN";
    String noticed =
        outcome.noticed()
            ? String.format(Locale.ROOT, "noticed after %.1f s", outcome.seconds())
            : "NOT NOTICED";
    String why = outcome.why() == null ? "" : " (" + outcome.why() + ")";
    return outcome.group() + ": " + outcome.name() + ": " + held + ", " + noticed + why;
  }

  private Map<String, Object> result(List<Outcome> outcomes) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("target", target);
    result.put("attacks", outcomes.size());
    result.put("held", outcomes.stream().filter(Outcome::held).count());
    result.put("noticed", outcomes.stream().filter(Outcome::noticed).count());
    result.put("outcomes", outcomes);
    return result;
  }

  private static String words(List<Outcome> outcomes) {
    long held = outcomes.stream().filter(Outcome::held).count();
    long noticed = outcomes.stream().filter(Outcome::noticed).count();
    return outcomes.size()
        + " attacks: "
        + held
        + " failed as they should, "
        + noticed
        + " were noticed";
  }
}
