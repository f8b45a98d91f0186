package io.vitrine.model;

import java.util.List;

/** The columns of every {@link ShopTable}, in their order. */
final class TableColumns {

  private static final TableColumn SEGMENT =
      text(
          "segment",
          "New, Occasional, Regular or Premium, by the visitor's events in the whole history; the bounds are the setting vitrine.shop.segments");
  private static final TableColumn VIEW_COUNT =
      count(
          "view_count",
          "views of the row's product in the whole history; absent without a product");
  private static final TableColumn PURCHASE_COUNT =
      count(
          "purchase_count",
          "purchased order lines of the row's product in the whole history; absent without a product");
  private static final TableColumn DATE = date("date", "day on the shop's clock");
  private static final TableColumn HOUR =
      count("hour", "hour of the day on the shop's clock, 0 to 23");
  private static final TableColumn DAY_OF_WEEK =
      text("day_of_week", "Monday to Sunday, on the shop's clock");
  private static final TableColumn USER_ID = text("user_id", "visitor id");
  private static final TableColumn TOTAL_EVENTS =
      count(
          "total_events",
          "events of the visitor in the whole history (a purchase with several lines is one event)");
  private static final TableColumn UNIQUE_USERS = count("unique_users", "distinct visitors");
  private static final TableColumn UNIQUE_SESSIONS =
      count("unique_sessions", "sessions that start on the day");
  private static final TableColumn VIEWS = count("views", "product views");
  private static final TableColumn ADD_TO_CARTS = count("add_to_carts", "adds to cart");
  private static final TableColumn TRANSACTIONS = count("transactions", "purchased order lines");
  private static final TableColumn VIEW_TO_CART_RATE =
      rate("view_to_cart_rate", "add_to_carts / views");
  private static final TableColumn VIEW_TO_PURCHASE_RATE =
      rate("view_to_purchase_rate", "transactions / views");
  private static final TableColumn CART_TO_PURCHASE_RATE =
      rate("cart_to_purchase_rate", "transactions / add_to_carts");
  private static final TableColumn TOTAL_EVENTS_OF_EVENTS =
      count("total_events", "events of visitors");
  private static final TableColumn TOTAL_REVENUE =
      money("total_revenue", "their amounts less refunds");
  private static final TableColumn TOTAL_REVENUE_OF_AMOUNTS =
      money("total_revenue", "amounts of those lines less refunds");
  private static final TableColumn EVENTS_PER_USER =
      mean("events_per_user", "total_events / unique_users");
  private static final TableColumn REVENUE_PER_USER =
      money("revenue_per_user", "total_revenue / unique_users");
  private static final TableColumn PRODUCT_ID = text("product_id", "product");
  private static final TableColumn CATEGORY =
      text("category", "its latest category id or path, where known");
  private static final TableColumn PURCHASES = count("purchases", "purchased order lines");
  private static final TableColumn VIEW_TO_PURCHASE_RATE_OF_PURCHASES =
      rate("view_to_purchase_rate", "purchases / views");
  private static final TableColumn CART_TO_PURCHASE_RATE_OF_PURCHASES =
      rate("cart_to_purchase_rate", "purchases / add_to_carts");
  private static final TableColumn SESSIONS_PER_USER =
      mean("sessions_per_user", "unique_sessions / unique_users");

  static final List<TableColumn> EVENTS_ENRICHED =
      List.of(
          number("timestamp", "milliseconds since 1970"),
          text("visitorid", "visitor id"),
          text(
              "event",
              "view, addtocart or transaction (product_view, add_to_cart, purchase); other types have their own names"),
          text("itemid", "product; of a transaction that of the order line"),
          text("transactionid", "order id, where the event has one"),
          SEGMENT,
          VIEW_COUNT,
          PURCHASE_COUNT,
          local("datetime", "when, on the shop's clock"),
          DATE,
          HOUR,
          DAY_OF_WEEK);

  static final List<TableColumn> DATA_CLEAN =
      List.of(
          USER_ID,
          text(
              "session_id",
              "id of the session, the same in sessions_enriched; a newer engine may number them anew"),
          local("timestamp", "when, on the shop's clock"),
          DATE,
          HOUR,
          DAY_OF_WEEK,
          text(
              "event_type",
              "view, addtocart or transaction (product_view, add_to_cart, purchase); other types have their own names"),
          text("product_id", "product; of a transaction that of the order line"),
          text("transaction_id", "order id, where the event has one"),
          money(
              "amount",
              "of a transaction: what the ledger's order line cost, before refunds; absent where it is unknown, where the order was cancelled, and where another row carries the line"),
          SEGMENT,
          count(
              "product_views",
              "views of the row's product in the whole history; absent without a product"),
          count(
              "product_purchases",
              "purchased order lines of the row's product in the whole history; absent without a product"));

  static final List<TableColumn> SESSIONS_ENRICHED =
      List.of(
          USER_ID,
          text(
              "session_id",
              "id of the session, the same in data_clean; a newer engine may number them anew"),
          date("session_date", "day on which it starts, on the shop's clock"),
          local("session_start", "its first event, on the shop's clock"),
          local("session_end", "its last event, on the shop's clock"),
          count("events_count", "its events"),
          count(
              "unique_items",
              "distinct products that its events name; products inside an order's items are not counted"),
          seconds("duration", "seconds from its first to its last event"),
          SEGMENT,
          TOTAL_EVENTS);

  static final List<TableColumn> TRANSACTIONS_ENRICHED =
      List.of(
          text("transaction_id", "order id"),
          date("date", "day of the order on the shop's clock"),
          HOUR,
          local("transaction_date", "when it was placed, on the shop's clock"),
          text("user_id", "visitor id; absent where the order names none"),
          text("product_id", "product of the line; absent where the order names none"),
          text("transactionid", "order id again, under the name that it has in events_enriched"),
          text("event", "always transaction"),
          money("amount", "what the line cost, before refunds; absent where it is unknown"),
          SEGMENT,
          TOTAL_EVENTS,
          VIEW_COUNT,
          PURCHASE_COUNT);

  static final List<TableColumn> DAILY_FUNNEL =
      List.of(
          DATE,
          UNIQUE_USERS,
          UNIQUE_SESSIONS,
          count("sessions_with_view", "of those, with a product view"),
          count("sessions_with_cart", "of those, with an add to cart"),
          count("sessions_with_checkout", "of those, with a checkout"),
          count("sessions_with_purchase", "of those, with a purchase"),
          VIEWS,
          ADD_TO_CARTS,
          TRANSACTIONS,
          VIEW_TO_CART_RATE,
          VIEW_TO_PURCHASE_RATE,
          CART_TO_PURCHASE_RATE,
          rate("session_conversion_rate", "sessions_with_purchase / unique_sessions"));

  static final List<TableColumn> HOURLY_ANALYSIS =
      List.of(
          HOUR,
          count("unique_users", "distinct visitors in that hour of any day"),
          count("unique_sessions", "sessions that start in it"),
          TOTAL_EVENTS_OF_EVENTS,
          VIEWS,
          ADD_TO_CARTS,
          TRANSACTIONS,
          TOTAL_REVENUE,
          VIEW_TO_CART_RATE,
          VIEW_TO_PURCHASE_RATE,
          CART_TO_PURCHASE_RATE);

  static final List<TableColumn> SEGMENT_PERFORMANCE =
      List.of(
          text("segment", "New, Occasional, Regular, Premium"),
          UNIQUE_USERS,
          rate("user_share", "unique_users / those of all segments"),
          count("unique_sessions", "sessions that start in the period"),
          count("total_events", "events of those visitors"),
          rate("event_share", "total_events / those of all segments"),
          VIEWS,
          ADD_TO_CARTS,
          TRANSACTIONS,
          count("orders", "orders, each once"),
          TOTAL_REVENUE_OF_AMOUNTS,
          rate("revenue_share", "total_revenue / that of all segments"),
          VIEW_TO_CART_RATE,
          VIEW_TO_PURCHASE_RATE,
          CART_TO_PURCHASE_RATE,
          money("avg_order_value", "total_revenue / orders"),
          EVENTS_PER_USER,
          REVENUE_PER_USER);

  static final List<TableColumn> USER_JOURNEY =
      List.of(
          USER_ID,
          text(
              "journey",
              "names of the first ten events (rows of events_enriched), joined by ' -> '"),
          local("first_time", "first event, on the shop's clock"),
          local("last_time", "last event, on the shop's clock"),
          TOTAL_EVENTS,
          SEGMENT,
          hours("duration", "hours from the first to the last event"));

  static final List<TableColumn> PRODUCT_PERFORMANCE =
      List.of(
          PRODUCT_ID,
          text("product_name", "its latest name, where known"),
          CATEGORY,
          VIEWS,
          ADD_TO_CARTS,
          PURCHASES,
          TOTAL_REVENUE,
          VIEW_TO_CART_RATE,
          VIEW_TO_PURCHASE_RATE_OF_PURCHASES,
          CART_TO_PURCHASE_RATE_OF_PURCHASES,
          text(
              "performance",
              "Top Performer (upper quarter of revenue and of conversion), High Revenue (of revenue), High Conversion (of conversion), Popular (upper half of views), Low Performer, each among products with sales; No Sales. Conversion is view_to_purchase_rate"));

  static final List<TableColumn> DAILY_METRICS =
      List.of(
          DATE,
          DAY_OF_WEEK,
          number("week_number", "week of the ISO calendar"),
          number("month", "1 to 12"),
          flag("is_weekend", "whether it is a Saturday or Sunday"),
          UNIQUE_USERS,
          UNIQUE_SESSIONS,
          count("unique_products", "distinct products that events name"),
          TOTAL_EVENTS_OF_EVENTS,
          VIEWS,
          ADD_TO_CARTS,
          TRANSACTIONS,
          VIEW_TO_CART_RATE,
          VIEW_TO_PURCHASE_RATE,
          CART_TO_PURCHASE_RATE,
          money(
              "daily_revenue",
              "amounts of orders placed on the day less refunds, whenever they were given back"),
          money("avg_order_value", "daily_revenue / orders"),
          money("min_order", "smallest order after refunds, among those with an amount"),
          money("max_order", "largest order after refunds"),
          EVENTS_PER_USER,
          SESSIONS_PER_USER,
          money("revenue_per_user", "daily_revenue / unique_users"),
          money(
              "ma7_revenue",
              "mean of daily_revenue over this and the six calendar days before, as far as the history reaches; a day without events is zero"),
          mean("ma7_users", "mean of unique_users over the same days"),
          rate("ma7_conversion", "transactions / views over the same days"),
          count("users_new", "distinct visitors whose segment is New"),
          count("users_occasional", "Occasional"),
          count("users_regular", "Regular"),
          count("users_premium", "Premium"));

  static final List<TableColumn> PRODUCTS_SUMMARY =
      List.of(
          count("rank", "place by total_revenue, then by product_id"),
          PRODUCT_ID,
          CATEGORY,
          count("unique_users", "distinct visitors with events of it"),
          count("unique_sessions", "distinct sessions with events of it"),
          count(
              "total_events",
              "events that name it; products inside an order's items are not counted"),
          VIEWS,
          ADD_TO_CARTS,
          PURCHASES,
          VIEW_TO_CART_RATE,
          VIEW_TO_PURCHASE_RATE_OF_PURCHASES,
          CART_TO_PURCHASE_RATE_OF_PURCHASES,
          TOTAL_REVENUE_OF_AMOUNTS,
          money("avg_price", "amounts before refunds / pieces, over lines with an amount"),
          money("min_price", "lowest price of a piece among those lines"),
          money("max_price", "highest price of a piece among those lines"),
          count("num_purchases", "orders with the product, each once"),
          EVENTS_PER_USER,
          SESSIONS_PER_USER,
          REVENUE_PER_USER,
          money("revenue_per_view", "total_revenue / views"));

  private TableColumns() {}

  private static TableColumn text(String name, String meaning) {
    return new TableColumn(name, Answer.Type.TEXT, null, meaning);
  }

  private static TableColumn date(String name, String meaning) {
    return new TableColumn(name, Answer.Type.DATE, null, meaning);
  }

  private static TableColumn local(String name, String meaning) {
    return new TableColumn(name, Answer.Type.LOCAL_TIME, null, meaning);
  }

  private static TableColumn flag(String name, String meaning) {
    return new TableColumn(name, Answer.Type.BOOLEAN, null, meaning);
  }

  private static TableColumn number(String name, String meaning) {
    return new TableColumn(name, Answer.Type.INTEGER, null, meaning);
  }

  private static TableColumn count(String name, String meaning) {
    return new TableColumn(name, Answer.Type.INTEGER, Unit.COUNT, meaning);
  }

  private static TableColumn rate(String name, String meaning) {
    return new TableColumn(name, Answer.Type.DECIMAL, Unit.RATIO, meaning);
  }

  private static TableColumn mean(String name, String meaning) {
    return new TableColumn(name, Answer.Type.DECIMAL, Unit.MEAN, meaning);
  }

  private static TableColumn money(String name, String meaning) {
    return new TableColumn(name, Answer.Type.DECIMAL, Unit.MONEY, meaning);
  }

  private static TableColumn seconds(String name, String meaning) {
    return new TableColumn(name, Answer.Type.DECIMAL, Unit.SECONDS, meaning);
  }

  private static TableColumn hours(String name, String meaning) {
    return new TableColumn(name, Answer.Type.DECIMAL, Unit.HOURS, meaning);
  }
}
