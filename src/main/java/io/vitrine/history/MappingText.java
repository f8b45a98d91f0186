package io.vitrine.history;

import io.vitrine.history.Mapping.Format;
import io.vitrine.history.Mapping.Item;
import io.vitrine.history.Mapping.Layout;
import io.vitrine.history.Mapping.Rule;
import io.vitrine.history.Mapping.Taken;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a mapping strictly: what nobody knows is refused by name. */
final class MappingText {

  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "UTF-8",
          StandardCharsets.UTF_8,
          "ISO-8859-1",
          StandardCharsets.ISO_8859_1,
          "WINDOWS-1252",
          Charset.forName("windows-1252"));

  private static final List<String> PARTS =
      List.of(
          "format",
          "delimiter",
          "encoding",
          "decimal",
          "time",
          "zone",
          "source",
          "fields",
          "items_at",
          "item",
          "group",
          "id",
          "rules");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

  private final MappingNode root;

  private MappingText(MappingNode root) {
    this.root = root;
  }

  /**
   * Reads a mapping.
   *
   * @param name of its file, for messages
   * @throws io.vitrine.model.Problem that says which part is wrong
   */
  static Mapping read(String name, String text) {
    MappingNode root = MappingNode.parse(name, text);
    root.allow(PARTS);
    return new MappingText(root).mapping(text);
  }

  private Mapping mapping(String text) {
    Item item = root.has("item") ? item(root.child("item")) : null;
    List<Rule> rules = rules();
    Map<Field, Taken> fields = fields();
    check(item, rules, fields);
    return new Mapping(
        layout(),
        root.text("source"),
        fields,
        item,
        root.optional("items_at"),
        root.texts("group"),
        root.has("id") ? root.texts("id") : root.texts("group"),
        rules,
        text);
  }

  private void check(@Nullable Item item, List<Rule> rules, Map<Field, Taken> fields) {
    if (!fields.containsKey(Field.TIMESTAMP)) {
      throw root.child("fields").refused("names no timestamp: every event has one");
    }
    boolean typed = rules.stream().allMatch(rule -> rule.type() != null || rule.leaveOut() != null);
    if (!fields.containsKey(Field.TYPE) && !typed) {
      throw root.refused("says nowhere what happened: give fields.type, or rules with an event");
    }
    boolean matching = rules.stream().anyMatch(Rule::ofEarlierPurchase);
    if (matching && (item == null || item.price() == null || root.has("items_at"))) {
      throw root.refused(
          "looks for earlier purchases: that needs an item with product_id and price, one a row");
    }
    if (root.has("items_at") && root.text("format").equals("parquet")) {
      throw root.refused("has items_at: rows of Parquet hold no lists here");
    }
    if (item == null && (root.has("group") || root.has("items_at"))) {
      throw root.refused("joins rows to events: that needs an item");
    }
  }

  private Layout layout() {
    Format format = root.oneOf("format", Format.class);
    String delimiter = root.textOr("delimiter", ",");
    String decimal = root.textOr("decimal", ".");
    if (delimiter.length() != 1 && !delimiter.equals("\\t")) {
      throw root.refused("has a delimiter '" + delimiter + "': it is one character, or \\t");
    }
    if (!decimal.equals(".") && !decimal.equals(",")) {
      throw root.refused("has a decimal sign '" + decimal + "': it is . or ,");
    }
    char sign = delimiter.equals("\\t") ? '\t' : delimiter.charAt(0);
    return new Layout(format, sign, encoding(), decimal.charAt(0), moments());
  }

  private Charset encoding() {
    String name = root.textOr("encoding", "UTF-8");
    Charset known = ENCODINGS.get(name.toUpperCase(Locale.ROOT));
    if (known == null) {
      throw root.refused("has an encoding '" + name + "': UTF-8, ISO-8859-1 or windows-1252");
    }
    return known;
  }

  private Moments moments() {
    String zone = root.textOr("zone", "UTC");
    String pattern = root.textOr("time", "iso");
    try {
      return Moments.of(pattern, ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw root.refused("has a zone '" + zone + "': a name such as Europe/London");
    } catch (IllegalArgumentException e) {
      throw root.refused("has a time '" + pattern + "', which is no pattern: " + e.getMessage());
    }
  }

  private Map<Field, Taken> fields() {
    MappingNode given = root.child("fields");
    List<String> known =
        java.util.Arrays.stream(Field.values())
            .filter(field -> field != Field.ID && field != Field.RECEIVED_AT && field != Field.RATE)
            .map(Field::wireName)
            .toList();
    given.allow(known);
    Map<Field, Taken> fields = new EnumMap<>(Field.class);
    for (String name : given.names()) {
      fields.put(Field.named(name).orElseThrow(), taken(given, name));
    }
    return fields;
  }

  private static Item item(MappingNode node) {
    node.allow(List.of("product_id", "product_name", "category_id", "quantity", "price", "amount"));
    if (node.has("price") && node.has("amount")) {
      throw node.refused("has both price (of one piece) and amount (of the line)");
    }
    return new Item(
        taken(node, "product_id"),
        optional(node, "product_name"),
        optional(node, "category_id"),
        optional(node, "quantity"),
        optional(node, "price"),
        optional(node, "amount"));
  }

  private static @Nullable Taken optional(MappingNode node, String name) {
    return node.has(name) ? taken(node, name) : null;
  }

  /** A column's name, or what is said about it. */
  private static Taken taken(MappingNode of, String name) {
    if (!of.isTree(name)) {
      return new Taken(of.text(name), null, false, Map.of());
    }
    MappingNode node = of.child(name);
    node.allow(List.of("column", "constant", "whole", "values"));
    if (node.has("column") == node.has("constant")) {
      throw node.refused("has a column or a constant, one of the two");
    }
    return new Taken(
        node.optional("column"),
        node.optional("constant"),
        node.flag("whole"),
        node.has("values") ? node.child("values").pairs() : Map.of());
  }

  private List<Rule> rules() {
    if (!root.has("rules")) {
      return List.of(Rule.ANY);
    }
    return root.children("rules").stream().map(MappingText::rule).toList();
  }

  private static Rule rule(MappingNode node) {
    node.allow(List.of("when", "event", "leave_out", "of"));
    String event = node.optional("event");
    String reason = node.optional("leave_out");
    if ((event == null) == (reason == null)) {
      throw node.refused("has an event or a reason to leave_out, one of the two");
    }
    boolean earlier = node.has("of");
    if (earlier
        && !(Objects.equals(event, "refund") && node.text("of").equals("earlier_purchase"))) {
      throw node.refused("has 'of': only a refund is of an earlier_purchase");
    }
    EventType type = event == null ? null : new EventType(event);
    return new Rule(node.has("when") ? when(node.child("when")) : List.of(), type, reason, earlier);
  }

  private static List<Condition> when(MappingNode node) {
    List<Condition> conditions = new ArrayList<>();
    for (String column : node.names()) {
      MappingNode tests = node.child(column);
      for (String test : tests.names()) {
        conditions.add(condition(column, tests, test));
      }
    }
    return conditions;
  }

  private static Condition condition(String column, MappingNode tests, String name) {
    Condition.Test test = tests.constant(name, Condition.Test.class);
    List<String> operands = tests.texts(name);
    Condition condition = new Condition(column, test, operands);
    if (test.isOfNumbers()) {
      operands.forEach(operand -> number(tests, name, operand));
    }
    if (operands.isEmpty()) {
      throw tests.refused("compares with nothing in " + name);
    }
    return condition;
  }

  private static void number(MappingNode tests, String name, String operand) {
    if (!NUMBER.matcher(operand).matches()) {
      throw tests.refused("has " + name + " '" + operand + "', which is not a number");
    }
  }
}
