package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.past.Brought;
import io.vitrine.store.past.ImportRecord;
import io.vitrine.store.past.Imports;
import io.vitrine.store.past.LedgerChange;
import io.vitrine.store.past.Past;
import io.vitrine.store.past.PastEvents;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Imports into the embedded store: one transaction each, run on the writer's thread. */
final class DuckImports implements Imports {

  private final Connected connected;
  private final Committer committer;
  private final LedgerTables ledger;
  private final DirtyDays dirty;
  private final StoreSettings settings;
  private final Clock clock;
  private final Writer writer;
  private final Readers readers;
  private final Runnable committed;
  private final PastLoader loader;

  DuckImports(
      Connected connected,
      Committer committer,
      LedgerTables ledger,
      DirtyDays dirty,
      StoreSettings settings,
      Clock clock,
      Writer writer,
      Readers readers,
      Runnable committed) {
    this.connected = connected;
    this.committer = committer;
    this.ledger = ledger;
    this.dirty = dirty;
    this.settings = settings;
    this.clock = clock;
    this.writer = writer;
    this.readers = readers;
    this.committed = committed;
    BulkFunction function = BulkFunction.register(connected, settings.threads());
    this.loader = new PastLoader(connected, function, settings, clock);
  }

  @Override
  public List<ImportRecord> all() {
    return readers.read(Sql.of(Statements.PAST.get("imports")), DuckImports::records);
  }

  @Override
  public Optional<ImportRecord> find(String fingerprint) {
    Sql sql = Sql.of(Statements.PAST.get("import_with"), fingerprint);
    return readers.read(sql, DuckImports::records).stream().findFirst();
  }

  private static List<ImportRecord> records(ResultSet rows) throws SQLException {
    List<ImportRecord> records = new ArrayList<>();
    while (rows.next()) {
      records.add(
          new ImportRecord(
              rows.getLong(1),
              rows.getString(2),
              rows.getString(3),
              instant(rows, 4),
              instant(rows, 5),
              rows.getLong(6),
              rows.getString(7)));
    }
    return records;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  @Override
  public ImportRecord bring(Past past, Function<Brought, String> report) {
    Header header = new Header(past.kind(), past.fingerprint(), clock.instant());
    return writer.call(
        () -> {
          refuseKnown(header);
          loader.readParts(past);
          return whole(() -> store(past, header, report));
        });
  }

  @Override
  public ImportRecord bring(String kind, String fingerprint, PastEvents events) {
    Header header = new Header(kind, fingerprint, clock.instant());
    return writer.call(
        () -> {
          refuseKnown(header);
          return whole(() -> store(events, header));
        });
  }

  private void refuseKnown(Header header) {
    if (find(header.fingerprint()).isPresent()) {
      throw new Problem(
          "import_known", Problem.Category.CONFLICT, "these files were imported before");
    }
  }

  /** All of the work or none of it, in the store and in what is remembered of it. */
  private ImportRecord whole(Supplier<ImportRecord> work) {
    long before = committer.sequence();
    AtomicReference<@Nullable ImportRecord> done = new AtomicReference<>();
    try {
      connected.transaction(() -> done.set(work.get()));
    } catch (RuntimeException | Error e) {
      committer.continueFrom(before);
      new Upkeep(connected, settings).readMarks(dirty);
      throw e;
    }
    new Upkeep(connected, settings).readMarks(dirty);
    committed.run();
    return Objects.requireNonNull(done.get());
  }

  private ImportRecord store(Past past, Header header, Function<Brought, String> report) {
    long before = committer.sequence();
    try {
      Brought brought = loader.storeActions(past, before, ledger);
      connected.past("mark_new_days", before);
      long number = connected.number(Sql.of(Statements.PAST.get("next_import")));
      connected.past("adopt_parts", number);
      committer.continueFrom(before + brought.stored());
      return record(number, header, brought.stored(), report.apply(brought));
    } catch (SQLException e) {
      throw Connected.failed(e);
    }
  }

  private ImportRecord store(PastEvents events, Header header) {
    long before = committer.sequence();
    Totals earlier = totals();
    while (events.hasNext()) {
      List<Row> rows = events.next().stream().map(event -> Row.of(event, settings.zone())).toList();
      events.stored(committer.commit(List.of(rows)).getFirst().outcomes());
    }
    LedgerChange change = change(before, earlier, totals());
    long number = connected.number(Sql.of(Statements.PAST.get("next_import")));
    return record(number, header, change.events(), events.report(change));
  }

  private LedgerChange change(long before, Totals earlier, Totals now) {
    return new LedgerChange(
        committer.sequence() - before,
        now.orders() - earlier.orders(),
        now.gross().subtract(earlier.gross()),
        now.refunded().subtract(earlier.refunded()),
        now.excess().subtract(earlier.excess()),
        connected.number(Sql.of(Statements.PAST.get("orders_known"), before, before)));
  }

  private Totals totals() {
    return connected
        .list(
            Sql.of(Statements.PAST.get("ledger_totals")),
            row ->
                new Totals(
                    row.getLong(1),
                    row.getBigDecimal(2),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4)))
        .getFirst();
  }

  private ImportRecord record(long number, Header header, long events, String report) {
    Instant now = clock.instant();
    ImportRecord done =
        new ImportRecord(
            number, header.kind(), header.fingerprint(), header.startedAt(), now, events, report);
    connected.past(
        "record_import",
        number,
        done.kind(),
        done.fingerprint(),
        Times.utc(done.startedAt()),
        Times.utc(now),
        events,
        report);
    return done;
  }

  private record Header(String kind, String fingerprint, Instant startedAt) {}

  /** Sums of the whole ledger. */
  private record Totals(long orders, BigDecimal gross, BigDecimal refunded, BigDecimal excess) {}
}
