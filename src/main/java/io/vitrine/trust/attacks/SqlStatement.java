package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;

/** A statement of its own behind the end of another. */
final class SqlStatement {

  private SqlStatement() {}

  static boolean stacked(SqlPlace place) {
    SqlToken token = place.token(0);
    if (!token.is(Kind.WORD) || !SqlVocabulary.STARTERS.contains(token.text())) {
      return false;
    }
    SqlToken next = place.token(1);
    return switch (token.text()) {
      case "drop", "alter", "create" ->
          next.is(Kind.WORD) && SqlVocabulary.OBJECTS.contains(next.text());
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
          next.is(Kind.OPEN)
              && SqlComparison.compares(place.ahead(2).pastSigns())
              && startsBehind(place);
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
        return SqlVocabulary.STARTERS.contains(token.text());
      }
    }
    return false;
  }
}
