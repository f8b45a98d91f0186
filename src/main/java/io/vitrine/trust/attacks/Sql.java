package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a text is SQL that leaves the place of a value. The text is read three times: as a number
 * would stand in a statement, and behind each kind of quote. A rule asks for the shape of a
 * statement, not for its words alone, so that prose with the same words is left in peace.
 */
final class Sql implements Language {

  private static final char[] QUOTES = {'\'', '"'};

  /** Nobody needs more to break out of a statement; a longer text is read in pieces. */
  private static final int WINDOW = 1_000;

  private static final int OVERLAP = 200;

  /** So much of what is told stands before the place where a rule was broken. */
  private static final int BEFORE = 40;

  private static final SqlToken SOMETHING = new SqlToken(Kind.WORD, "something", -1, true);

  /**
   * A rule that is broken.
   *
   * @param at index of the sign where
   */
  private record Broken(String rule, int at) {}

  @Override
  public List<Evidence> judge(String text, Effort effort) {
    effort.spend(text.length());
    if (!mayBe(text)) {
      return List.of();
    }
    Broken broken = text.length() <= WINDOW ? whole(text, effort) : inWindows(text, effort);
    return broken == null
        ? List.of()
        : List.of(new Evidence(AttackClass.SQL_INJECTION, broken.rule(), words(text, broken.at())));
  }

  private static String words(String text, int at) {
    return text.length() <= 3 * BEFORE ? text : text.substring(Math.max(0, at - BEFORE));
  }

  private static @Nullable Broken whole(String text, Effort effort) {
    effort.spend(3L * text.length());
    Broken broken = broken(SqlReading.outside(text), false, 0);
    for (char quote : QUOTES) {
      if (broken == null) {
        broken = broken(SqlReading.within(text, quote), true, 0);
      }
    }
    return broken;
  }

  /**
   * A value's string ends at its first quote, so what follows a quote matters there. Everywhere
   * else nothing is known about the place of a piece, so that only statements count.
   */
  private static @Nullable Broken inWindows(String text, Effort effort) {
    for (char quote : QUOTES) {
      int first = text.indexOf(quote);
      if (first >= 0) {
        int from = Math.max(0, first - OVERLAP);
        String window = window(text, from, effort);
        Broken broken = broken(SqlReading.within(window, quote), true, 0);
        if (broken != null) {
          return new Broken(broken.rule(), from + broken.at());
        }
      }
    }
    Broken broken = whole(window(text, 0, effort), effort);
    for (int from = WINDOW - OVERLAP;
        broken == null && from + OVERLAP < text.length();
        from += WINDOW - OVERLAP) {
      broken = within(text, from, effort);
    }
    return broken;
  }

  private static String window(String text, int from, Effort effort) {
    int to = Math.min(text.length(), from + WINDOW);
    effort.spend(to - from);
    return text.substring(from, to);
  }

  private static @Nullable Broken within(String text, int from, Effort effort) {
    String window = window(text, from, effort);
    if (!mayBe(window)) {
      return null;
    }
    effort.spend(3L * window.length());
    Broken broken = behindSomething(SqlReading.outside(window));
    for (char quote : QUOTES) {
      if (broken == null) {
        broken = behindSomething(SqlReading.within(window, quote));
      }
    }
    return broken == null ? null : new Broken(broken.rule(), from + broken.at());
  }

  private static @Nullable Broken behindSomething(List<SqlToken> tokens) {
    if (tokens.isEmpty()) {
      return null;
    }
    List<SqlToken> all = new ArrayList<>(tokens.size() + 1);
    all.add(SOMETHING);
    all.addAll(tokens);
    return broken(all, false, 1);
  }

  /** Most values have none of the signs that a statement needs. */
  private static boolean mayBe(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean telling =
          sign <= ' '
              || sign == '\u00a0'
              || "'\"=();#<>|&*@!".indexOf(sign) >= 0
              || (sign == '-' && text.startsWith("--", i));
      if (telling) {
        return true;
      }
    }
    return false;
  }

  /**
   * The rule that some tokens break.
   *
   * @param quoted whether the first token is the rest of a string that the text has closed
   * @param from index of the first token to look at
   */
  private static @Nullable Broken broken(List<SqlToken> tokens, boolean quoted, int from) {
    if (tokens.size() < 2) {
      return tokens.isEmpty() || quoted ? null : broken(single(tokens.getFirst()), 0);
    }
    for (int i = from; i < tokens.size(); i++) {
      String rule = at(new SqlPlace(tokens, i), quoted);
      if (rule != null) {
        return broken(rule, tokens.get(i).at());
      }
    }
    return quoted ? broken(SqlBreakOut.behindQuote(new SqlPlace(tokens, 0)), 0) : null;
  }

  private static @Nullable Broken broken(@Nullable String rule, int at) {
    return rule == null ? null : new Broken(rule, at);
  }

  private static @Nullable String single(SqlToken token) {
    if (token.is(Kind.VARIABLE) && token.text().startsWith("@@")) {
      return "server-variable";
    }
    return token.is("xp_cmdshell") ? "catalogue" : null;
  }

  private static @Nullable String at(SqlPlace place, boolean quoted) {
    SqlToken token = place.token(0);
    return switch (token.kind()) {
      case WORD -> word(place, quoted);
      case OPERATOR -> token.is("||", "&&") ? logic(place, quoted) : null;
      case SEMICOLON -> SqlStatement.stacked(place.ahead(1)) ? "stacked-statement" : null;
      case COMMENT -> SqlBreakOut.comment(place, quoted);
      case VARIABLE -> token.text().startsWith("@@") ? "server-variable" : null;
      case NUMBER, STRING, OPEN, CLOSE, COMMA -> null;
    };
  }

  private static @Nullable String word(SqlPlace place, boolean quoted) {
    SqlToken token = place.token(0);
    String text = token.text();
    if (SqlVocabulary.CATALOGUES.stream().anyMatch(text::startsWith)) {
      return "catalogue";
    }
    return switch (text) {
      case "or", "and", "xor" -> logic(place, quoted);
      case "union", "intersect", "except", "minus" ->
          SqlShapes.united(place) ? "union-select" : null;
      case "select" -> SqlShapes.selected(place) ? "select" : null;
      case "waitfor" ->
          place.token(1).is("delay", "time") && place.token(2).isLiteral() ? "waitfor" : null;
      case "into" ->
          place.token(1).is("outfile", "dumpfile") || place.token(1).is(Kind.VARIABLE)
              ? "into-file"
              : null;
      case "where" -> SqlComparison.numbersCompared(place.ahead(1).pastSigns()) ? "where" : null;
      case "in" ->
          quoted && place.token(1).is("boolean") && place.token(2).is("mode")
              ? "text-search"
              : null;
      case "create" -> SqlShapes.created(place) ? "create-object" : null;
      case "having" -> SqlShapes.having(place) ? "having" : null;
      case "procedure" -> place.token(1).is("analyse") ? "procedure" : null;
      case "order", "group" -> SqlShapes.ordered(place, quoted) ? text + "-by" : null;
      case "case" -> SqlShapes.cased(place) ? "case-when" : null;
      case "exec", "execute" -> SqlShapes.executed(place) ? "execute" : null;
      case "declare" ->
          place.token(1).is(Kind.VARIABLE) && place.token(2).kind() == Kind.WORD ? "declare" : null;
      case "drop", "truncate", "alter" ->
          quoted || place.index() == 0 ? SqlShapes.destroyed(place) : null;
      case "insert", "delete" -> SqlShapes.written(place) ? text : null;
      case "update" ->
          place.token(1).is(Kind.WORD) && place.token(2).is("set") && place.token(4).is("=")
              ? text
              : null;
      case "if", "iif" ->
          place.isCall() && SqlComparison.compares(place.ahead(2)) && place.contains(Kind.COMMA, 9)
              ? "condition"
              : null;
      default -> SqlShapes.called(place) ? "function" : null;
    };
  }

  /** OR or AND with something that is true or false, behind a value. */
  private static @Nullable String logic(SqlPlace place, boolean quoted) {
    SqlPlace next = place.ahead(1).pastSigns();
    boolean behind = place.index() == 0 || place.isBehindValue();
    if (next.token(0).is("if", "iif", "case", "exists", "select", "sleep", "not")
        && next.token(1).is(Kind.OPEN)) {
      return "logic";
    }
    if (SqlComparison.compares(next)) {
      boolean plain = quoted || place.index() == 0 || place.isBehindNumberAlone();
      boolean alone = next.comparesLiterals() && !place.isBehindSum();
      return (behind && plain && !place.isBehindSum()) || alone ? "tautology" : null;
    }
    boolean first = quoted && place.isRightBehindQuote();
    if (first && next.token(0).isLiteral() && (next.token(1).is(Kind.COMMENT) || next.isLast())) {
      return "tautology";
    }
    return behind && next.isCall() && SqlVocabulary.FUNCTIONS.contains(next.token(0).text())
        ? "logic"
        : null;
  }
}
