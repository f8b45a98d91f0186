package io.vitrine.command;

import io.vitrine.demo.DemoTaker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stands for the product: remembers what the commands asked of it and ends at once. */
final class ListeningServer implements ServerStart, RunningServer {

  final List<String> starts = new ArrayList<>();
  final Set<String> taken = new HashSet<>();

  @Override
  public RunningServer serve(Path data, int port) {
    starts.add("serve " + data + " " + port);
    return this;
  }

  @Override
  public RunningServer demo(Path data, int port) {
    starts.add("demo " + data + " " + port);
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
  public void count() {
    starts.add("count");
  }

  @Override
  public void await() {}

  @Override
  public void close() {}
}
