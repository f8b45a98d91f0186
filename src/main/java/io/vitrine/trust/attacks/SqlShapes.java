package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;
import org.jspecify.annotations.Nullable;

/** What of a statement stands behind a word that prose has as well, and what never does. */
final class SqlShapes {

  private SqlShapes() {}

  static boolean created(SqlPlace place) {
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

  static boolean united(SqlPlace place) {
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
  static boolean selected(SqlPlace place) {
    SqlToken first = place.token(1);
    boolean inside = place.token(-1).is(Kind.OPEN);
    if (first.is("*") && place.has("from")) {
      return true;
    }
    if (place.ahead(1).isCall() && (inside || SqlVocabulary.FUNCTIONS.contains(first.text()))) {
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
    return SqlVocabulary.TABLES.contains(name)
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

  static boolean ordered(SqlPlace place, boolean broken) {
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
    boolean call =
        place.ahead(2).isCall() && SqlVocabulary.FUNCTIONS.contains(place.token(2).text());
    return (number && ends) || cut || call || place.token(2).is(Kind.OPEN);
  }

  static boolean having(SqlPlace place) {
    SqlPlace next = place.ahead(1).pastSigns();
    return SqlComparison.compares(place.ahead(1))
        && (place.isBehindValue() || next.comparesLiterals());
  }

  static boolean cased(SqlPlace place) {
    return place.token(1).is("when")
        && place.has("then")
        && SqlComparison.compares(place.ahead(2).pastSigns());
  }

  static boolean executed(SqlPlace place) {
    String next = place.token(1).text();
    boolean procedure =
        next.startsWith("xp_") || next.startsWith("sp_") || next.startsWith("master");
    boolean text = place.token(1).is(Kind.OPEN) && place.token(2).is(Kind.STRING);
    return (place.token(1).is(Kind.WORD) && procedure)
        || (text && !place.isCall())
        || (place.token(1).is("immediate") && place.token(2).isLiteral());
  }

  static @Nullable String destroyed(SqlPlace place) {
    boolean object =
        place.token(1).is(Kind.WORD) && SqlVocabulary.OBJECTS.contains(place.token(1).text());
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

  static boolean written(SqlPlace place) {
    if (place.token(0).is("insert")) {
      boolean into = place.token(1).is("into") && place.token(2).is(Kind.WORD);
      return into && (place.token(3).is(Kind.OPEN) || place.token(3).is("values", "select", "set"));
    }
    boolean from = place.token(1).is("from") && place.token(2).is(Kind.WORD);
    return from
        && ((place.token(3).is("where") && SqlComparison.compares(place.ahead(4)))
            || place.token(3).is(Kind.COMMENT)
            || place.token(3).is(Kind.SEMICOLON));
  }

  /** A call that no value contains; one that some do counts only where it is joined to a value. */
  static boolean called(SqlPlace place) {
    if (!place.isCall()) {
      return false;
    }
    String name = place.token(0).text();
    boolean joined =
        place.token(-1).is("||", "+", "-", "*", "/", "^", "|", "&", "=") && place.index() > 1;
    boolean word = place.token(2).is(Kind.WORD) && place.token(3).is(Kind.CLOSE);
    if (SqlVocabulary.ALONE.contains(name)) {
      return !word;
    }
    if (name.equals("sleep")) {
      boolean closed = place.token(2).is(Kind.NUMBER) && place.token(3).is(Kind.CLOSE);
      boolean unit = place.token(4).is(Kind.WORD) && !place.token(4).is("and", "or", "xor", "from");
      return closed && !unit;
    }
    if (SqlVocabulary.ABOUT.contains(name) && place.index() == 0 && place.size() == 3) {
      return place.token(2).is(Kind.CLOSE);
    }
    if (SqlVocabulary.AROUND.contains(name)
        && place.ahead(2).isCall()
        && SqlVocabulary.WITHIN.contains(place.token(2).text())) {
      return true;
    }
    boolean characters =
        (name.equals("char") || name.equals("chr")) && place.token(2).is(Kind.NUMBER);
    return SqlVocabulary.FUNCTIONS.contains(name)
        && ((joined && (characters || place.isBehindQuoteBy(2)))
            || (characters && place.token(3).is(Kind.COMMA)));
  }
}
