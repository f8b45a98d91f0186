package io.vitrine.store.sql;

import static java.util.Map.entry;

import io.vitrine.model.Dimension;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that questions are answered from, the cheapest first: what each can count and what it
 * can be split and filtered by.
 */
enum Facts {
  /** One row per visitor and day. */
  VISITOR_DAYS(
      "visitor_days f",
      Set.of(Dimension.DAY, Dimension.BOT),
      Map.of(
          Measure.VISITORS,
              "count(*) FILTER (WHERE f.previous_day IS NULL OR f.previous_day < [start])",
          Measure.BUYERS, "count(DISTINCT f.visitor_key) FILTER (WHERE f.purchased)")),
  /** One row per hour. */
  HOURS("hour_totals f", Sets.TIMES, Sets.HOURS),
  /** One row per product and day. */
  PRODUCT_DAYS(
      "product_days f",
      Set.of(
          Dimension.DAY, Dimension.WEEKDAY, Dimension.BOT, Dimension.PRODUCT, Dimension.CATEGORY),
      Map.of(
          Measure.EVENTS, "sum(f.events)",
          Measure.VIEWS, "sum(f.product_views)",
          Measure.ADD_TO_CARTS, "sum(f.add_to_carts)")),
  /** One row per session and hour. */
  VISITS("session_hours f", Sets.PLACES, Sets.VISITS),
  /** Visits counted from events, for times that are no whole hours. */
  RAW_VISITS("", Sets.PLACES, Sets.VISITS),
  /** One row per session, hour and product. */
  GOODS(
      "product_sessions f",
      Sets.GOODS,
      Map.of(
          Measure.EVENTS, "sum(f.events)",
          Measure.VIEWS, "sum(f.product_views)",
          Measure.ADD_TO_CARTS, "sum(f.add_to_carts)",
          Measure.VISITORS, "count(DISTINCT f.visitor_key)",
          Measure.SESSIONS, "count(DISTINCT f.session_key)",
          Measure.VIEW_SESSIONS, "count(DISTINCT f.session_key) FILTER (WHERE f.product_views > 0)",
          Measure.CART_SESSIONS,
              "count(DISTINCT f.session_key) FILTER (WHERE f.add_to_carts > 0)")),
  /** One row per order line. */
  SALES(
      "sales f",
      Sets.GOODS,
      Map.of(
          Measure.ORDERS, "count(DISTINCT f.order_key) FILTER (WHERE NOT f.cancelled)",
          Measure.CANCELLED_ORDERS, "count(DISTINCT f.order_key) FILTER (WHERE f.cancelled)",
          Measure.ORDER_LINES, "count(*) FILTER (WHERE NOT f.cancelled)",
          Measure.UNITS, "sum(f.quantity) FILTER (WHERE NOT f.cancelled)",
          Measure.GROSS, "sum(f.gross) FILTER (WHERE NOT f.cancelled)",
          Measure.REFUNDED, "sum(f.refunded) FILTER (WHERE NOT f.cancelled)",
          Measure.BUYERS, "count(DISTINCT f.visitor_key) FILTER (WHERE NOT f.cancelled)")),
  /** Events and logs by hour and type. */
  TYPES("type_hours f", Sets.TYPES, Sets.COUNTS),
  /** Events and logs by type, for times that are no whole hours. */
  RAW_TYPES("", Sets.TYPES, Sets.COUNTS);

  /** What several tables have in common. */
  private static final class Sets {
    static final Set<Dimension> PLACES =
        EnumSet.of(
            Dimension.DAY,
            Dimension.HOUR,
            Dimension.WEEKDAY,
            Dimension.CHANNEL,
            Dimension.SOURCE,
            Dimension.MEDIUM,
            Dimension.CAMPAIGN,
            Dimension.REFERRER_HOST,
            Dimension.COUNTRY,
            Dimension.DEVICE,
            Dimension.BROWSER,
            Dimension.SYSTEM,
            Dimension.LANDING_PAGE,
            Dimension.VISITOR_KIND,
            Dimension.SEGMENT,
            Dimension.BOT);

    static final Set<Dimension> GOODS = goods();

    static final Set<Dimension> TIMES =
        EnumSet.of(Dimension.DAY, Dimension.HOUR, Dimension.WEEKDAY, Dimension.BOT);

    static final Map<Measure, String> HOURS =
        Map.ofEntries(
            entry(Measure.NEW_VISITORS, "sum(f.new_visitors)"),
            entry(Measure.SESSIONS, "sum(f.sessions)"),
            entry(Measure.EVENTS, "sum(f.events)"),
            entry(Measure.PAGE_VIEWS, "sum(f.page_views)"),
            entry(Measure.VIEWS, "sum(f.product_views)"),
            entry(Measure.ADD_TO_CARTS, "sum(f.add_to_carts)"),
            entry(Measure.CHECKOUTS, "sum(f.checkouts)"),
            entry(Measure.VIEW_SESSIONS, "sum(f.view_sessions)"),
            entry(Measure.CART_SESSIONS, "sum(f.cart_sessions)"),
            entry(Measure.CHECKOUT_SESSIONS, "sum(f.checkout_sessions)"),
            entry(Measure.PURCHASE_SESSIONS, "sum(f.purchase_sessions)"),
            entry(Measure.BOUGHT_CARTS, "sum(f.bought_carts)"),
            entry(Measure.BOUNCES, "sum(f.bounces)"),
            entry(Measure.DURATION, "sum(f.duration)"),
            entry(Measure.SESSION_EVENTS, "sum(f.session_events)"));

    static final Set<Dimension> TYPES =
        EnumSet.of(
            Dimension.DAY,
            Dimension.HOUR,
            Dimension.WEEKDAY,
            Dimension.TYPE,
            Dimension.LEVEL,
            Dimension.SERVICE,
            Dimension.BOT);

    static final Map<Measure, String> COUNTS =
        Map.of(
            Measure.LOGS, "sum(f.logs)",
            Measure.ERRORS, "sum(f.errors)",
            Measure.EVENTS, "sum(f.events)");

    static final Map<Measure, String> VISITS =
        Map.ofEntries(
            entry(Measure.VISITORS, "count(DISTINCT f.visitor_key)"),
            entry(Measure.NEW_VISITORS, "count(*) FILTER (WHERE f.arrives)"),
            entry(Measure.SESSIONS, "count(*) FILTER (WHERE f.starts)"),
            entry(Measure.EVENTS, "sum(f.events)"),
            entry(Measure.PAGE_VIEWS, "sum(f.page_views)"),
            entry(Measure.VIEWS, "sum(f.product_views)"),
            entry(Measure.ADD_TO_CARTS, "sum(f.add_to_carts)"),
            entry(Measure.CHECKOUTS, "sum(f.checkouts)"),
            entry(
                Measure.VIEW_SESSIONS, "count(*) FILTER (WHERE f.starts AND f.session_views > 0)"),
            entry(
                Measure.CART_SESSIONS, "count(*) FILTER (WHERE f.starts AND f.session_carts > 0)"),
            entry(
                Measure.CHECKOUT_SESSIONS,
                "count(*) FILTER (WHERE f.starts AND f.session_checkouts > 0)"),
            entry(
                Measure.PURCHASE_SESSIONS,
                "count(*) FILTER (WHERE f.starts AND f.session_purchases > 0)"),
            entry(
                Measure.BOUGHT_CARTS,
                "count(*) FILTER (WHERE f.starts AND f.session_carts > 0 AND f.session_purchases > 0)"),
            entry(Measure.BOUNCES, "count(*) FILTER (WHERE f.starts AND f.session_events = 1)"),
            entry(Measure.SESSION_EVENTS, "sum(f.session_events) FILTER (WHERE f.starts)"),
            entry(Measure.DURATION, "sum([session_end] - [session_start]) FILTER (WHERE f.starts)"),
            entry(Measure.BUYERS, "count(DISTINCT f.visitor_key) FILTER (WHERE f.purchases > 0)"));

    private Sets() {}

    private static Set<Dimension> goods() {
      Set<Dimension> goods = EnumSet.copyOf(PLACES);
      goods.add(Dimension.PRODUCT);
      goods.add(Dimension.CATEGORY);
      return goods;
    }
  }

  private static final Set<Dimension> OF_PRODUCTS =
      EnumSet.of(Dimension.PRODUCT, Dimension.CATEGORY);

  /** What product_sessions knows without the sessions. */
  private static final Set<Dimension> OF_GOODS =
      EnumSet.of(
          Dimension.DAY,
          Dimension.HOUR,
          Dimension.WEEKDAY,
          Dimension.BOT,
          Dimension.PRODUCT,
          Dimension.CATEGORY,
          Dimension.SEGMENT);

  private final String relation;

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Set<Dimension> dimensions;

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Map<Measure, String> measures;

  Facts(String relation, Set<Dimension> dimensions, Map<Measure, String> measures) {
    this.relation = relation;
    this.dimensions = dimensions;
    this.measures = measures;
  }

  /** The table, joined with what some dimensions need. */
  String relation(Set<Dimension> used) {
    StringBuilder joined = new StringBuilder(relation);
    if (this == GOODS && used.stream().anyMatch(dimension -> !OF_GOODS.contains(dimension))) {
      joined.append("\nJOIN session_hours s ON s.session_key = f.session_key AND s.starts");
    }
    if (used.contains(Dimension.CATEGORY)) {
      joined.append("\nLEFT JOIN products p ON p.product_id = f.product_id");
    }
    return joined.toString();
  }

  Optional<String> measure(Measure measure) {
    return Optional.ofNullable(measures.get(measure));
  }

  boolean has(Dimension dimension) {
    return dimensions.contains(dimension);
  }

  boolean isRaw() {
    return this == RAW_VISITS || this == RAW_TYPES;
  }

  /** Whether it is counted after the append; even raw visits need the sessions. */
  boolean isDerived() {
    return this != TYPES && this != RAW_TYPES;
  }

  boolean countsVisitors() {
    return this != TYPES && this != RAW_TYPES;
  }

  /** Whether it can count a measure of some time, split and filtered by some dimensions. */
  boolean suits(Measure measure, Set<Dimension> used, When when) {
    return measures.containsKey(measure)
        && dimensions.containsAll(used)
        && suits(when)
        && isAbout(used);
  }

  private boolean suits(When when) {
    return switch (this) {
      case VISITOR_DAYS -> when.isDays() && when.oneKindOfBot();
      case PRODUCT_DAYS -> when.isDays();
      case HOURS, VISITS, GOODS, TYPES -> !when.isFine();
      case RAW_VISITS, RAW_TYPES -> when.isFine();
      case SALES -> true;
    };
  }

  /** Rows of a product, or rows of anything: a table of one is not asked for the other. */
  private boolean isAbout(Set<Dimension> used) {
    boolean products = used.stream().anyMatch(OF_PRODUCTS::contains);
    return switch (this) {
      case PRODUCT_DAYS, GOODS -> products;
      case VISITOR_DAYS, HOURS, VISITS, RAW_VISITS, SALES, TYPES, RAW_TYPES -> true;
    };
  }

  /** The column of a dimension that this table has. */
  String column(Dimension dimension, Dialect dialect) {
    return switch (dimension) {
      case DAY -> "f.day";
      case HOUR -> "f.hour_of_day";
      case WEEKDAY -> dialect.weekday("f.day");
      case BOT -> "f.bot";
      case PRODUCT -> "f.product_id";
      case CATEGORY -> "p.category_id";
      case SEGMENT ->
          "(SELECT g.segment FROM visitor_segments g WHERE g.visitor_key = f.visitor_key)";
      case VISITOR_KIND -> "CASE WHEN " + places() + ".new_visitor THEN 'new' ELSE 'returning' END";
      case CHANNEL,
          SOURCE,
          MEDIUM,
          CAMPAIGN,
          REFERRER_HOST,
          COUNTRY,
          DEVICE,
          BROWSER,
          SYSTEM,
          LANDING_PAGE ->
          places() + ".\"" + dimension.wireName() + "\"";
      case TYPE, LEVEL, SERVICE -> "f.\"" + dimension.wireName() + "\"";
    };
  }

  private String places() {
    return this == GOODS ? "s" : "f";
  }
}
