package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Comparison;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import io.vitrine.model.Unit;
import io.vitrine.model.VisitorSegments;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Segments of visitors: their shares, and who moved from one to another. */
final class SegmentRows {

  private static final Statements TEXTS = Statements.read("segments.sql");

  private static final String ACTIVITY_NAMES =
      "(['not_seen', 'New', 'Occasional', 'Regular', 'Premium'])";
  private static final String RFM_NAMES =
      "(['no_order', 'champions', 'loyal', 'big_spenders', 'recent', 'fading', 'at_risk', 'lost'])";

  private static final List<Column> ACTIVITY =
      List.of(
          text("segment"),
          figure("visitors", Unit.COUNT),
          figure("visitor_share", Unit.RATIO),
          figure("events", Unit.COUNT),
          figure("event_share", Unit.RATIO),
          figure("buyers", Unit.COUNT),
          figure("orders", Unit.COUNT),
          figure("revenue", Unit.MONEY),
          figure("revenue_share", Unit.RATIO),
          figure("value_index", Unit.MEAN),
          figure("revenue_per_visitor", Unit.MONEY),
          figure("conversion", Unit.RATIO),
          figure("least_events", Unit.COUNT),
          figure("most_events", Unit.COUNT));

  private static final List<Column> RFM =
      List.of(
          text("segment"),
          figure("visitors", Unit.COUNT),
          figure("visitor_share", Unit.RATIO),
          figure("orders", Unit.COUNT),
          figure("revenue", Unit.MONEY),
          figure("revenue_share", Unit.RATIO),
          figure("value_index", Unit.MEAN),
          figure("revenue_per_visitor", Unit.MONEY),
          figure("orders_per_visitor", Unit.MEAN),
          figure("days_since_order", Unit.MEAN));

  private static final List<Column> MOVEMENT =
      List.of(
          text("segment_before"),
          text("segment_now"),
          figure("visitors", Unit.COUNT),
          figure("share", Unit.RATIO));

  private final ZoneId zone;
  private final Dialect dialect;

  SegmentRows(ZoneId zone, Dialect dialect) {
    this.zone = zone;
    this.dialect = dialect;
  }

  private static Column text(String name) {
    return new Column(name, Answer.Type.TEXT, Role.DIMENSION, null);
  }

  private static Column figure(String name, Unit unit) {
    return new Column(name, type(unit), Role.METRIC, unit);
  }

  private static Answer.Type type(Unit unit) {
    return unit == Unit.COUNT ? Answer.Type.INTEGER : Answer.Type.DECIMAL;
  }

  static List<Column> columns(VisitorSegments question) {
    return switch (question.view()) {
      case MOVEMENT -> MOVEMENT;
      case SHARES ->
          switch (question.scheme()) {
            case ACTIVITY -> ACTIVITY;
            case RFM -> rfm(question.comparison() != Comparison.NONE);
          };
    };
  }

  private static List<Column> rfm(boolean compared) {
    List<Column> columns = new ArrayList<>(RFM);
    if (compared) {
      columns.add(
          new Column("visitors_previous", Answer.Type.INTEGER, Role.COMPARISON, Unit.COUNT));
      columns.add(new Column("revenue_previous", Answer.Type.DECIMAL, Role.COMPARISON, Unit.MONEY));
    }
    return columns;
  }

  Sql rows(VisitorSegments question) {
    return switch (question.scheme()) {
      case ACTIVITY ->
          switch (question.view()) {
            case SHARES -> activity(question);
            case MOVEMENT -> activityMovement(question);
          };
      case RFM ->
          switch (question.view()) {
            case SHARES -> rfm(question);
            case MOVEMENT -> rfmMovement(question);
          };
    };
  }

  private Sql activity(VisitorSegments question) {
    When when = new When(question.period(), null, zone, false);
    List<Filter> filters = question.filters();
    Conditions conditions = new Conditions(dialect);
    return new Template(TEXTS.get("activity"))
        .filled(
            Map.of(
                "visits", Sql.of(Facts.VISITS.relation(Conditions.used(filters))),
                "visits_where", conditions.where("segments", Facts.VISITS, when, filters),
                "sales", Sql.of(Facts.SALES.relation(Conditions.used(filters))),
                "sales_where", conditions.where("segments", Facts.SALES, when, filters)));
  }

  private Sql activityMovement(VisitorSegments question) {
    return new Template(TEXTS.get("activity_movement"))
        .filled(
            Map.of(
                "before", day(before(question)),
                "now", day(question.period().to()),
                "chosen", chosen(question, Facts.VISITS),
                "names", Sql.of(ACTIVITY_NAMES),
                "place_before", Sql.of("[place_before + 1]"),
                "place_now", Sql.of("[place_now + 1]")));
  }

  private Sql rfm(VisitorSegments question) {
    boolean compared = question.comparison() != Comparison.NONE;
    Sql placed = placed(question, "now", question.period().to());
    if (compared) {
      placed = placed.then(",\n").then(placed(question, "before", before(question)));
    }
    Map<String, Sql> pieces = new HashMap<>();
    pieces.put("end", day(question.period().to()));
    pieces.put(
        "previous",
        Sql.of(
            compared
                ? ",\n  coalesce(b.visitors, 0) AS visitors_previous, coalesce(b.revenue, 0) AS revenue_previous"
                : ""));
    pieces.put("joined", Sql.of(compared ? "\n" + TEXTS.get("rfm_joined") : ""));
    return Sql.of("WITH ")
        .then(placed)
        .then(",\n")
        .then(new Template(TEXTS.get("rfm")).filled(pieces));
  }

  private Sql rfmMovement(VisitorSegments question) {
    return Sql.of("WITH ")
        .then(placed(question, "now", question.period().to()))
        .then(",\n")
        .then(placed(question, "before", before(question)))
        .then(",\n")
        .then(
            new Template(TEXTS.get("rfm_movement"))
                .filled(
                    Map.of(
                        "names", Sql.of(RFM_NAMES),
                        "place_before", Sql.of("[place_before + 1]"),
                        "place_now", Sql.of("[place_now + 1]"))));
  }

  private Sql placed(VisitorSegments question, String time, LocalDate end) {
    boolean aboutBots = question.filters().stream().anyMatch(Conditions::isAboutBots);
    return new Template(TEXTS.get("scored"))
        .filled(
            Map.of(
                "time", Sql.of(time),
                "end", day(end),
                "bots", Sql.of(aboutBots ? "" : " AND NOT f.bot"),
                "chosen", chosen(question, Facts.SALES)));
  }

  /** Those visitors that the filters hold for at some time up to the end of the period. */
  private Sql chosen(VisitorSegments question, Facts facts) {
    List<Filter> filters = question.filters();
    if (filters.isEmpty()) {
      return Sql.of("");
    }
    Period ever = new Period(Period.ALWAYS.from(), question.period().to());
    When when = new When(ever, null, zone, false);
    return Sql.of(
            " AND f.visitor_key IN (SELECT f.visitor_key FROM "
                + facts.relation(Conditions.used(filters))
                + " WHERE ")
        .then(new Conditions(dialect).where("segments", facts, when, filters))
        .then(" AND f.visitor_key IS NOT NULL)");
  }

  private static LocalDate before(VisitorSegments question) {
    return switch (question.comparison()) {
      case NONE, PREVIOUS_PERIOD -> question.period().before().to();
      case PREVIOUS_YEAR -> question.period().yearBefore().to();
    };
  }

  private static Sql day(LocalDate day) {
    return Sql.of("?", day);
  }
}
