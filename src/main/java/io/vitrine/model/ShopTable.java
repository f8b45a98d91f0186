package io.vitrine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The tables that the shop's history can be read and exported as. This list is the one source of
 * their names and columns for the API, the command line and {@code docs/tables.md}.
 *
 * <p>Robots are left out of all of them. A period chooses rows (or, of the tables with a row per
 * hour, segment or product, what is counted); what describes a visitor or a product beside it, such
 * as its segment, rests on the whole history. Rates are shares from 0 to 1 and absent where nothing
 * stands below the line. Amounts are in the reporting currency.
 */
public enum ShopTable {
  EVENTS_ENRICHED(
      "One row per event of a visitor; a purchase has one row per order line that it names. An"
          + " order that arrived twice has the rows of both events.",
      true,
      TableColumns.EVENTS_ENRICHED),
  DATA_CLEAN(
      "The same rows with their sessions and amounts. Each order line of the ledger gives its"
          + " amount to one row, so that amounts add up whatever arrived twice.",
      true,
      TableColumns.DATA_CLEAN),
  SESSIONS_ENRICHED(
      "One row per session, on the day on which it starts.", true, TableColumns.SESSIONS_ENRICHED),
  TRANSACTIONS_ENRICHED(
      "One row per order line of the ledger, each order once, cancelled orders left out. Orders"
          + " without a known visitor are in it.",
      true,
      TableColumns.TRANSACTIONS_ENRICHED),
  DAILY_FUNNEL(
      "One row per calendar day from the first to the last with events or orders. Sessions stand on"
          + " the day on which they start.",
      false,
      TableColumns.DAILY_FUNNEL),
  HOURLY_ANALYSIS(
      "24 rows, one per hour of the day on the shop's clock.", false, TableColumns.HOURLY_ANALYSIS),
  SEGMENT_PERFORMANCE(
      "Four rows, one per segment of visitors by activity. A visitor's segment rests on the whole"
          + " history, the figures on the period; orders without a known visitor are in none.",
      false,
      TableColumns.SEGMENT_PERFORMANCE),
  USER_JOURNEY(
      "One row per visitor with events in the period; what it tells of the visitor is of the whole"
          + " history.",
      true,
      TableColumns.USER_JOURNEY),
  PRODUCT_PERFORMANCE(
      "One row per product with events or sales, with a label. Its bounds are quantiles of the"
          + " products with sales: the upper quarter of revenue, of conversion, and the upper half"
          + " of views.",
      false,
      TableColumns.PRODUCT_PERFORMANCE),
  DAILY_METRICS(
      "One row per calendar day from the first to the last with events or orders.",
      false,
      TableColumns.DAILY_METRICS),
  PRODUCTS_SUMMARY(
      "One row per product with events or sales, the highest revenue first.",
      false,
      TableColumns.PRODUCTS_SUMMARY);

  private final String description;
  private final boolean ofVisitors;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of records
  private final List<TableColumn> columns;

  ShopTable(String description, boolean ofVisitors, List<TableColumn> columns) {
    this.description = description;
    this.ofVisitors = ofVisitors;
    this.columns = columns;
  }

  /** Name in the API and on the command line, in snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a row is, in English. */
  public String description() {
    return description;
  }

  /** Whether its rows name single visitors or orders, which a viewer may not see. */
  public boolean isOfVisitors() {
    return ofVisitors;
  }

  /** In their order. */
  public List<TableColumn> columns() {
    return columns;
  }

  /**
   * The table of that name.
   *
   * @throws Problem of category ABSENT that names those there are
   */
  public static ShopTable named(String name) {
    return Arrays.stream(values())
        .filter(table -> table.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.absent(
                    "unknown_table", "there is no table " + name + "; the tables are " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(ShopTable::wireName).collect(Collectors.joining(", "));
  }
}
