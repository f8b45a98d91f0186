package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place among tokens; behind either end stands nothing. */
record SqlPlace(List<SqlToken> tokens, int index) {

  private static final SqlToken NOTHING = new SqlToken(Kind.CLOSE, "", -1, false);

  /** The token so far ahead, or behind when negative. */
  SqlToken token(int ahead) {
    int i = index + ahead;
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
  }

  SqlPlace ahead(int count) {
    return new SqlPlace(tokens, index + count);
  }

  int size() {
    return tokens.size();
  }

  /** Whether nothing follows this token. */
  boolean isLast() {
    return index >= tokens.size() - 1;
  }

  /** A word with a bracket right behind it. */
  boolean isCall() {
    SqlToken name = token(0);
    SqlToken open = token(1);
    return name.is(Kind.WORD)
        && open.is(Kind.OPEN)
        && open.at() == name.at() + name.text().length();
  }

  /** Signs, NOT and brackets before an operand. */
  SqlPlace pastSigns() {
    SqlPlace place = this;
    while (place.index < tokens.size()
        && (place.token(0).is("-", "+", "!", "~", "not", "binary")
            || place.token(0).is(Kind.OPEN) && !place.token(1).is("select"))) {
      place = place.ahead(1);
    }
    return place;
  }

  SqlPlace pastClosing() {
    SqlPlace place = this;
    while (place.index < tokens.size() && place.token(0).is(Kind.CLOSE)) {
      place = place.ahead(1);
    }
    return place;
  }

  boolean isOperand() {
    return index < tokens.size()
        && (token(0).isLiteral() || token(0).is(Kind.VARIABLE) || token(0).is(Kind.WORD));
  }

  /** The place behind an operand with its brackets, or null when none stands here. */
  @Nullable SqlPlace pastOperand() {
    if (token(0).is(Kind.OPEN) && token(1).is("select")) {
      return pastBrackets(this);
    }
    if (!isOperand()) {
      return null;
    }
    SqlPlace behind = isCall() ? pastBrackets(ahead(1)) : ahead(1).pastClosing();
    if (behind == null || !behind.token(0).is("+", "-", "*", "/", "%", "||")) {
      return behind;
    }
    return behind.ahead(1).pastSigns().pastOperand();
  }

  /** Whether a number, with signs and brackets, is all that stands before this token. */
  boolean isBehindNumberAlone() {
    boolean number = false;
    for (int i = 0; i < index; i++) {
      SqlToken token = tokens.get(i);
      number |= token.is(Kind.NUMBER) || token.is(Kind.STRING);
      boolean sign = token.is("-", "+") || token.is(Kind.CLOSE) || token.is(Kind.OPEN);
      if (!sign && !token.isLiteral()) {
        return false;
      }
    }
    return number;
  }

  private static @Nullable SqlPlace pastBrackets(SqlPlace open) {
    int depth = 0;
    for (int i = 0; open.index + i < open.tokens.size(); i++) {
      if (open.token(i).is(Kind.OPEN)) {
        depth++;
      }
      if (open.token(i).is(Kind.CLOSE) && --depth == 0) {
        return open.ahead(i + 1);
      }
    }
    return null;
  }

  /** Whether a value ends right before this token, brackets between them or not. */
  boolean isBehindValue() {
    int i = index - 1;
    while (i > 0 && tokens.get(i).is(Kind.CLOSE)) {
      i--;
    }
    return i >= 0 && (tokens.get(i).isLiteral() || tokens.get(i).is(Kind.CLOSE));
  }

  /** Whether only brackets stand between the closed string at the beginning and this token. */
  boolean isRightBehindQuote() {
    int i = index - 1;
    while (i > 0 && (tokens.get(i).is(Kind.CLOSE) || tokens.get(i).is(Kind.SEMICOLON))) {
      i--;
    }
    return i == 0 && index > 0;
  }

  /** Whether a string ended so many tokens ago. */
  boolean isBehindQuoteBy(int count) {
    return token(-count).is(Kind.STRING);
  }

  boolean comparesLiterals() {
    return token(0).isLiteral() && token(2).isLiteral() && token(0).kind() == token(2).kind();
  }

  boolean has(String word) {
    return find(word, tokens.size()) != null;
  }

  boolean has(Kind kind) {
    return contains(kind, tokens.size());
  }

  boolean contains(Kind kind, int within) {
    for (int i = 1; i <= within && index + i < tokens.size(); i++) {
      if (token(i).is(kind)) {
        return true;
      }
    }
    return false;
  }

  /** The place of a word ahead, at most so far. */
  @Nullable SqlPlace find(String word, int within) {
    for (int i = 1; i <= within && index + i < tokens.size(); i++) {
      if (token(i).is(word)) {
        return ahead(i);
      }
    }
    return null;
  }

  /** Of FROM: whether a table's name follows and then an end or more of the statement. */
  boolean endsStatement() {
    SqlToken after = token(2);
    boolean end = index + 2 >= tokens.size();
    return token(1).is(Kind.WORD)
        && (end && token(1).text().length() > 2
            || after.is(Kind.COMMENT)
            || after.is(Kind.CLOSE) && !end
            || after.is(Kind.SEMICOLON)
            || after.is("where", "limit", "union", "join", "inner")
            || after.is("order", "group") && token(3).is("by"));
  }
}
