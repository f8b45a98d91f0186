package io.vitrine.store.duckdb;

import io.vitrine.model.EventType;
import io.vitrine.model.Person;
import io.vitrine.store.Erased;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.sql.PersonSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes a person out of the store, and logs that are too old. Events of a person are deleted;
 * orders stay for the accounts under a name that leads nowhere. The table of events is written
 * anew, because the engine leaves deleted rows where they were, and freed space is written over.
 * Used by the writer alone.
 */
final class Erasing {

  private static final long ROWS_OF_FILLING = 1_000;
  private static final double BYTES_OF_FILLING = ROWS_OF_FILLING * 3_600.0;

  /** Times the free space, because the engine packs what it is given to less than a half. */
  private static final double FILLED = 3;

  private final Connected connected;
  private final StoreSettings settings;
  private final Committer committer;

  Erasing(Connected connected, StoreSettings settings, Committer committer) {
    this.connected = connected;
    this.settings = settings;
    this.committer = committer;
  }

  /** Numbers of the events that are of a person or name one. */
  List<Long> about(Person person) {
    return connected.list(PersonSql.about(names(person)), row -> row.getLong(1));
  }

  /** What an erasure would take out. */
  Erased find(Person person) {
    List<Erased> found = new ArrayList<>();
    connected.transaction(() -> found.add(gathered(names(person))));
    connected.execute(PersonSql.of("forget_about"));
    return found.getFirst();
  }

  Erased erase(Person person, DirtyDays dirty) {
    List<String> names = names(person);
    List<Erased> erased = new ArrayList<>();
    connected.transaction(
        () -> {
          erased.add(gathered(names));
          takeOut(names);
          countAgain();
          committer.leaveGap();
        });
    connected.execute(PersonSql.of("forget_about"));
    committer.gapLeft();
    new Upkeep(connected, settings).readMarks(dirty);
    writeOver();
    return erased.getFirst();
  }

  private List<String> names(Person person) {
    List<String> names = new ArrayList<>(person.names());
    if (person.userId() != null) {
      names.addAll(
          connected.list(
              PersonSql.of("own_devices", person.userId().strip()), row -> row.getString(1)));
    }
    return names.stream().distinct().toList();
  }

  private Erased gathered(List<String> names) {
    connected.execute(PersonSql.of("forget_about"));
    connected.execute(PersonSql.of("make_about"));
    List<String> orders =
        List.of(EventType.PURCHASE.name(), EventType.REFUND.name(), EventType.CANCELLATION.name());
    connected.execute(PersonSql.gather(names, orders));
    List<String> logIds = connected.list(PersonSql.of("log_ids"), row -> row.getString(1));
    return connected
        .list(
            PersonSql.of("counts"),
            row -> new Erased(names, row.getLong(1), row.getLong(2), row.getLong(3), logIds))
        .getFirst();
  }

  private void takeOut(List<String> names) {
    String pseudonym = "erased-" + UUID.randomUUID();
    long key = Hash.of(pseudonym);
    connected
        .list(PersonSql.tellingIds(names), row -> row.getLong(1))
        .forEach(
            seq -> {
              String id = "erased-" + UUID.randomUUID();
              connected.execute(PersonSql.of("rename", id, Hash.of(id), seq));
            });
    String table = connected.list(PersonSql.of("events_table"), row -> row.getString(1)).getFirst();
    connected.script(table.replaceFirst("events", "events_kept"));
    connected.execute(PersonSql.keep(key, pseudonym));
    connected.execute(PersonSql.of("replace_events"));
    connected.execute(PersonSql.of("rename_events"));
    connected.execute(PersonSql.of("unname_orders", key));
    connected.execute(PersonSql.of("unname_entries", key));
  }

  private void countAgain() {
    Upkeep upkeep = new Upkeep(connected, settings);
    upkeep.deriveAgain();
    upkeep.countTypeHours();
    connected.execute(PersonSql.of("clear_error_groups"));
    connected.run("forget_fact", ErrorGroups.FACT);
  }

  /** Deletes logs of a type from before an instant. */
  long drop(EventType type, Instant before) {
    Object time = Times.utc(before);
    long old = connected.number(PersonSql.of("old_logs", type.name(), time));
    if (old == 0) {
      return 0;
    }
    connected.transaction(
        () -> {
          connected.execute(PersonSql.of("drop_logs", type.name(), time));
          new Upkeep(connected, settings).countTypeHours();
          committer.leaveGap();
        });
    committer.gapLeft();
    return old;
  }

  /** Moves all into the file and fills what is free there, so that nothing old can be read. */
  private void writeOver() {
    connected.run("checkpoint");
    DamagedJournal.forget(settings.folder());
    connected.execute(PersonSql.of("drop_filler"));
    connected.execute(PersonSql.of("make_filler"));
    double free = connected.number(PersonSql.of("free_bytes"));
    long fillings = (long) Math.ceil(FILLED * free / BYTES_OF_FILLING) + 1;
    for (long i = 0; i < fillings; i++) {
      connected.execute(PersonSql.of("fill", ROWS_OF_FILLING));
    }
    connected.run("checkpoint");
    connected.execute(PersonSql.of("drop_filler"));
    connected.run("checkpoint");
  }
}
