package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a text is SQL that leaves the place of a value. The text is read three times: as a number
 * would stand in a statement, and behind each kind of quote. A rule asks for the shape of a
 * statement, not for its words alone, so that prose with the same words is left in peace.
 */
final class Sql implements Language {

  private static final Set<String> OBJECTS =
      Set.of(
          "table",
          "database",
          "schema",
          "user",
          "index",
          "view",
          "procedure",
          "function",
          "trigger",
          "login",
          "role",
          "column",
          "sequence",
          "or");

  /** Functions that have no business in a value; each is called at once, without a blank. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sleep",
          "pg_sleep",
          "benchmark",
          "extractvalue",
          "updatexml",
          "load_file",
          "xp_cmdshell",
          "randomblob",
          "zeroblob",
          "dbms_pipe.receive_message",
          "dbms_lock.sleep",
          "utl_http.request",
          "utl_inaddr.get_host_address",
          "utl_inaddr.get_host_name",
          "ctxsys.drithsx.sn",
          "dbms_ldap.init",
          "group_concat",
          "concat_ws",
          "make_set",
          "elt",
          "sys_eval",
          "sys_exec",
          "lo_import",
          "lo_export",
          "pg_read_file",
          "pg_ls_dir",
          "query_to_xml",
          "xmltype",
          "json_keys",
          "gtid_subset",
          "st_latfromgeohash",
          "polygon",
          "geometrycollection",
          "multipoint",
          "row_count",
          "found_rows",
          "name_const",
          "exp",
          "load_extension",
          "openrowset",
          "opendatasource",
          "fn_my_permissions",
          "ascii",
          "substr",
          "substring",
          "mid",
          "ord",
          "unhex",
          "char",
          "chr",
          "hex",
          "cast",
          "convert",
          "count",
          "user",
          "version",
          "database",
          "current_user",
          "session_user",
          "system_user",
          "schema",
          "db_name",
          "user_name",
          "suser_name",
          "host_name",
          "length",
          "len",
          "concat",
          "if",
          "iif",
          "ifnull",
          "isnull",
          "coalesce",
          "greatest",
          "least",
          "rand",
          "floor",
          "bin",
          "quote",
          "md5",
          "sha1",
          "lpad",
          "rpad",
          "left",
          "right",
          "reverse",
          "instr",
          "locate",
          "position",
          "tochar",
          "to_char",
          "rawtohex",
          "generate_series",
          "exists",
          "case",
          "not");

  /** Those of them that are an attack by themselves. */
  private static final Set<String> ALONE =
      Set.of(
          "make_set",
          "elt",
          "user_lock.sleep",
          "json_keys",
          "regexp_substring",
          "pg_sleep",
          "benchmark",
          "extractvalue",
          "updatexml",
          "load_file",
          "xp_cmdshell",
          "randomblob",
          "zeroblob",
          "dbms_pipe.receive_message",
          "dbms_lock.sleep",
          "utl_http.request",
          "utl_inaddr.get_host_address",
          "utl_inaddr.get_host_name",
          "ctxsys.drithsx.sn",
          "dbms_ldap.init",
          "sys_eval",
          "sys_exec",
          "lo_import",
          "lo_export",
          "pg_read_file",
          "pg_ls_dir",
          "query_to_xml",
          "gtid_subset",
          "name_const",
          "load_extension",
          "openrowset",
          "opendatasource",
          "group_concat");

  private static final List<String> CATALOGUES =
      List.of(
          "information_schema",
          "sqlite_master",
          "sqlite_schema",
          "pg_catalog",
          "pg_shadow",
          "sysobjects",
          "syscolumns",
          "sys.tables",
          "sys.databases",
          "all_tables",
          "all_tab_columns",
          "user_tables",
          "mysql.user",
          "mysql.innodb_table_stats",
          "master..sysdatabases",
          "master.dbo",
          "master..",
          "rdb$",
          "v$version",
          "xp_cmdshell",
          "xp_dirtree",
          "xp_regread",
          "sp_password",
          "sp_executesql",
          "sp_oacreate",
          "dba_users");

  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<", ">", "<=", ">=", "<>", "!=", "<=>", "!<", "!>", "<@", "@>", "~", "!~");

  private static final Set<String> WORD_COMPARISONS =
      Set.of(
          "like", "rlike", "regexp", "in", "is", "between", "ilike", "glob", "similar", "sounds");

  private static final Set<String> STARTERS =
      Set.of(
          "drop",
          "insert",
          "update",
          "delete",
          "alter",
          "create",
          "truncate",
          "exec",
          "execute",
          "shutdown",
          "declare",
          "select",
          "waitfor",
          "grant",
          "merge",
          "begin",
          "call",
          "copy",
          "set",
          "use",
          "rename",
          "attach",
          "pragma",
          "vacuum",
          "if",
          "show",
          "handler",
          "load");

  /** What tells about the server itself. */
  private static final Set<String> ABOUT =
      Set.of(
          "user", "database", "version", "current_user", "session_user", "system_user", "schema");

  /** Those of them, and functions of texts, that stand within others only in statements. */
  private static final Set<String> WITHIN =
      Set.of(
          "substring", "substr", "mid", "user", "database", "version", "current_user", "load_file");

  private static final Set<String> AROUND =
      Set.of("ascii", "ord", "hex", "length", "char_length", "bin", "unicode", "lower", "upper");

  /** Tables that somebody who guesses names first. */
  private static final Set<String> TABLES =
      Set.of(
          "users",
          "user",
          "members",
          "accounts",
          "customers",
          "admin",
          "admins",
          "orders",
          "passwords",
          "passwd",
          "credentials",
          "dual",
          "employees");

  private static final int SHORT = 4;

  @Override
  public List<Evidence> judge(String text) {
    if (!mayBe(text)) {
      return List.of();
    }
    String rule = rule(SqlReading.outside(text), false);
    for (char quote : new char[] {'\'', '"'}) {
      if (rule == null) {
        rule = rule(SqlReading.within(text, quote), true);
      }
    }
    return rule == null ? List.of() : List.of(new Evidence(AttackClass.SQL_INJECTION, rule, text));
  }

  /** Most values have none of the signs that a statement needs. */
  private static boolean mayBe(String text) {
    boolean signs = false;
    boolean blanks = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      signs |= "'\"=();#<>|&*@!".indexOf(sign) >= 0 || (sign == '-' && text.startsWith("--", i));
      blanks |= sign <= ' ' || sign == '\u00a0';
    }
    return signs || blanks;
  }

  /**
   * Name of the rule that some tokens break.
   *
   * @param broken whether the first token is the rest of a string that the text has closed
   */
  private static @Nullable String rule(List<SqlToken> tokens, boolean broken) {
    if (tokens.size() < 2) {
      return tokens.isEmpty() || broken ? null : single(tokens.getFirst());
    }
    for (int i = 0; i < tokens.size(); i++) {
      String rule = at(new SqlPlace(tokens, i), broken);
      if (rule != null) {
        return rule;
      }
    }
    return broken ? behindQuote(new SqlPlace(tokens, 0)) : null;
  }

  private static @Nullable String single(SqlToken token) {
    if (token.is(Kind.VARIABLE) && token.text().startsWith("@@")) {
      return "server-variable";
    }
    return token.is("xp_cmdshell") ? "catalogue" : null;
  }

  private static @Nullable String at(SqlPlace place, boolean broken) {
    SqlToken token = place.token(0);
    return switch (token.kind()) {
      case WORD -> word(place, broken);
      case OPERATOR -> token.is("||", "&&") ? logic(place, broken) : null;
      case SEMICOLON -> stacked(place.ahead(1)) ? "stacked-statement" : null;
      case COMMENT -> comment(place, broken);
      case VARIABLE -> token.text().startsWith("@@") ? "server-variable" : null;
      case NUMBER, STRING, OPEN, CLOSE, COMMA -> null;
    };
  }

  private static @Nullable String word(SqlPlace place, boolean broken) {
    SqlToken token = place.token(0);
    String text = token.text();
    if (CATALOGUES.stream().anyMatch(text::startsWith)) {
      return "catalogue";
    }
    return switch (text) {
      case "or", "and", "xor" -> logic(place, broken);
      case "union", "intersect", "except", "minus" -> united(place) ? "union-select" : null;
      case "select" -> selected(place) ? "select" : null;
      case "waitfor" ->
          place.token(1).is("delay", "time") && place.token(2).isLiteral() ? "waitfor" : null;
      case "into" ->
          place.token(1).is("outfile", "dumpfile") || place.token(1).is(Kind.VARIABLE)
              ? "into-file"
              : null;
      case "where" -> numbersCompared(place.ahead(1).pastSigns()) ? "where" : null;
      case "in" ->
          broken && place.token(1).is("boolean") && place.token(2).is("mode")
              ? "text-search"
              : null;
      case "create" -> created(place) ? "create-object" : null;
      case "having" -> having(place) ? "having" : null;
      case "procedure" -> place.token(1).is("analyse") ? "procedure" : null;
      case "order", "group" -> ordered(place, broken) ? text + "-by" : null;
      case "case" -> cased(place) ? "case-when" : null;
      case "exec", "execute" -> executed(place) ? "execute" : null;
      case "declare" ->
          place.token(1).is(Kind.VARIABLE) && place.token(2).kind() == Kind.WORD ? "declare" : null;
      case "drop", "truncate", "alter" -> broken || place.index() == 0 ? destroyed(place) : null;
      case "insert", "delete" -> written(place) ? text : null;
      case "update" ->
          place.token(1).is(Kind.WORD) && place.token(2).is("set") && place.token(4).is("=")
              ? text
              : null;
      case "if", "iif" ->
          place.isCall() && compares(place.ahead(2)) && place.contains(Kind.COMMA, 9)
              ? "condition"
              : null;
      default -> called(place) ? "function" : null;
    };
  }

  /** OR or AND with something that is true or false, behind a value. */
  private static @Nullable String logic(SqlPlace place, boolean broken) {
    SqlPlace next = place.ahead(1).pastSigns();
    boolean behind = place.index() == 0 || place.isBehindValue();
    if (next.token(0).is("if", "iif", "case", "exists", "select", "sleep", "not")
        && next.token(1).is(Kind.OPEN)) {
      return "logic";
    }
    if (compares(next)) {
      boolean plain = broken || place.index() == 0 || place.isBehindNumberAlone();
      boolean alone = next.comparesLiterals() && !place.isBehindSum();
      return (behind && plain && !place.isBehindSum()) || alone ? "tautology" : null;
    }
    boolean first = broken && place.isRightBehindQuote();
    if (first && next.token(0).isLiteral() && (next.token(1).is(Kind.COMMENT) || next.isLast())) {
      return "tautology";
    }
    return behind && next.isCall() && FUNCTIONS.contains(next.token(0).text()) ? "logic" : null;
  }

  /** Whether an operand, a comparison and another operand stand there. */
  private static boolean compares(SqlPlace place) {
    SqlPlace operator = place.pastOperand();
    if (operator == null) {
      return false;
    }
    SqlToken token = operator.token(0);
    if (token.is(Kind.OPERATOR) && COMPARISONS.contains(token.text())) {
      return operator.ahead(1).pastSigns().isOperand() || operator.ahead(1).token(0).is(Kind.OPEN);
    }
    boolean negated = token.is("not");
    SqlToken word = negated ? operator.token(1) : token;
    SqlToken right = operator.token(negated ? 2 : 1);
    boolean compares = word.is(Kind.WORD) && WORD_COMPARISONS.contains(word.text());
    boolean value = right.isLiteral() || right.is(Kind.OPEN) || right.is("not");
    return compares && (value || operator.ahead(negated ? 2 : 1).isCall());
  }

  private static boolean numbersCompared(SqlPlace place) {
    return place.token(0).is(Kind.NUMBER)
        && place.token(1).is("=")
        && place.token(2).is(Kind.NUMBER);
  }

  private static boolean created(SqlPlace place) {
    int object = place.token(1).is("or") ? 3 : 1;
    boolean named =
        place.token(object).is("table", "function", "procedure", "trigger", "view", "login")
            && place.token(object + 1).is(Kind.WORD);
    SqlToken after = place.token(object + 2);
    boolean columns =
        after.is(Kind.OPEN)
            && place
                .token(object + 4)
                .is(
                    "int", "integer", "text", "varchar", "char", "blob", "numeric", "bigint",
                    "date");
    return named && (columns || after.is("returns", "as") || after.is(Kind.SEMICOLON));
  }

  private static boolean united(SqlPlace place) {
    SqlPlace next = place.ahead(1);
    while (next.token(0).is("all", "distinct", "distinctrow")
        || next.token(0).is(Kind.OPEN)
        || (next.token(0).is(Kind.COMMENT) && next.token(0).closed())) {
      next = next.ahead(1);
    }
    if (next.token(0).is("values", "table") && next.token(1).is(Kind.OPEN)) {
      return true;
    }
    if (!next.token(0).is("select")) {
      return false;
    }
    SqlToken first = next.token(1);
    boolean list = next.token(2).is(Kind.COMMA) || next.token(2).is("from");
    return !first.is(Kind.WORD)
        || first.isLiteral()
        || next.ahead(1).isCall()
        || list
        || next.isLast();
  }

  /** A SELECT that asks for something that prose does not. */
  private static boolean selected(SqlPlace place) {
    SqlToken first = place.token(1);
    boolean inside = place.token(-1).is(Kind.OPEN);
    if (first.is("*") && place.has("from")) {
      return true;
    }
    if (place.ahead(1).isCall() && (inside || FUNCTIONS.contains(first.text()))) {
      return true;
    }
    if (inside
        && (first.isLiteral() || first.is(Kind.VARIABLE) || first.is("top", "distinct", "case"))) {
      return true;
    }
    if (inside && first.is(Kind.WORD) && place.has("from")) {
      return true;
    }
    if (place.ahead(1).isCall()
        && place.token(3).isLiteral()
        && place.token(4).is(Kind.CLOSE)
        && place.index() == 0) {
      return true;
    }
    SqlPlace from = place.find("from", 12);
    if (from == null || !isList(place.ahead(1), from.index()) || !from.endsStatement()) {
      return false;
    }
    boolean bare = from.index() + 2 >= from.size();
    return !bare || first.is("*") || place.token(2).is(Kind.COMMA) || isTable(from.token(1));
  }

  /** A name that is no word of ordinary speech behind FROM or TABLE. */
  private static boolean isTable(SqlToken token) {
    String name = token.text();
    return TABLES.contains(name)
        || name.contains("_")
        || name.contains(".")
        || name.startsWith("sys");
  }

  /** Words with commas between them, or one word, up to an index. */
  private static boolean isList(SqlPlace place, int end) {
    for (int i = 0; place.index() + i < end; i++) {
      SqlToken token = place.token(i);
      boolean fits = i % 2 == 0 ? token.is(Kind.WORD) || token.isLiteral() : token.is(Kind.COMMA);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean ordered(SqlPlace place, boolean broken) {
    boolean numbered = place.token(2).is(Kind.NUMBER) && place.token(3).is(Kind.COMMENT);
    if (place.token(1).is("by") && numbered) {
      return true;
    }
    if (!place.token(1).is("by") || !place.isBehindValue()) {
      return false;
    }
    boolean number = place.token(2).is(Kind.NUMBER);
    SqlToken after = place.token(3);
    boolean ends =
        broken || after.is(Kind.COMMENT) || place.ahead(2).isLast() || after.is(Kind.COMMA);
    boolean cut = broken && (after.is(Kind.COMMENT) || after.is("having"));
    boolean call = place.ahead(2).isCall() && FUNCTIONS.contains(place.token(2).text());
    return (number && ends) || cut || call || place.token(2).is(Kind.OPEN);
  }

  private static boolean having(SqlPlace place) {
    SqlPlace next = place.ahead(1).pastSigns();
    return compares(place.ahead(1)) && (place.isBehindValue() || next.comparesLiterals());
  }

  private static boolean cased(SqlPlace place) {
    return place.token(1).is("when") && place.has("then") && compares(place.ahead(2).pastSigns());
  }

  private static boolean executed(SqlPlace place) {
    String next = place.token(1).text();
    boolean procedure =
        next.startsWith("xp_") || next.startsWith("sp_") || next.startsWith("master");
    boolean text = place.token(1).is(Kind.OPEN) && place.token(2).is(Kind.STRING);
    return (place.token(1).is(Kind.WORD) && procedure)
        || (text && !place.isCall())
        || (place.token(1).is("immediate") && place.token(2).isLiteral());
  }

  private static @Nullable String destroyed(SqlPlace place) {
    boolean object = place.token(1).is(Kind.WORD) && OBJECTS.contains(place.token(1).text());
    boolean named = place.token(2).is(Kind.WORD);
    boolean ends =
        place.token(3).is(Kind.COMMENT)
            || place.token(3).is(Kind.SEMICOLON)
            || (place.ahead(2).isLast() && (place.index() > 0 || isTable(place.token(2))))
            || place
                .token(3)
                .is("add", "drop", "modify", "exists", "cascade", "set", "from", "where");
    return object && named && ends ? place.token(0).text() + "-object" : null;
  }

  private static boolean written(SqlPlace place) {
    if (place.token(0).is("insert")) {
      boolean into = place.token(1).is("into") && place.token(2).is(Kind.WORD);
      return into && (place.token(3).is(Kind.OPEN) || place.token(3).is("values", "select", "set"));
    }
    boolean from = place.token(1).is("from") && place.token(2).is(Kind.WORD);
    return from
        && ((place.token(3).is("where") && compares(place.ahead(4)))
            || place.token(3).is(Kind.COMMENT)
            || place.token(3).is(Kind.SEMICOLON));
  }

  /** A call that no value contains; one that some do counts only where it is joined to a value. */
  private static boolean called(SqlPlace place) {
    if (!place.isCall()) {
      return false;
    }
    String name = place.token(0).text();
    boolean joined =
        place.token(-1).is("||", "+", "-", "*", "/", "^", "|", "&", "=") && place.index() > 1;
    boolean word = place.token(2).is(Kind.WORD) && place.token(3).is(Kind.CLOSE);
    if (ALONE.contains(name)) {
      return !word;
    }
    if (name.equals("sleep")) {
      boolean closed = place.token(2).is(Kind.NUMBER) && place.token(3).is(Kind.CLOSE);
      boolean unit = place.token(4).is(Kind.WORD) && !place.token(4).is("and", "or", "xor", "from");
      return closed && !unit;
    }
    if (ABOUT.contains(name) && place.index() == 0 && place.size() == 3) {
      return place.token(2).is(Kind.CLOSE);
    }
    if (AROUND.contains(name)
        && place.ahead(2).isCall()
        && WITHIN.contains(place.token(2).text())) {
      return true;
    }
    boolean characters =
        (name.equals("char") || name.equals("chr")) && place.token(2).is(Kind.NUMBER);
    return FUNCTIONS.contains(name)
        && ((joined && (characters || place.isBehindQuoteBy(2)))
            || (characters && place.token(3).is(Kind.COMMA)));
  }

  private static boolean stacked(SqlPlace place) {
    SqlToken token = place.token(0);
    if (!token.is(Kind.WORD) || !STARTERS.contains(token.text())) {
      return false;
    }
    SqlToken next = place.token(1);
    return switch (token.text()) {
      case "drop", "alter", "create" -> next.is(Kind.WORD) && OBJECTS.contains(next.text());
      case "truncate" -> next.is(Kind.WORD) && (next.is("table") || place.ahead(1).isLast());
      case "insert", "merge" -> next.is("into");
      case "update" -> next.is(Kind.WORD) && place.token(2).is("set");
      case "delete" -> next.is("from");
      case "exec", "execute", "call" ->
          (next.is(Kind.WORD) && next.text().contains("_"))
              || next.is(Kind.OPEN)
              || next.is(Kind.VARIABLE)
              || next.text().contains(".");
      case "shutdown", "vacuum", "begin" ->
          place.isLast()
              || next.is(Kind.COMMENT)
              || next.is("with", "declare")
              || (next.text().contains(".") && place.ahead(1).isCall())
              || next.is(Kind.SEMICOLON);
      case "declare", "set" -> next.is(Kind.VARIABLE);
      case "select" ->
          !next.is(Kind.WORD)
              || place.ahead(1).isCall()
              || next.isLiteral()
              || (place.has("from") && place.find("from", 6) != null);
      case "waitfor" -> next.is("delay", "time");
      case "if" ->
          next.is(Kind.OPEN) && compares(place.ahead(2).pastSigns()) && startsBehind(place);
      case "show" -> next.is("tables", "databases", "schemas", "columns", "processlist", "grants");
      case "handler" -> place.token(2).is("open", "read");
      case "grant" -> (place.has("to") && place.has("on")) || next.is("all");
      case "copy" -> place.has("from") || place.has("to");
      case "pragma", "attach", "use", "rename", "load" ->
          next.is("database", "table", "data")
              || next.is(Kind.STRING)
              || (place.ahead(1).isLast() && token.is("pragma"));
      default -> false;
    };
  }

  /** Whether a statement begins behind the condition of an IF. */
  private static boolean startsBehind(SqlPlace place) {
    for (int i = 2; i < 40 && place.index() + i < place.size(); i++) {
      SqlToken token = place.token(i + 1);
      if (place.token(i).is(Kind.CLOSE) && token.is(Kind.WORD)) {
        return STARTERS.contains(token.text());
      }
    }
    return false;
  }

  private static @Nullable String comment(SqlPlace place, boolean broken) {
    SqlToken token = place.token(0);
    if (token.text().equals("!") && token.closed()) {
      return "executable-comment";
    }
    String body = token.text().strip();
    boolean empty =
        body.isEmpty() || (body.length() <= SHORT && body.chars().noneMatch(Character::isLetter));
    if (!empty) {
      return null;
    }
    if (broken && place.isRightBehindQuote()) {
      return "quote-and-comment";
    }
    boolean numeric =
        place.index() >= 2 && place.token(-1).is(Kind.SEMICOLON) && place.token(-2).isLiteral();
    boolean closed = broken && place.index() > 2 && place.token(-1).is(Kind.CLOSE);
    return numeric || closed ? "comment" : null;
  }

  /** What follows right behind a closed quote. */
  private static @Nullable String behindQuote(SqlPlace place) {
    SqlPlace next = place.ahead(1).pastClosing();
    SqlToken token = next.token(0);
    if (token.is(Kind.OPERATOR)) {
      return operatorBehindQuote(next);
    }
    boolean word = token.is(Kind.WORD) && WORD_COMPARISONS.contains(token.text());
    if (word && !token.is("is", "in") && next.token(1).is(Kind.STRING)) {
      return "comparison-behind-quote";
    }
    if (token.is("in") && next.token(1).is(Kind.OPEN) && next.token(2).isLiteral()) {
      return "comparison-behind-quote";
    }
    if (token.is("is") && next.token(1).is("null", "not")) {
      return "comparison-behind-quote";
    }
    if (token.is("limit") && next.token(1).is(Kind.NUMBER)) {
      return "limit-behind-quote";
    }
    boolean row = token.is(Kind.COMMA) && next.token(1).isLiteral() && next.token(2).is(Kind.COMMA);
    return row && next.has(Kind.CLOSE) ? "values-behind-quote" : null;
  }

  /** '-0-' and 1'^'1: what a text becomes that is a number between its quotes. */
  private static boolean isSum(SqlPlace next) {
    SqlToken before = next.token(-1);
    SqlToken right = next.token(1);
    boolean between =
        right.is(Kind.NUMBER)
            && next.token(2).is(Kind.OPERATOR)
            && next.token(3).is(Kind.STRING)
            && next.index() + 4 >= next.size();
    boolean open = next.token(3).text().isBlank() && !next.token(3).closed();
    boolean powers =
        next.token(0).is("^", "|", "||", "*", "%")
            && right.is(Kind.STRING)
            && !right.closed()
            && isDigits(before.text())
            && isDigits(right.text());
    return (between && open && before.text().length() <= SHORT) || powers;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
  }

  private static @Nullable String operatorBehindQuote(SqlPlace next) {
    SqlPlace right = next.ahead(1).pastSigns();
    boolean select = right.token(0).is(Kind.OPEN) && right.token(1).is("select", "case");
    boolean call = right.isCall() && FUNCTIONS.contains(right.token(0).text());
    if (select || call) {
      return "joined-to-quote";
    }
    if (isSum(next)) {
      return "sum-behind-quote";
    }
    boolean whole = next.token(1).is(Kind.STRING) && next.index() + 2 >= next.size();
    boolean bare = whole && next.token(1).text().isBlank() && next.token(-1).text().isBlank();
    boolean joined =
        next.token(0).is("||") && next.token(1).is(Kind.STRING) && next.token(2).is("||");
    boolean equal =
        next.token(0).is("=", "<>", "!=", "<", ">")
            && next.token(1).isLiteral()
            && (next.token(1).is(Kind.NUMBER)
                || next.token(2).is("or", "and", "||", "&&")
                || next.token(2).is(Kind.COMMENT));
    boolean open = whole && !next.token(1).closed() && next.token(0).is("=", "<>", "!=");
    return bare || joined || equal || open ? "operator-behind-quote" : null;
  }
}
