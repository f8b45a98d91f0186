package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Paths;
import io.vitrine.model.Timeline;
import io.vitrine.model.Unit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ways of sessions and the timeline of a visitor in SQL. */
final class PathRows {

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
    boolean to = question.direction() == Paths.Direction.TO;
    int length = question.length();
    return new Template(Statements.PATHS.get("sessions"))
        .filled(
            Map.of(
                "conditions", Sql.join(" AND ", conditions),
                "from", Sql.of("CAST(? AS DATE)", question.period().from()),
                "number", piece("number_" + kind(question)),
                "place", place(question.anchor()),
                "part", Sql.of(part(to, length)),
                "shift", Sql.of(to ? length + " - least(place, " + length + ")" : "0")));
  }

  private static String kind(Paths question) {
    return question.label() == Paths.Label.PAGES ? "pages" : "types";
  }

  private static Sql piece(String name) {
    return Sql.of(Statements.PATHS.get(name));
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
    String known = Statements.PATHS.get("known_" + kind(question));
    return Sql.of(
        "\n"
            + Statements.PATHS.get("transitions").replace("[last]", last).replace("[known]", known),
        (long) question.limit(),
        (long) question.limit());
  }

  private static Sql common(Paths question) {
    String columns = steps(question, "%1$s AS step_%2$d");
    String order = steps(question, "step_%2$d NULLS FIRST");
    return Sql.of(
        "\n"
            + Statements.PATHS
                .get("common")
                .replace("[columns]", columns)
                .replace("[order]", order),
        (long) question.limit(),
        (long) question.limit());
  }

  /** The label of each step of a way, in a form that is given the label and the number. */
  private static String steps(Paths question, String form) {
    return IntStream.rangeClosed(1, question.length())
        .mapToObj(i -> form.formatted(label("c.numbers[" + i + "]"), i))
        .collect(Collectors.joining(", "));
  }

  private static String label(String number) {
    return "CASE WHEN %1$s IS NOT NULL THEN coalesce(t.labels[%1$s], '*') END".formatted(number);
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
