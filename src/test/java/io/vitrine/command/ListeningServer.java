package io.vitrine.command;

import io.vitrine.demo.DemoTaker;
import io.vitrine.intake.PastIntakes;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
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
  public EventStore store(Path data) {
    Currency euro = Currency.getInstance("EUR");
    return DuckEventStore.open(StoreSettings.of(data, ZoneOffset.UTC, euro), Clock.systemUTC());
  }

  @Override
  public OpenPast past(Path data) {
    return new OpenPast(store(data), PastIntakes.of("EUR"));
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
  public void tellOfExperiment(String key, Instant started) {}

  @Override
  public void count() {
    starts.add("count");
  }

  @Override
  public void await() {}

  @Override
  public void close() {}
}
