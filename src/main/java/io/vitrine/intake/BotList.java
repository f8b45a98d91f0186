package io.vitrine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recognises robots by the list of crawler-user-agents. Almost all of its patterns are plain words,
 * which are looked for in one pass; the few others may have at most one unbounded repetition each,
 * so that no text can make them take more than the square of its length.
 */
final class BotList {

  private static final String FILE = "crawler-user-agents.json";

  private final LiteralMatcher words;
  private final List<Pattern> expressions;

  private BotList(List<String> words, List<String> expressions) {
    this.words = LiteralMatcher.of(words);
    this.expressions = expressions.stream().map(Pattern::compile).toList();
  }

  /** The list that ships with the product. */
  static BotList shipped() {
    try (InputStream file = Objects.requireNonNull(BotList.class.getResourceAsStream(FILE), FILE)) {
      List<String> patterns = new ArrayList<>();
      for (JsonNode entry : JsonMapper.shared().readTree(file)) {
        patterns.add(entry.get("pattern").stringValue());
      }
      return of(patterns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A list of patterns.
   *
   * @throws IllegalArgumentException for a pattern that a text could make slow
   */
  static BotList of(List<String> patterns) {
    List<String> words = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (String pattern : patterns) {
      String word = word(pattern);
      if (word.isEmpty()) {
        expressions.add(bounded(pattern));
      } else {
        words.add(word);
      }
    }
    return new BotList(words, expressions);
  }

  boolean isBot(String userAgent) {
    return words.isIn(userAgent)
        || expressions.stream().anyMatch(expression -> expression.matcher(userAgent).find());
  }

  /** The word that a pattern stands for, or nothing when it is more than a word. */
  private static String word(String pattern) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean escaped = c == '\\' && i + 1 < pattern.length();
      c = escaped ? pattern.charAt(++i) : c;
      if (c >= 127 || (escaped ? Character.isLetterOrDigit(c) : "^$.*+?()[]{}|".indexOf(c) >= 0)) {
        return "";
      }
      word.append(c);
    }
    return word.toString();
  }

  private static String bounded(String pattern) {
    long repetitions =
        pattern
            .replaceAll("\\\\.|\\[[^]]*]", "x")
            .chars()
            .filter(c -> c == '*' || c == '+')
            .count();
    if (repetitions > 2 || pattern.contains("{")) {
      throw new IllegalArgumentException("a text could make this pattern slow: " + pattern);
    }
    return pattern;
  }
}
