package io.vitrine.store.duckdb;

import io.vitrine.model.EventType;
import io.vitrine.model.Problem;
import io.vitrine.model.Segments;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.Watermark;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the store does at its start and now and then. Used before the writer starts, or by it. */
final class Upkeep {

  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

  /** One more whenever the derived tables are counted by another rule. */
  private static final int RULES = 3;

  private static final List<String> DERIVED =
      List.of(
          "sessions",
          "visitor_days",
          "hour_totals",
          "visitors",
          "product_sessions",
          "product_days",
          "products",
          "sales",
          "step_labels",
          "cart_events",
          "visitor_users",
          "order_users");

  private final Connected connected;
  private final StoreSettings settings;

  Upkeep(Connected connected, StoreSettings settings) {
    this.connected = connected;
    this.settings = settings;
  }

  /** Brings the store in step with its settings and learns where it stopped. */
  Watermark begin(DirtyDays dirty) {
    connected.transaction(this::followSettings);
    readMarks(dirty);
    return connected.list("watermark", Upkeep::watermark).getFirst();
  }

  /** Marks the days that the store knows to be behind. */
  void readMarks(DirtyDays dirty) {
    dirty.forget();
    connected.list("dirty_days", row -> markAgain(row, dirty));
  }

  private static boolean markAgain(ResultSet row, DirtyDays dirty) throws SQLException {
    LocalDate day = row.getObject(2, LocalDate.class);
    for (DirtyDays.Kind kind : DirtyDays.Kind.values()) {
      if (kind.stored().equals(row.getString(1))) {
        dirty.mark(kind, List.of(day));
      }
    }
    return true;
  }

  private static Watermark watermark(ResultSet row) throws SQLException {
    LocalDateTime at = row.getObject(2, LocalDateTime.class);
    return new Watermark(row.getLong(1), at == null ? null : at.toInstant(ZoneOffset.UTC));
  }

  private void followSettings() {
    String zone = fact("zone");
    boolean moved = zone != null && !zone.equals(settings.zone().getId());
    if (moved) {
      shiftZone();
      countTypeHours();
    }
    String derivation = settings.sessionGap() + " " + engine() + " " + RULES;
    if (moved || !Objects.equals(fact("derivation"), derivation)) {
      deriveAgain();
    }
    remember("zone", settings.zone().getId());
    remember("derivation", derivation);
    remember("currency", settings.currency().getCurrencyCode());
    Segments bounds = settings.segments();
    remember("segments", bounds.newcomer() + " " + bounds.occasional() + " " + bounds.regular());
    connected.run("segment_bounds");
    connected.run("visitor_segments");
  }

  /** The settings that a folder's store was last opened with; others are the defaults. */
  static StoreSettings settingsOf(Path folder) {
    if (!Database.isIn(folder)) {
      throw Problem.absent("store_absent", "there is no shop in the data folder " + folder);
    }
    StoreSettings any =
        StoreSettings.of(folder, ZoneOffset.UTC, Currency.getInstance("EUR")); // to look, no more
    try (Database database = Database.open(any);
        Connected connected = database.connection()) {
      return new Upkeep(connected, any).left();
    }
  }

  private StoreSettings left() {
    String zone = fact("zone");
    String derivation = fact("derivation");
    String currency = fact("currency");
    String segments = fact("segments");
    return new StoreSettings(
        settings.folder(),
        zone == null ? settings.zone() : ZoneId.of(zone),
        currency == null ? settings.currency() : Currency.getInstance(currency),
        derivation == null ? settings.sessionGap() : Duration.parse(first(derivation)),
        settings.memory(),
        settings.threads(),
        settings.readers(),
        settings.questionTimeout(),
        settings.rowLimit(),
        segments == null ? settings.segments() : bounds(segments),
        settings.waitingEvents());
  }

  private static String first(String words) {
    return words.substring(0, words.indexOf(' '));
  }

  private static Segments bounds(String numbers) {
    long[] bounds = Arrays.stream(numbers.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return new Segments(bounds[0], bounds[1], bounds[2]);
  }

  private String engine() {
    return connected.list("engine", row -> row.getString(1)).getFirst();
  }

  private @Nullable String fact(String name) {
    List<String> found = connected.list("fact", row -> row.getString(1), name);
    return found.isEmpty() ? null : found.getFirst();
  }

  private void remember(String name, String content) {
    connected.run("forget_fact", name);
    connected.run("set_fact", name, content);
  }

  /** Empties the derived tables and marks every day. */
  void deriveAgain() {
    DERIVED.forEach(table -> connected.run("clear_all_" + table));
    String[] acts = EventType.acts().stream().map(EventType::name).toArray(String[]::new);
    connected.run("label_acts", (Object) acts);
    connected.run("clear_dirty");
    connected.run("mark_all_visits_dirty");
    connected.run("mark_all_sales_dirty");
  }

  void countTypeHours() {
    String[] logs = EventType.logs().stream().map(EventType::name).toArray(String[]::new);
    connected.run("clear_type_hours");
    connected.run("count_type_hours", logs, logs);
  }

  /** Gives every row the clock of the shop's new zone, one stretch of equal offset at a time. */
  private void shiftZone() {
    List<Instant> times = connected.list("times", Upkeep::firstAndLast).getFirst();
    if (times.isEmpty()) {
      return;
    }
    Instant at = times.getFirst();
    Instant end = times.getLast().plusMillis(1);
    ZoneRules rules = settings.zone().getRules();
    while (at.isBefore(end)) {
      ZoneOffsetTransition next = rules.nextTransition(at);
      Instant until = next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
      shift(rules.getOffset(at).getTotalSeconds(), at, until);
      at = until;
    }
  }

  private static List<Instant> firstAndLast(ResultSet row) throws SQLException {
    LocalDateTime first = row.getObject(1, LocalDateTime.class);
    LocalDateTime last = row.getObject(2, LocalDateTime.class);
    return first == null
        ? List.of()
        : List.of(first.toInstant(ZoneOffset.UTC), last.toInstant(ZoneOffset.UTC));
  }

  private void shift(long seconds, Instant from, Instant until) {
    for (String table : List.of("zone", "entries", "orders")) {
      connected.run("shift_" + table, seconds, seconds, Times.utc(from), Times.utc(until));
    }
  }

  /** Moves the journal into the file; put off while a long question stands in the way. */
  void checkpoint() {
    try {
      connected.run("checkpoint");
    } catch (Problem busy) {
      LOG.log(System.Logger.Level.DEBUG, "the journal is moved later", busy);
    }
  }

  /** Adds up the hourly counts that many commits have left. */
  void squeezeTypeHours() {
    connected.transaction(
        () -> {
          connected.run("squeezed_type_hours");
          connected.run("clear_type_hours");
          connected.run("refill_type_hours");
          connected.run("drop_squeezed");
        });
  }
}
