package io.vitrine.store.sql;

import io.vitrine.model.Problem;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks at a statement as the engine's own parser understands it, and lets through what is known:
 * one SELECT over known tables with known functions. What it does not know it refuses, so that a
 * later engine brings nothing in unseen. Recursion and functions that make long texts of short ones
 * are refused too, because no limit of the engine stops them in time.
 */
public final class SelectCheck {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_CONSTANT = 1_000;
  private static final int MOST_JOINED = 24;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
  private static final String CLASS = "class";
  private static final String TYPE = "type";
  private static final String NAME = "function_name";

  private static final Set<String> CLASSES =
      Set.of(
          "COLUMN_REF",
          "CONSTANT",
          "FUNCTION",
          "WINDOW",
          "CAST",
          "TYPE",
          "CASE",
          "COMPARISON",
          "CONJUNCTION",
          "OPERATOR",
          "BETWEEN",
          "SUBQUERY",
          "STAR",
          "LAMBDA",
          "POSITIONAL_REFERENCE");

  private static final Set<String> NODES =
      Set.of(
          "SELECT_NODE",
          "SET_OPERATION_NODE",
          "CTE_NODE",
          "BASE_TABLE",
          "JOIN",
          "SUBQUERY",
          "EXPRESSION_LIST",
          "EMPTY",
          "TABLE_FUNCTION",
          "ORDER_MODIFIER",
          "LIMIT_MODIFIER",
          "DISTINCT_MODIFIER",
          "ORDER_DEFAULT",
          "ASCENDING",
          "DESCENDING");

  private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");
  private static final Set<String> JOINING = Set.of("||", "concat", "concat_ws");
  private static final Set<String> FUNCTIONS = functions();

  private final Set<String> tables;
  private final Set<String> own = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private int joined;

  /**
   * @param tables names of the tables that may be read
   */
  public SelectCheck(Set<String> tables) {
    this.tables = tables;
  }

  private static Set<String> functions() {
    Set<String> names = new HashSet<>();
    Statements.read("console_functions.sql")
        .get("functions")
        .lines()
        .flatMap(line -> java.util.Arrays.stream(line.strip().split("\\s+", -1)))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return Set.copyOf(names);
  }

  /**
   * A statement that passed.
   *
   * @param json as the engine's parser writes it, with a limit on its rows
   * @param tables known tables that it reads
   */
  public record Passed(String json, Set<String> tables) {

    public Passed {
      tables = Set.copyOf(tables);
    }
  }

  /**
   * Checks a statement and limits its rows.
   *
   * @param serialized what the engine's parser says of it
   * @param mostRows so many rows are answered at most
   * @throws Problem of category CALLER that says what is not allowed
   */
  public Passed check(String serialized, int mostRows) {
    JsonNode whole = parsed(serialized);
    if (whole.path("error").asBoolean()) {
      throw refused(whole.path("error_message").asString("the statement cannot be read"));
    }
    JsonNode statements = whole.path("statements");
    if (statements.size() != 1) {
      throw refused("one statement at a time, not " + statements.size());
    }
    ObjectNode node = (ObjectNode) statements.get(0).get("node");
    collectOwn(node);
    walk(node);
    limit(node, mostRows);
    return new Passed(JSON.writeValueAsString(whole), read);
  }

  private static JsonNode parsed(String serialized) {
    try {
      return JSON.readTree(serialized);
    } catch (JacksonException tooDeep) {
      throw refused("the statement is nested too deeply");
    }
  }

  /**
   * Names that the statement gives to queries of its own. They are plain and nobody else's, so that
   * one that is used where it does not hold names nothing at all.
   */
  private void collectOwn(JsonNode node) {
    for (JsonNode entry : node.path("cte_map").path("map")) {
      String name = entry.path("key").asString("");
      if (!PLAIN.matcher(name).matches() || isReserved(name)) {
        throw refused("a query in WITH cannot be called " + name);
      }
      own.add(name.toLowerCase(Locale.ROOT));
    }
    node.forEach(this::collectOwn);
  }

  private boolean isReserved(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return tables.contains(plain)
        || plain.startsWith("duckdb_")
        || plain.startsWith("pragma_")
        || plain.startsWith("pg_")
        || plain.startsWith("sqlite_")
        || plain.startsWith("information_schema");
  }

  private void walk(JsonNode node) {
    if (node.isObject()) {
      object(node);
    }
    if (node.path(TYPE).asString("").equals("TABLE_FUNCTION")) {
      walk(node.path("function").path("arguments"));
    } else {
      node.forEach(this::walk);
    }
  }

  private void object(JsonNode node) {
    if (node.has(CLASS)) {
      expression(node);
    } else if (node.has(TYPE) && !NODES.contains(node.get(TYPE).asString(""))) {
      throw refused(node.get(TYPE).asString("") + " is not allowed here");
    }
    if (!node.has(CLASS)) {
      table(node);
    }
  }

  private void expression(JsonNode node) {
    String kind = node.get(CLASS).asString("");
    if (!CLASSES.contains(kind)) {
      throw refused(kind + " is not allowed here");
    }
    if (node.has(NAME)) {
      function(node);
    }
    if (node.path("literal").path("text").asString("").length() > LONGEST_CONSTANT) {
      throw refused("a text in the statement is longer than " + LONGEST_CONSTANT + " characters");
    }
  }

  private void function(JsonNode node) {
    String name = node.get(NAME).asString("").toLowerCase(Locale.ROOT);
    if (!node.path("schema").asString("").isEmpty()
        || !node.path("catalog").asString("").isEmpty()
        || !FUNCTIONS.contains(name)) {
      throw refused("the function " + name + " is not allowed here");
    }
    if (JOINING.contains(name)) {
      joined += node.path("arguments").size();
      if (joined > MOST_JOINED) {
        throw refused("the statement joins more than " + MOST_JOINED + " texts");
      }
    }
  }

  private void table(JsonNode node) {
    String kind = node.path(TYPE).asString("");
    if (kind.equals("TABLE_FUNCTION")) {
      tableFunction(node.path("function"));
    }
    if (kind.equals("BASE_TABLE")) {
      baseTable(node);
    }
  }

  private static void tableFunction(JsonNode function) {
    String name = function.path(NAME).asString("").toLowerCase(Locale.ROOT);
    if (!TABLE_FUNCTIONS.contains(name)) {
      throw refused("the function " + name + " is not allowed here");
    }
  }

  private void baseTable(JsonNode node) {
    String name = node.path("table_name").asString("");
    String plain = name.toLowerCase(Locale.ROOT);
    String schema = node.path("schema_name").asString("").toLowerCase(Locale.ROOT);
    boolean here =
        node.path("catalog_name").asString("").isEmpty()
            && (schema.isEmpty() || schema.equals("main"))
            && node.path("at_clause").isNull();
    if (here && schema.isEmpty() && own.contains(plain)) {
      return;
    }
    if (!here || !tables.contains(plain)) {
      throw refused("there is no table " + name + " for you to read");
    }
    read.add(plain);
  }

  private static void limit(ObjectNode node, int mostRows) {
    ArrayNode modifiers = (ArrayNode) node.get("modifiers");
    for (JsonNode modifier : modifiers) {
      if (modifier.path(TYPE).asString("").equals("LIMIT_MODIFIER")) {
        lower((ObjectNode) modifier, mostRows);
        return;
      }
    }
    modifiers.add(JSON.readTree(LIMIT.replace("[rows]", Integer.toString(mostRows))));
  }

  private static final String LIMIT =
      """
      {"type":"LIMIT_MODIFIER","limit":{"class":"CONSTANT","type":"VALUE_CONSTANT","alias":"",
       "query_location":0,"query_location_length":0,"literal":{"kind":"INTEGER","text":"[rows]"}},
       "offset":null,"limit_type":"ROW_COUNT"}
      """;

  private static void lower(ObjectNode modifier, int mostRows) {
    if (modifier.path("limit").isNull()) {
      modifier.set("limit", JSON.readTree(LIMIT.replace("[rows]", "" + mostRows)).get("limit"));
      return;
    }
    JsonNode literal = modifier.path("limit").path("literal");
    boolean number =
        literal.path("kind").asString("").equals("INTEGER")
            && modifier.path("limit_type").asString("").equals("ROW_COUNT");
    if (!number) {
      throw refused("the LIMIT of the whole statement is a plain number");
    }
    String text = literal.path("text").asString("");
    if (text.length() > 9 || Integer.parseInt(text) > mostRows) {
      ((ObjectNode) literal).put("text", Integer.toString(mostRows));
    }
  }

  private static Problem refused(String why) {
    return Problem.caller("sql_refused", why);
  }
}
