package io.vitrine.store.duckdb;

import io.vitrine.model.Answer;
import io.vitrine.model.Attribution;
import io.vitrine.model.CartList;
import io.vitrine.model.Carts;
import io.vitrine.model.Cohort;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Funnel;
import io.vitrine.model.Period;
import io.vitrine.model.Person;
import io.vitrine.model.Question;
import io.vitrine.model.ShopTable;
import io.vitrine.model.Span;
import io.vitrine.model.TableFormat;
import io.vitrine.model.TimeRange;
import io.vitrine.model.VisitorSegments;
import io.vitrine.store.Appended;
import io.vitrine.store.Erased;
import io.vitrine.store.ErrorGroup;
import io.vitrine.store.EventStore;
import io.vitrine.store.Extent;
import io.vitrine.store.LogStretch;
import io.vitrine.store.RequestStretch;
import io.vitrine.store.SqlConsole;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.Stretch;
import io.vitrine.store.ValueCount;
import io.vitrine.store.Watermark;
import io.vitrine.store.ledger.Ledger;
import io.vitrine.store.past.Imports;
import io.vitrine.store.sql.Asked;
import io.vitrine.store.sql.Dialect;
import io.vitrine.store.sql.ErrorGroupSql;
import io.vitrine.store.sql.Questions;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import io.vitrine.store.sql.Tables;
import io.vitrine.store.sql.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** The embedded event store: one DuckDB file in the data folder. */
public final class DuckEventStore implements EventStore {

  private static final int MOST_TYPE_HOURS = 50_000;

  /** In quiet times the journal is moved into the file, where rows take a fraction of it. */
  private static final long MOST_QUIET_JOURNAL = 4L << 20;

  private final StoreSettings settings;
  private final Clock clock;
  private final Database database;
  private final Connected writing;
  private final DirtyDays dirty = new DirtyDays();
  private final RecentEvents recent;
  private final Refresher refresher;
  private final Committer committer;
  private final ErrorGroups errorGroups;
  private final Erasing erasing;
  private final Writer writer;
  private final Readers readers;
  private final Exports exports;
  private final Tables tables;
  private final Answering answering;
  private final DuckImports imports;
  private final DuckConsole console;
  private volatile Watermark watermark;

  private DuckEventStore(StoreSettings settings, Clock clock, Database database) {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    this.writing = database.connection();
    this.refresher = new Refresher(writing, dirty, settings, this::letOthersWrite);
    this.watermark = new Upkeep(writing, settings).begin(dirty);
    LedgerTables ledger =
        new LedgerTables(writing, new Ledger(settings.currency()), settings.zone());
    this.recent = new RecentEvents(watermark.sequence());
    this.committer = new Committer(writing, ledger, dirty, recent, watermark.sequence());
    this.readers = new Readers(database, settings.readers(), settings.questionTimeout());
    this.exports = new Exports(database, settings);
    this.tables = new Tables(settings.segments(), settings.digits());
    Questions questions =
        new Questions(
            settings.zone(), Dialect.duckdb(), tables, settings.carts(), settings.noOrigins());
    this.answering = new Answering(readers, questions, settings, clock);
    this.errorGroups = new ErrorGroups(writing, this::letOthersWrite);
    this.erasing = new Erasing(writing, settings, committer);
    this.writer = new Writer(committer, settings.waitingEvents(), this::committed, this::quiet);
    this.imports =
        new DuckImports(
            writing, committer, ledger, dirty, settings, clock, writer, readers, this::committed);
    this.console = new DuckConsole(database, settings, tables, this::derive);
  }

  /**
   * Opens the store in a data folder, making or upgrading it when needed.
   *
   * @param settings of the store
   * @param clock says which day is not over yet
   * @throws io.vitrine.model.Problem of category CONFLICT when another process has the folder open
   *     or a newer program wrote it
   */
  public static DuckEventStore open(StoreSettings settings, Clock clock) {
    Database database = Database.open(settings);
    try {
      return new DuckEventStore(settings, clock, database);
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens the store of a folder with the settings that it was last opened with.
   *
   * @throws io.vitrine.model.Problem of category ABSENT when there is none, CONFLICT when another
   *     process has the folder open
   */
  public static DuckEventStore openAsLeft(Path folder, Clock clock) {
    return open(Upkeep.settingsOf(folder), clock);
  }

  @Override
  public Appended append(List<Event> events) {
    if (events.isEmpty()) {
      return new Appended(List.of(), watermark.sequence());
    }
    return writer.append(events.stream().map(event -> Row.of(event, settings.zone())).toList());
  }

  private void committed() {
    watermark = new Watermark(committer.sequence(), clock.instant());
  }

  private void letOthersWrite() {
    writer.commitWaiting();
  }

  private void quiet() {
    refresher.upTo(LocalDate.MAX, part -> {});
    errorGroups.follow(committer.sequence());
    if (committer.typeHoursAdded() > MOST_TYPE_HOURS) {
      new Upkeep(writing, settings).squeezeTypeHours();
      committer.typeHoursSqueezed();
    }
    if (database.journalBytes() > MOST_QUIET_JOURNAL) {
      new Upkeep(writing, settings).checkpoint();
    }
  }

  @Override
  public Answer answer(Question question) {
    Watermark known = watermark;
    Asked asked = answering.ask(question);
    if (asked.derived()) {
      refresh(needed(question));
      refresh(asked.comparedWith());
    }
    return answering.answer(question, asked, known);
  }

  /** The days that have to be counted: those of the period, or all where it looks beyond it. */
  private static Span needed(Question question) {
    boolean segments =
        question.filters().stream().anyMatch(filter -> filter.field() == Dimension.SEGMENT)
            || (question instanceof Question.Breakdown asked
                && asked.by().contains(Dimension.SEGMENT));
    boolean all =
        segments
            || question instanceof Question.Table
            || question instanceof Funnel
            || question instanceof Cohort
            || question instanceof VisitorSegments
            // As whom somebody signs in may be known only later.
            || question instanceof Attribution
            // A cart's state rests on what came after.
            || question instanceof Carts
            || question instanceof CartList;
    return all ? Period.ALWAYS : question.period();
  }

  @Override
  public long count(ShopTable table, Period period) {
    refresh(Period.ALWAYS);
    return readers.read(tables.count(table, period), DuckEventStore::number);
  }

  private static long number(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  @Override
  public void export(ShopTable table, Period period, TableFormat format, OutputStream out)
      throws IOException {
    refresh(Period.ALWAYS);
    exports.write(file -> tables.copy(table, period, format, file), format, out);
  }

  /** Figures of a day rest on that day, all days before it, and the session it hands on. */
  private void refresh(@Nullable Span span) {
    if (span == null) {
      return;
    }
    LocalDate last = last(span).plusDays(1);
    if (dirty.anyUpTo(last)) {
      writer.run(() -> refresher.upTo(last, part -> {}));
    }
  }

  private LocalDate last(Span span) {
    return switch (span) {
      case Period period -> period.to();
      case TimeRange range -> LocalDate.ofInstant(range.end(), settings.zone());
    };
  }

  @Override
  public Imports imports() {
    return imports;
  }

  @Override
  public SqlConsole console() {
    return console;
  }

  @Override
  public Watermark watermark() {
    return watermark;
  }

  @Override
  public List<StoredEvent> after(long sequence, int limit) {
    long last = watermark.sequence();
    long from = sequence;
    List<StoredEvent> found = new ArrayList<>();
    while (found.isEmpty() && from < last) {
      found = read("after", from, from + limit, (long) limit);
      from += limit;
    }
    return found;
  }

  @Override
  public LogStretch logsAfter(long sequence, int limit) {
    long until = until(sequence, limit);
    LogStretch known = recent.logs(sequence, until);
    if (known != null) {
      return known;
    }
    String[] logs = EventType.logs().stream().map(EventType::name).toArray(String[]::new);
    Sql sql = Sql.of(Statements.STORE.get("types_after"), sequence, until, logs);
    return new LogStretch(until, readers.read(sql, LogReader::all));
  }

  @Override
  public RequestStretch requestsAfter(long sequence, Instant since, int limit) {
    long until = until(sequence, limit);
    RequestStretch known = recent.requests(sequence, until, since);
    if (known != null) {
      return known;
    }
    Sql sql = Sql.of(Statements.STORE.get("requests_after"), sequence, until, since.toString());
    return new RequestStretch(until, readers.read(sql, DuckEventStore::requests));
  }

  private static List<StoredEvent> requests(ResultSet rows) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    EventReader reader = new EventReader(rows, RequestStretch.FIELDS);
    while (rows.next()) {
      events.add(reader.read());
    }
    return events;
  }

  @Override
  public Stretch after(long sequence, int limit, Collection<String> types) {
    long until = until(sequence, limit);
    Stretch known = recent.ofTypes(sequence, until, types);
    if (known != null) {
      return known;
    }
    return new Stretch(until, read("types_after", sequence, until, types.toArray(String[]::new)));
  }

  private long until(long sequence, int limit) {
    return Math.max(sequence, Math.min(sequence + limit, watermark.sequence()));
  }

  @Override
  public Map<ErrorGroup, Instant> firstSeen(Collection<String> messages) {
    if (messages.isEmpty()) {
      return Map.of();
    }
    writer.run(() -> errorGroups.follow(committer.sequence()));
    Sql sql = ErrorGroupSql.firstSeen(messages.toArray(String[]::new));
    return readers.read(sql, ErrorGroups::read);
  }

  @Override
  public List<Long> about(Person person) {
    return writer.call(() -> erasing.about(person));
  }

  @Override
  public Erased toErase(Person person) {
    return writer.call(() -> erasing.find(person));
  }

  @Override
  public Erased erase(Person person) {
    Erased erased = writer.call(() -> erasing.erase(person, dirty));
    committed();
    return erased;
  }

  @Override
  public long dropLogs(EventType type, Instant before) {
    long dropped = writer.call(() -> erasing.drop(type, before));
    committed();
    return dropped;
  }

  @Override
  public List<StoredEvent> find(Collection<Long> sequences) {
    return sequences.isEmpty() ? List.of() : read("find", (Object) sequences.toArray(Long[]::new));
  }

  private List<StoredEvent> read(String name, Object... values) {
    return readers.read(Sql.of(Statements.STORE.get(name), values), DuckEventStore::events);
  }

  private static List<StoredEvent> events(ResultSet rows) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    EventReader reader = new EventReader(rows);
    while (rows.next()) {
      events.add(reader.read());
    }
    return events;
  }

  @Override
  public void derive(DoubleConsumer progress) {
    if (!dirty.isEmpty()) {
      writer.run(() -> refresher.upTo(LocalDate.MAX, progress));
    }
  }

  @Override
  public List<ValueCount> values(Dimension dimension, String containing, int limit) {
    derive();
    Sql sql = new Values(Dialect.duckdb()).of(dimension, containing, limit);
    return readers.read(sql, DuckEventStore::counts);
  }

  private static List<ValueCount> counts(ResultSet rows) throws SQLException {
    List<ValueCount> counts = new ArrayList<>();
    while (rows.next()) {
      counts.add(new ValueCount(rows.getString(1), rows.getLong(2)));
    }
    return counts;
  }

  @Override
  public Extent extent() {
    Sql sql = Sql.of(Statements.STORE.get("extent"));
    return readers.read(sql, this::extent);
  }

  private Extent extent(ResultSet rows) throws SQLException {
    rows.next();
    return new Extent(
        rows.getObject(1, LocalDate.class),
        rows.getObject(2, LocalDate.class),
        rows.getLong(3),
        database.bytes());
  }

  /** Commits what waits, refuses what comes, and closes the file. */
  @Override
  public void close() {
    writer.close();
    exports.close();
    console.close();
    readers.close();
    writing.close();
    database.close();
  }
}
