package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text read as a piece of SQL, from outside of a string or from within one. Comments that end
 * stand for a blank, as they do in the databases, unless MySQL would run what is in them.
 */
final class SqlReading {

  private static final String OPERATORS = "=<>!|&+-*/%^~";

  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;
  private int lastSign = -1;

  private SqlReading(String text) {
    this.text = text;
  }

  /** As it stands. */
  static List<SqlToken> outside(String text) {
    return new SqlReading(text).read();
  }

  /**
   * As it stands behind an open quote; empty when the text does not close it.
   *
   * @param quote the sign that opened the string
   */
  static List<SqlToken> within(String text, char quote) {
    if (text.indexOf(quote) < 0) {
      return List.of();
    }
    SqlReading reading = new SqlReading(text);
    reading.at = -1;
    reading.string(quote);
    return reading.tokens.getFirst().closed() ? reading.read() : List.of();
  }

  private List<SqlToken> read() {
    while (at < text.length()) {
      next();
    }
    return tokens;
  }

  private void next() {
    char sign = text.charAt(at);
    if (sign <= ' ' || sign == '\u00a0' || sign == '\ufffd' || Character.isWhitespace(sign)) {
      at++;
      return;
    }
    switch (sign) {
      case '\'', '"' -> string(sign);
      case '`', '[', ']', '{', '}' -> at++;
      case '(' -> one(Kind.OPEN);
      case ')' -> one(Kind.CLOSE);
      case ',' -> one(Kind.COMMA);
      case ';' -> one(Kind.SEMICOLON);
      case '#' -> lineComment(1);
      case '@' -> variable();
      default -> longer(sign);
    }
  }

  private void longer(char sign) {
    if (text.startsWith("--", at)) {
      lineComment(2);
      return;
    }
    if (text.startsWith("/*", at)) {
      comment();
      return;
    }
    if (Character.isDigit(sign) || (sign == '.' && digitAt(at + 1))) {
      number();
      return;
    }
    if (isWordSign(sign)) {
      word();
      return;
    }
    if (OPERATORS.indexOf(sign) >= 0) {
      operator();
      return;
    }
    if (text.startsWith("::", at)) {
      cast();
      return;
    }
    at++;
  }

  /** A type behind two colons changes nothing about what stands before it. */
  private void cast() {
    at += 2;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
  }

  private void one(Kind kind) {
    tokens.add(new SqlToken(kind, text.substring(at, at + 1), at, true));
    at++;
  }

  private void string(char quote) {
    int start = at;
    int i = at + 1;
    while (i < text.length()) {
      char sign = text.charAt(i);
      if (sign == '\\' && start >= 0) {
        i += 2;
        continue;
      }
      if (sign == quote && i + 1 < text.length() && text.charAt(i + 1) == quote && start >= 0) {
        i += 2;
        continue;
      }
      if (sign == quote) {
        break;
      }
      i++;
    }
    int end = Math.min(i, text.length());
    boolean closed = i < text.length();
    tokens.add(
        new SqlToken(Kind.STRING, text.substring(start + 1, end), Math.max(start, 0), closed));
    at = end + 1;
  }

  /** One that ends before the text does stands for a blank. */
  private void lineComment(int signs) {
    int end = text.indexOf('\n', at);
    int last = end < 0 ? text.length() : end;
    if (end >= 0 && end < lastSign()) {
      at = end + 1;
      return;
    }
    tokens.add(new SqlToken(Kind.COMMENT, text.substring(at + signs, last), at, end >= 0));
    at = last + 1;
  }

  /** Index of the last sign that is no blank. */
  private int lastSign() {
    if (lastSign < 0) {
      lastSign = text.stripTrailing().length() - 1;
    }
    return lastSign;
  }

  private void comment() {
    int end = text.indexOf("*/", at + 2);
    if (text.startsWith("/*!", at)) {
      tokens.add(new SqlToken(Kind.COMMENT, "!", at, true));
      at += 3;
      while (digitAt(at)) {
        at++;
      }
      return;
    }
    if (end < 0) {
      tokens.add(new SqlToken(Kind.COMMENT, text.substring(at + 2), at, false));
      at = text.length();
      return;
    }
    at = end + 2;
  }

  private void number() {
    int start = at;
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      at += 2;
      while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
        at++;
      }
    }
    while (digitAt(at) || (at < text.length() && text.charAt(at) == '.')) {
      at++;
    }
    boolean exponent =
        at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E') && digitAt(at + 1);
    if (exponent) {
      at++;
      while (digitAt(at)) {
        at++;
      }
    }
    boolean bare = text.startsWith("e(", at) || text.startsWith("E(", at);
    if (bare && text.charAt(at - 1) == '.') {
      at++;
    }
    tokens.add(new SqlToken(Kind.NUMBER, text.substring(start, at), start, true));
  }

  private void word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    boolean prefix = at < text.length() && text.charAt(at) == '\'' && isStringPrefix(word);
    if (!prefix) {
      tokens.add(new SqlToken(Kind.WORD, word, start, true));
    }
  }

  /** N'text', x'414243' and the like are strings. */
  private static boolean isStringPrefix(String word) {
    return word.equals("n") || word.equals("x") || word.equals("b") || word.equals("_utf8");
  }

  private void variable() {
    int start = at;
    if (text.startsWith("@>", at)) {
      tokens.add(new SqlToken(Kind.OPERATOR, "@>", start, true));
      at += 2;
      return;
    }
    while (at < text.length() && (text.charAt(at) == '@' || isWordPart(text.charAt(at)))) {
      at++;
    }
    String name = text.substring(start, at).toLowerCase(Locale.ROOT);
    tokens.add(new SqlToken(Kind.VARIABLE, name, start, true));
  }

  private void operator() {
    int start = at;
    while (at < text.length() && at - start < 3 && OPERATORS.indexOf(text.charAt(at)) >= 0) {
      if (at > start && (text.startsWith("--", at) || text.startsWith("/*", at))) {
        break;
      }
      boolean sign = text.charAt(at) == '-' || text.charAt(at) == '+' || text.charAt(at) == '~';
      if (at > start && sign) {
        break;
      }
      at++;
    }
    if (text.startsWith("@", at) && text.charAt(at - 1) == '<') {
      at++;
    }
    tokens.add(new SqlToken(Kind.OPERATOR, text.substring(start, at), start, true));
  }

  private boolean digitAt(int index) {
    return index < text.length() && index >= 0 && Character.isDigit(text.charAt(index));
  }

  private static boolean isWordSign(char sign) {
    return Character.isLetter(sign) || sign == '_' || sign == '$';
  }

  private static boolean isWordPart(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$' || sign == '.';
  }
}
