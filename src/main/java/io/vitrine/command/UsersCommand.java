package io.vitrine.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The accounts of a data folder, while the product is not running on it. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    subcommandsRepeatable = false,
    description = "Accounts: add, list, reset-password.")
final class UsersCommand {

  /** Values that an account's role can have. */
  enum Role {
    admin,
    moderator,
    analyst,
    viewer
  }

  private final ServerStart start;

  UsersCommand(ServerStart start) {
    this.start = start;
  }

  private <T> T at(Path data, Function<UserDesk, T> act) {
    try (RunningServer parts = start.open(data)) {
      return act.apply(parts.users());
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Make an account; its password is printed once.")
  int add(
      @Parameters(paramLabel = "NAME", description = "Name to sign in with.") String username,
      @Option(names = "--email", required = true, paramLabel = "ADDRESS") String email,
      @Option(
              names = "--role",
              defaultValue = "viewer",
              description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
          Role role,
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "data") Path data,
      @Mixin Report report) {
    String password = at(data, desk -> desk.add(username, email, role.name()));
    report.tell(
        Map.of("username", username, "role", role.name(), "password", password),
        username + " (" + role + ") signs in with " + password);
    return 0;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "All accounts.")
  int list(
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "data") Path data,
      @Mixin Report report) {
    List<UserDesk.Account> accounts = at(data, UserDesk::list);
    report.tell(Map.of("users", accounts), words(accounts));
    return 0;
  }

  private static String words(List<UserDesk.Account> accounts) {
    return accounts.stream().map(UsersCommand::words).collect(Collectors.joining("\n"));
  }

  private static String words(UserDesk.Account account) {
    String state = account.active() ? "" : " (inactive)";
    return account.username() + "  " + account.role() + "  " + account.email() + state;
  }

  @Command(
      name = "reset-password",
      mixinStandardHelpOptions = true,
      description = "Give an account a new password, printed once.")
  int resetPassword(
      @Parameters(paramLabel = "NAME", description = "Name of the account.") String username,
      @Option(names = "--data", paramLabel = "DIR", defaultValue = "data") Path data,
      @Mixin Report report) {
    String password = at(data, desk -> desk.resetPassword(username));
    report.tell(
        Map.of("username", username, "password", password),
        username + " signs in with " + password);
    return 0;
  }
}
