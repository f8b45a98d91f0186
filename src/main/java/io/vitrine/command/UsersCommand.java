package io.vitrine.command;

import io.vitrine.accounts.Account;
import io.vitrine.accounts.Accounts;
import io.vitrine.model.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The accounts of a data folder, while the product is not running on it. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    subcommandsRepeatable = false,
    description = "Accounts: add, list, reset-password.")
final class UsersCommand {

  @Spec private CommandSpec command = CommandSpec.create();

  private static <T> T at(Path data, Function<Accounts, T> act) {
    try (Accounts accounts = Accounts.open(data)) {
      return act.apply(accounts);
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Make an account; its password is printed once.")
  int add(
      @Parameters(paramLabel = "NAME", description = "Name to sign in with.") String username,
      @Option(names = "--email", paramLabel = "ADDRESS") @Nullable String email,
      @Option(
              names = "--role",
              defaultValue = "viewer",
              description = "admin, moderator, analyst or viewer. Default: ${DEFAULT-VALUE}.")
          String role,
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "data") Path data,
      @Mixin Report report) {
    Role known = role(role);
    String password =
        Objects.requireNonNull(
            at(data, accounts -> accounts.add(username, email, known, null)).password());
    report.tell(
        Map.of("username", username, "role", role, "password", password),
        username + " (" + role + ") signs in with " + password);
    return 0;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "All accounts.")
  int list(
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "data") Path data,
      @Mixin Report report) {
    List<Account> accounts = at(data, Accounts::list);
    report.tell(Map.of("users", accounts), words(accounts));
    return 0;
  }

  private Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "--role is admin, moderator, analyst or viewer, not " + name));
  }

  private static String words(List<Account> accounts) {
    return accounts.stream().map(UsersCommand::words).collect(Collectors.joining("\n"));
  }

  private static String words(Account account) {
    String state = account.isActive() ? "" : " (inactive)";
    return account.username()
        + "  "
        + account.role().wireName()
        + "  "
        + Objects.requireNonNullElse(account.email(), "-")
        + state;
  }

  @Command(
      name = "reset-password",
      mixinStandardHelpOptions = true,
      description = "Give an account a new password, printed once.")
  int resetPassword(
      @Parameters(paramLabel = "NAME", description = "Name of the account.") String username,
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "data") Path data,
      @Mixin Report report) {
    String password = at(data, accounts -> accounts.resetPassword(username));
    report.tell(
        Map.of("username", username, "password", password),
        username + " signs in with " + password);
    return 0;
  }
}
