package io.vitrine.trust.attacks;

/**
 * A word of SQL.
 *
 * @param kind what it is
 * @param text in lower case; of a string its content
 * @param at index of its first sign
 * @param closed whether a string or comment has its end
 */
record SqlToken(Kind kind, String text, int at, boolean closed) {

  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    VARIABLE,
    OPERATOR,
    OPEN,
    CLOSE,
    COMMA,
    SEMICOLON,
    COMMENT
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean is(String... words) {
    if (kind != Kind.WORD && kind != Kind.OPERATOR) {
      return false;
    }
    for (String word : words) {
      if (text.equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** A value that stands for itself. */
  boolean isLiteral() {
    return kind == Kind.NUMBER || kind == Kind.STRING || is("null", "true", "false");
  }
}
