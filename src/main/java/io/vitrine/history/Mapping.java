package io.vitrine.history;

import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file become events; {@code docs/mapping.md} says what each part means.
 *
 * @param layout how the file is written
 * @param source name of what is imported; part of every event's id
 * @param fields what each event takes from the first of its rows
 * @param item what each item of an event takes from its row; null when events have no items
 * @param itemsAt path of the list of items within a row; null when the row itself is the item
 * @param group columns whose equal values make rows one event; empty when each row is one
 * @param id columns that tell events apart; empty when the row's whole content does
 * @param rules the first that holds decides what a row is
 * @param text the mapping as it was written
 */
record Mapping(
    Layout layout,
    String source,
    Map<Field, Taken> fields,
    @Nullable Item item,
    @Nullable String itemsAt,
    List<String> group,
    List<String> id,
    List<Rule> rules,
    String text) {

  /** Formats of files. */
  enum Format {
    CSV,
    NDJSON,
    JSON,
    PARQUET
  }

  /**
   * How a file is written.
   *
   * @param format of the file
   * @param delimiter between the fields of a line
   * @param encoding of its text
   * @param decimal sign before the decimals: a point or a comma
   * @param moments how its times are written
   */
  record Layout(Format format, char delimiter, Charset encoding, char decimal, Moments moments) {}

  /**
   * Where a value comes from.
   *
   * @param column name or path; null for a constant
   * @param constant value of every row; null for a column
   * @param whole whether {@code 17850.0} is written for 17850
   * @param values what stands in the file for what; others stay
   */
  record Taken(
      @Nullable String column,
      @Nullable String constant,
      boolean whole,
      Map<String, String> values) {}

  /**
   * Where the parts of an item come from.
   *
   * @param productId the product
   * @param productName its name; null when the file has none
   * @param categoryId its category; null when the file has none
   * @param quantity pieces; null for one
   * @param price of one piece; null when {@code amount} is given
   * @param amount of the whole line; null when {@code price} is given
   */
  record Item(
      Taken productId,
      @Nullable Taken productName,
      @Nullable Taken categoryId,
      @Nullable Taken quantity,
      @Nullable Taken price,
      @Nullable Taken amount) {}

  /**
   * What some rows are.
   *
   * @param when conditions that all hold
   * @param type of their event; null when it is left to the field {@code type}
   * @param leaveOut reason for which they stay out; null when they come in
   * @param ofEarlierPurchase whether the order of the refund is looked for among those before
   */
  record Rule(
      List<Condition> when,
      @Nullable EventType type,
      @Nullable String leaveOut,
      boolean ofEarlierPurchase) {

    /** The rule of a mapping without rules. */
    static final Rule ANY = new Rule(List.of(), null, null, false);
  }

  /** Whether any rule looks for earlier purchases. */
  boolean matchesRefunds() {
    return rules.stream().anyMatch(Rule::ofEarlierPurchase);
  }
}
