package io.vitrine.command;

import io.vitrine.demo.DemoTaker;
import io.vitrine.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stands for the product: remembers what the commands asked of it and ends at once. */
final class ListeningServer implements ServerStart, RunningServer, UserDesk {

  final List<String> starts = new ArrayList<>();
  final Set<String> taken = new HashSet<>();
  private final List<Account> accounts = new ArrayList<>();

  @Override
  public RunningServer serve(Path data, int port, Map<String, String> settings) {
    starts.add(data + " " + port);
    return this;
  }

  @Override
  public RunningServer open(Path data) {
    starts.add(data.toString());
    return this;
  }

  @Override
  public int port() {
    return 4711;
  }

  @Override
  public Optional<FirstAdministrator> firstAdministrator() {
    return Optional.of(new FirstAdministrator("admin", "s3cret"));
  }

  @Override
  public DemoTaker intake() {
    return events -> events.forEach(event -> taken.add(event.finish().id()));
  }

  @Override
  public UserDesk users() {
    return this;
  }

  @Override
  public String add(String username, String email, String role) {
    accounts.add(new Account(username, email, role, true));
    return "first-password";
  }

  @Override
  public List<Account> list() {
    return List.copyOf(accounts);
  }

  @Override
  public String resetPassword(String username) {
    if (accounts.stream().noneMatch(account -> account.username().equals(username))) {
      throw Problem.absent("user_absent", "there is no account " + username);
    }
    return "new-password";
  }

  @Override
  public void await() {}

  @Override
  public void close() {}
}
