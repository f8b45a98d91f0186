package io.vitrine.trust.attacks;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns with names, tried in their order. They run in time linear to the text, whatever the text
 * is. A rule may name signs without one of which it cannot match, so that most texts are passed
 * over at once.
 */
final class Rules implements Language {

  private record Rule(AttackClass kind, String name, String signs, Pattern pattern) {}

  private final AttackClass kind;
  private final List<Rule> rules = new ArrayList<>();

  Rules(AttackClass kind) {
    this.kind = kind;
  }

  /**
   * Adds a rule.
   *
   * @param signs one of these has to occur, or any text will do when empty
   * @param pattern of RE2, letters of either case
   */
  Rules add(String name, String signs, String pattern) {
    return add(kind, name, signs, pattern);
  }

  /** Adds a rule of another class than the rest. */
  Rules add(AttackClass other, String name, String signs, String pattern) {
    rules.add(new Rule(other, name, signs, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)));
    return this;
  }

  @Override
  public @Nullable Evidence judge(String text) {
    for (Rule rule : rules) {
      if (!hasAny(text, rule.signs())) {
        continue;
      }
      Matcher matcher = rule.pattern().matcher(text);
      if (matcher.find()) {
        return new Evidence(rule.kind(), rule.name(), matcher.group());
      }
    }
    return null;
  }

  private static boolean hasAny(String text, String signs) {
    if (signs.isEmpty()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (signs.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
