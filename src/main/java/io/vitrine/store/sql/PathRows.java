package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import io.vitrine.model.Timeline;
import io.vitrine.model.Unit;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ways of sessions and the timeline of a visitor in SQL. */
final class PathRows {

  /** Of 39 bits of milliseconds, with room for sessions that go on. */
  private static final long LONGEST_DAYS = 5_000;

  private final ZoneId zone;
  private final Dialect dialect;

  PathRows(ZoneId zone, Dialect dialect) {
    this.zone = zone;
    this.dialect = dialect;
  }

  Sql rows(Paths question) {
    return ways(question)
        .then(question.show() == Paths.Show.MOVES ? moves(question) : common(question));
  }

  private Sql ways(Paths question) {
    List<Sql> conditions = new ArrayList<>();
    conditions.add(
        Sql.of("f.day BETWEEN ? AND ?", question.period().from(), question.period().to()));
    conditions.addAll(new Conditions(dialect).all(question.filters(), Facts.VISITS));
    When when = new When(question.period(), null, zone, false);
    String kind = question.label() == Paths.Label.PAGES ? "pages" : "types";
    boolean to = question.direction() == Paths.Direction.TO;
    int length = question.length();
    return new Template(Statements.PATHS.get("sessions"))
        .filled(
            Map.of(
                "conditions", Sql.join(" AND ", conditions),
                "raw", piece("raw_" + kind),
                "raws", piece("raws_" + kind),
                "label", piece("label_" + kind),
                "start", instant(when.start()),
                "base", base(question.period(), when),
                "late", instant(when.end().plusDays(1)),
                "place", place(question.anchor()),
                "part", Sql.of(part(to, length)),
                "shift", Sql.of(to ? length + " - least(place, " + length + ")" : "0")));
  }

  /** What times are counted from; the start of a very long period is too long ago for a step. */
  private static Sql base(Period period, When when) {
    return ChronoUnit.DAYS.between(period.from(), period.to()) > LONGEST_DAYS
        ? piece("base_first")
        : Sql.of(Statements.PATHS.get("base_start"), when.start());
  }

  private static Sql piece(String name) {
    return Sql.of(Statements.PATHS.get(name));
  }

  private static Sql instant(LocalDateTime at) {
    return Sql.of("CAST(? AS TIMESTAMP_MS)", at);
  }

  private static Sql place(@Nullable String anchor) {
    return anchor == null
        ? piece("place_start")
        : Sql.of(Statements.PATHS.get("place_anchor"), anchor);
  }

  /** The steps up to a place, or from it on. */
  private static String part(boolean to, int length) {
    return to
        ? "steps[greatest(1, place - " + (length - 1) + ") : place]"
        : "steps[place : place + " + (length - 1) + "]";
  }

  /** To an anchor, the anchor is the end; from one, so is where a session ends. */
  private static Sql moves(Paths question) {
    String last =
        question.direction() == Paths.Direction.TO
            ? "len(way)"
            : "1 + least(len(way), " + (question.length() - 1) + ")";
    return Sql.of(
        "\n" + Statements.PATHS.get("transitions").replace("[last]", last),
        (long) question.limit(),
        (long) question.limit());
  }

  private static Sql common(Paths question) {
    String columns =
        IntStream.rangeClosed(1, question.length())
            .mapToObj(i -> "t.labels[c.numbers[%1$d]] AS step_%1$d".formatted(i))
            .collect(Collectors.joining(", "));
    return Sql.of(
        "\n" + Statements.PATHS.get("common").replace("[columns]", columns),
        (long) question.limit());
  }

  static List<Column> columns(Paths question) {
    List<Column> columns = new ArrayList<>();
    if (question.show() == Paths.Show.MOVES) {
      columns.add(new Column("position", Answer.Type.INTEGER, Role.DIMENSION, null));
      columns.add(text("from_step"));
      columns.add(text("to_step"));
      columns.add(count("sessions"));
    } else {
      for (int i = 1; i <= question.length(); i++) {
        columns.add(text("step_" + i));
      }
      columns.add(count("sessions"));
      columns.add(new Column("share", Answer.Type.DECIMAL, Role.METRIC, Unit.RATIO));
      columns.add(count("purchase_sessions"));
      columns.add(new Column("conversion", Answer.Type.DECIMAL, Role.METRIC, Unit.RATIO));
    }
    columns.add(new Column("median_seconds", Answer.Type.DECIMAL, Role.METRIC, Unit.SECONDS));
    return columns;
  }

  Sql timeline(Timeline question) {
    When when = new When(question.period(), null, zone, false);
    return Sql.of(
        Statements.PATHS.get("timeline"),
        question.visitor(),
        when.start(),
        when.end(),
        (long) question.limit());
  }

  static List<Column> timelineColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("at", Answer.Type.TIMESTAMP, Role.DIMENSION, null));
    columns.add(new Column("session", Answer.Type.INTEGER, Role.DIMENSION, null));
    columns.add(new Column("session_start", Answer.Type.TIMESTAMP, Role.DIMENSION, null));
    for (String name : List.of("event_type", "page", "product_id", "product_name", "category")) {
      columns.add(text(name));
    }
    columns.add(count("quantity"));
    columns.add(text("search_query"));
    columns.add(text("order_id"));
    columns.add(new Column("revenue", Answer.Type.DECIMAL, Role.METRIC, Unit.MONEY));
    columns.add(new Column("cancelled", Answer.Type.BOOLEAN, Role.DIMENSION, null));
    for (String name :
        List.of(
            "channel",
            "source",
            "campaign",
            "country",
            "device",
            "experiment",
            "variant",
            "user_id")) {
      columns.add(text(name));
    }
    return columns;
  }

  private static Column text(String name) {
    return new Column(name, Answer.Type.TEXT, Role.DIMENSION, null);
  }

  private static Column count(String name) {
    return new Column(name, Answer.Type.INTEGER, Role.METRIC, Unit.COUNT);
  }
}
