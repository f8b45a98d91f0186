package io.vitrine.store.sql;

import io.vitrine.model.Dimension;
import io.vitrine.model.Problem;
import java.util.EnumSet;

/** Which values of a dimension there are, for a person to pick from. */
public final class Values {

  private final Dialect dialect;

  /** Values in a database that speaks a dialect. */
  public Values(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The commonest values that contain a text, with their counts.
   *
   * @throws Problem of category CALLER for a dimension that is no text
   */
  public Sql of(Dimension dimension, String containing, int limit) {
    if (dimension.kind() != Dimension.Kind.TEXT) {
      throw Problem.caller(
          "values_of_dimension", dimension.wireName() + " has no values to pick from");
    }
    Facts facts = facts(dimension);
    String column = facts.column(dimension, dialect);
    String text =
        "SELECT %s AS found, %s AS occurrences\nFROM %s\nWHERE %1$s IS NOT NULL AND %s\nGROUP BY found\nORDER BY occurrences DESC, found\nLIMIT ?"
            .formatted(
                column,
                occurrences(facts),
                facts.relation(EnumSet.of(dimension)),
                dialect.contains(column, "?"));
    return Sql.of(text, containing, (long) limit);
  }

  private static Facts facts(Dimension dimension) {
    return switch (dimension) {
      case PRODUCT, CATEGORY -> Facts.PRODUCT_DAYS;
      case TYPE, LEVEL, SERVICE -> Facts.TYPES;
      case DAY,
          HOUR,
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
          SEGMENT,
          BOT ->
          Facts.VISITS;
    };
  }

  private static String occurrences(Facts facts) {
    return switch (facts) {
      case TYPES, RAW_TYPES -> "CAST(sum(f.events + f.logs) AS BIGINT)";
      case VISITS, RAW_VISITS -> "count(*) FILTER (WHERE f.starts)";
      case VISITOR_DAYS, HOURS, PRODUCT_DAYS, GOODS, SALES -> "CAST(sum(f.events) AS BIGINT)";
    };
  }
}
