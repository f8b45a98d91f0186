package io.vitrine.store.sql;

import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Segments;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableColumn;
import io.vitrine.model.TableFormat;
import io.vitrine.model.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the shop's history in SQL, one resource each. Words in brackets stand there for
 * bound values; {@code [page by x]} is where a page is cut before anything is looked up for it, and
 * {@code [page]} where it is cut at the end; {@code [paged x]} is a condition that looks up only
 * what the page needs, and stands in no whole table, whose every row is needed.
 */
public final class Tables {

  private static final Pattern WORD = Pattern.compile("\\[(paged? [^]]+|[a-z]+)]");
  private static final String PAGED = "paged ";
  private static final String WITH = "WITH ";
  private static final Map<ShopTable, Statements> TEXTS = texts();

  private final Segments segments;
  private final int digits;

  /**
   * @param segments bounds of the segments of visitors
   * @param digits of amounts in the reporting currency after the point
   */
  public Tables(Segments segments, int digits) {
    this.segments = segments;
    this.digits = digits;
  }

  int digits() {
    return digits;
  }

  private static Map<ShopTable, Statements> texts() {
    Map<ShopTable, Statements> texts = new EnumMap<>(ShopTable.class);
    for (ShopTable table : ShopTable.values()) {
      texts.put(table, Statements.read("tables/" + table.wireName() + ".sql"));
    }
    return texts;
  }

  Sql page(Question.Table question) {
    return filled(question.table(), "rows", question.period(), question);
  }

  /** The whole table of a period, in its order. */
  public Sql all(ShopTable table, Period period) {
    return filled(table, "rows", period, null);
  }

  /** Writes that table into a file, whose name is bound. */
  public Sql copy(ShopTable table, Period period, TableFormat format, String file) {
    String options =
        switch (format) {
          case CSV -> "FORMAT csv, HEADER true, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%g'";
          case PARQUET -> "FORMAT parquet, COMPRESSION zstd";
        };
    return Sql.of("COPY (\n")
        .then(all(table, period))
        .then(Sql.of("\n) TO ? (" + options + ")", file));
  }

  /** A query under a name. */
  public static Sql named(String name, Sql query) {
    return Sql.of(name + " AS (\n").then(query).then("\n)");
  }

  /** Named queries before a statement, as the engine writes it, that may read them. */
  public static Sql before(List<Sql> named, String statement) {
    String rest =
        statement.startsWith(WITH) ? ", " + statement.substring(WITH.length()) : "\n" + statement;
    return Sql.of(WITH).then(Sql.join(", ", named)).then(rest);
  }

  /** How many rows that are. */
  public Sql count(ShopTable table, Period period) {
    return filled(table, "count", period, null);
  }

  static List<Column> columns(ShopTable table) {
    return table.columns().stream().map(Tables::column).toList();
  }

  private static Column column(TableColumn column) {
    Role role = column.unit() == null ? Role.DIMENSION : Role.METRIC;
    return new Column(column.name(), column.type(), role, column.unit());
  }

  static boolean hasMoney(ShopTable table) {
    return table.columns().stream().anyMatch(column -> column.unit() == Unit.MONEY);
  }

  private Sql filled(
      ShopTable table, String statement, Period period, Question.@Nullable Table page) {
    String text = Objects.requireNonNull(TEXTS.get(table)).get(statement);
    List<@Nullable Object> values = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (words.find()) {
      String piece = piece(words.group(1), period, page, values);
      words.appendReplacement(filled, Matcher.quoteReplacement(piece));
    }
    words.appendTail(filled);
    return new Sql(filled.toString().strip(), values);
  }

  private String piece(
      String word, Period period, Question.@Nullable Table page, List<@Nullable Object> values) {
    if (word.equals("money")) {
      return "DECIMAL(18, " + digits + ")";
    }
    if (!word.startsWith("page")) {
      values.add(value(word, period));
      return "?";
    }
    if (page == null) {
      return "";
    }
    if (word.startsWith(PAGED)) {
      return word.substring(PAGED.length());
    }
    values.add((long) page.limit());
    values.add(page.offset());
    return (word.equals("page") ? "" : "ORDER BY " + word.substring("page by ".length()) + "\n  ")
        + "LIMIT ? OFFSET ?";
  }

  private Object value(String word, Period period) {
    return switch (word) {
      case "from" -> period.from();
      case "to" -> period.to();
      case "newcomer" -> segments.newcomer();
      case "occasional" -> segments.occasional();
      case "regular" -> segments.regular();
      default -> throw new IllegalStateException("a table does not know [" + word + "]");
    };
  }
}
