package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;
import org.jspecify.annotations.Nullable;

/** What follows right behind the quote that closes a value's string. */
final class SqlBreakOut {

  private static final int SHORT = 4;

  private SqlBreakOut() {}

  static @Nullable String comment(SqlPlace place, boolean broken) {
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
  static @Nullable String behindQuote(SqlPlace place) {
    SqlPlace next = place.ahead(1).pastClosing();
    SqlToken token = next.token(0);
    if (token.is(Kind.OPERATOR)) {
      return operatorBehindQuote(next);
    }
    boolean word = token.is(Kind.WORD) && SqlVocabulary.WORD_COMPARISONS.contains(token.text());
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
    boolean call = right.isCall() && SqlVocabulary.FUNCTIONS.contains(right.token(0).text());
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
