package io.vitrine.store.sql;

import io.vitrine.model.Dimension;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.FieldFilter;
import io.vitrine.model.Filter;
import io.vitrine.model.Funnel;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The events of a funnel's steps as the relation happened: whose they are (entity), when (ms since
 * 1970), which steps they fit (s1, s2, ...), whether they may enter, and the part of the breakdown
 * they would enter in.
 */
final class FunnelEvents {

  private final Funnel question;
  private final When when;
  private final Dialect dialect;
  private final List<Funnel.Step> steps;
  private final boolean stepped;

  FunnelEvents(Funnel question, When when, Dialect dialect) {
    this.question = question;
    this.when = when;
    this.dialect = dialect;
    this.steps = question.way().steps();
    this.stepped =
        question.way().entity() == Funnel.Entity.SESSION
            && !needsProducts()
            && steps.stream().map(Funnel.Step::type).allMatch(EventType.acts()::contains)
            && IntStream.range(0, steps.size()).mapToObj(this::filters).allMatch(List::isEmpty);
  }

  private boolean isAny() {
    return question.way().order() == Funnel.Order.ANY;
  }

  Sql sql() {
    Sql carts =
        question.way().entity() == Funnel.Entity.CART
            ? Sql.of(Statements.FUNNELS.get("carts") + "\n", lastMoment())
            : Sql.of("");
    return carts.then(seen()).then(happened());
  }

  private Object lastMoment() {
    return when.end().plus(question.way().window());
  }

  private Sql seen() {
    Sql sql =
        stepped
            ? Sql.of(Statements.FUNNELS.get("stepped"), when.start(), lastMoment())
            : Sql.of(withProducts(Statements.FUNNELS.get("seen"), "[category]", "seen_category"));
    for (int i = 0; i < steps.size(); i++) {
      sql = sql.then(",\n    ").then(fits(i)).then(" AS s" + (i + 1));
    }
    String begins =
        isAny()
            ? IntStream.rangeClosed(1, steps.size())
                .mapToObj(i -> "s" + i)
                .collect(Collectors.joining(" OR "))
            : "s1";
    return sql.then(",\n    " + begins + " AS begins\n")
        .then(Sql.of(from(), when.start(), lastMoment()))
        .then("\n    AND ")
        .then(types())
        .then("\n    AND ")
        .then(robots())
        .then("\n),\n");
  }

  private String from() {
    return stepped
        ? Statements.FUNNELS.get("stepped_from")
        : withProducts(Statements.FUNNELS.get("seen_from"), "[products]", "seen_products");
  }

  /** Looking up each event's product takes a fifth of the time, so only what needs it does. */
  private String withProducts(String text, String place, String piece) {
    return text.replace(
        place, needsProducts() ? "\n    " + Statements.FUNNELS.get(piece).strip() : "");
  }

  private boolean needsProducts() {
    boolean parted =
        question.show() instanceof Funnel.Show.Steps all && all.by() == Dimension.CATEGORY;
    return parted
        || IntStream.range(0, steps.size())
            .mapToObj(this::filters)
            .flatMap(List::stream)
            .anyMatch(filter -> filter.field() == Field.CATEGORY_ID);
  }

  /** Filters on products are part of step 1. */
  private List<FieldFilter> filters(int index) {
    List<FieldFilter> filters = new ArrayList<>(steps.get(index).filters());
    if (index == 0) {
      question.filters().stream()
          .filter(filter -> isOfProducts(filter.field()))
          .forEach(filter -> filters.add(ofProducts(filter)));
    }
    return filters;
  }

  private Sql fits(int index) {
    Funnel.Step step = steps.get(index);
    if (stepped) {
      return Sql.of(Statements.FUNNELS.get("stepped_kind"), step.type().name());
    }
    FieldConditions conditions = new FieldConditions(dialect);
    Sql fits = Sql.of("e.\"type\" = ?", step.type().name());
    for (FieldFilter filter : filters(index)) {
      fits = fits.then(" AND ").then(conditions.one(filter, step.type().isOrder()));
    }
    return fits;
  }

  private static boolean isOfProducts(Dimension dimension) {
    return dimension == Dimension.PRODUCT || dimension == Dimension.CATEGORY;
  }

  private static FieldFilter ofProducts(Filter filter) {
    Field field = filter.field() == Dimension.PRODUCT ? Field.PRODUCT_ID : Field.CATEGORY_ID;
    return new FieldFilter(field, filter.op(), filter.values());
  }

  private Sql types() {
    List<String> types =
        List.copyOf(
            new LinkedHashSet<>(
                steps.stream().map(Funnel.Step::type).map(EventType::name).toList()));
    String marks = types.stream().map(type -> "?").collect(Collectors.joining(", "));
    return stepped
        ? Sql.of(Statements.FUNNELS.get("stepped_kinds") + marks + ")", types.toArray())
        : Sql.of("e.\"type\" IN (" + marks + ")", types.toArray());
  }

  private Sql robots() {
    String robot = stepped ? "e.robot" : "coalesce(e.\"bot\", false)";
    List<Filter> about = question.filters().stream().filter(Conditions::isAboutBots).toList();
    if (about.isEmpty()) {
      return Sql.of("NOT " + robot);
    }
    Conditions conditions = new Conditions(dialect);
    return Sql.join(" AND ", about.stream().map(filter -> conditions.one(filter, robot)).toList());
  }

  private Sql happened() {
    Conditions conditions = new Conditions(dialect);
    Sql sql =
        Sql.of(
                "happened AS (\n  SELECT "
                    + entity()
                    + " AS entity, "
                    + ofEvent("visitor_key")
                    + ", ")
            .then(ofEvent("ms") + ", ")
            .then(
                IntStream.rangeClosed(1, steps.size())
                    .mapToObj(i -> ofEvent("s" + i))
                    .collect(Collectors.joining(", ")))
            .then(",\n    " + ofEvent("begins") + " AND ")
            .then(Sql.of(ofEvent("moment") + " < ?", when.end()));
    for (Filter filter : question.filters()) {
      if (!isOfProducts(filter.field()) && !Conditions.isAboutBots(filter)) {
        sql = sql.then(" AND coalesce(").then(conditions.one(filter, column(filter.field())));
        sql = sql.then(", false)");
      }
    }
    return sql.then(
        " AS enters, "
            + part()
            + " AS part\n  FROM seen "
            + (stepped ? "f" : "e" + joins())
            + "\n)");
  }

  /** A column of the event; of steps, events and their sessions are one relation. */
  private String ofEvent(String column) {
    return (stepped ? "f." : "e.") + column;
  }

  private String entity() {
    return switch (question.way().entity()) {
      case VISITOR -> "e.visitor_key";
      case SESSION -> "f.session_key";
      case CART -> "hash(c.visitor_key, c.opened)";
      case ORDER -> "e.order_id";
    };
  }

  private String part() {
    return switch (question.show()) {
      case Funnel.Show.Steps steps when steps.by() != null -> column(steps.by());
      case Funnel.Show.Trend trend ->
          switch (trend.grain()) {
            case WEEK -> dialect.week(ofEvent("day"));
            case MONTH -> dialect.month(ofEvent("day"));
            case DAY, HOUR, MINUTE -> ofEvent("day");
          };
      case Funnel.Show.Steps all -> "NULL";
      case Funnel.Show.Times times -> "NULL";
      case Funnel.Show.Visitors visitors -> "NULL";
    };
  }

  private String column(Dimension dimension) {
    return switch (dimension) {
      case DAY -> ofEvent("day");
      case PRODUCT -> "e.product_id";
      case CATEGORY -> "e.category_id";
      case TYPE, LEVEL, SERVICE, BOT ->
          throw Problem.caller(
              "funnel_dimension", "a funnel is not counted by " + dimension.wireName());
      case HOUR,
          WEEKDAY,
          CHANNEL,
          SOURCE,
          MEDIUM,
          CAMPAIGN,
          REFERRER_HOST,
          COUNTRY,
          DEVICE,
          BROWSER,
          SYSTEM,
          LANDING_PAGE,
          VISITOR_KIND,
          SEGMENT ->
          Facts.VISITS.column(dimension, dialect);
    };
  }

  private String joins() {
    String session =
        switch (question.way().entity()) {
          case SESSION -> "\n  " + Statements.FUNNELS.get("every_session");
          case VISITOR, CART, ORDER ->
              needsSession() ? "\n  " + Statements.FUNNELS.get("entering_session") : "";
        };
    return question.way().entity() == Funnel.Entity.CART
        ? session + "\n  " + Statements.FUNNELS.get("cart")
        : session;
  }

  private boolean needsSession() {
    boolean parted =
        question.show() instanceof Funnel.Show.Steps steps
            && steps.by() != null
            && isOfSession(steps.by());
    return parted || question.filters().stream().anyMatch(filter -> isOfSession(filter.field()));
  }

  private static boolean isOfSession(Dimension dimension) {
    return !isOfProducts(dimension) && dimension != Dimension.DAY && dimension != Dimension.BOT;
  }
}
