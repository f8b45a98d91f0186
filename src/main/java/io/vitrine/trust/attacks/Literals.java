package io.vitrine.trust.attacks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words one of which stands in every text that a pattern matches, so that a text without any need
 * not be tried. Reads the part of RE2's syntax that the rules use: groups, alternatives, classes,
 * repetitions and escapes; what it cannot tell makes the list longer or empty, never wrong.
 */
final class Literals {

  private static final int MOST = 400;

  private final String pattern;
  private int at;

  private Literals(String pattern) {
    this.pattern = pattern;
  }

  /** In lower case; empty when any text has to be tried. */
  static List<String> of(String pattern) {
    Set<String> words = new Literals(pattern).alternatives();
    return words.size() > MOST ? List.of() : List.copyOf(words);
  }

  /** The union of what the alternatives need; empty when one of them needs nothing. */
  private Set<String> alternatives() {
    Set<String> all = new HashSet<>();
    boolean free = false;
    while (true) {
      Set<String> one = sequence();
      free |= one.isEmpty();
      all.addAll(one);
      if (at >= pattern.length() || pattern.charAt(at) == ')') {
        return free ? Set.of() : all;
      }
      at++;
    }
  }

  /** The part of a sequence that says most. */
  private Set<String> sequence() {
    Set<String> best = Set.of();
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      int before = at;
      Set<String> part = part();
      boolean optional = isOptional();
      String sign = sign(before, part);
      if (sign != null && !optional && !repeated(before)) {
        run.append(sign);
        continue;
      }
      best = better(best, flushed(run));
      if (!optional) {
        best = better(best, part);
      }
    }
    return better(best, flushed(run));
  }

  private static Set<String> flushed(StringBuilder run) {
    Set<String> word = run.isEmpty() ? Set.of() : Set.of(run.toString());
    run.setLength(0);
    return word;
  }

  /** The one sign that a part is, or null when it is a group or several. */
  private static @Nullable String sign(int before, Set<String> part) {
    return part.size() == 1 && before >= 0 && part.iterator().next().length() == 1
        ? part.iterator().next()
        : null;
  }

  private boolean repeated(int before) {
    char last = pattern.charAt(at - 1);
    boolean sign = "+}*?".indexOf(last) >= 0;
    return sign && (at - before > 2 || (at - before > 1 && pattern.charAt(before) != '\\'));
  }

  private Set<String> part() {
    char sign = pattern.charAt(at);
    return switch (sign) {
      case '(' -> group();
      case '[' -> ofClass();
      case '\\' -> escaped();
      case '.', '^', '$' -> nothing();
      default -> one(sign);
    };
  }

  private Set<String> nothing() {
    at++;
    return Set.of();
  }

  private Set<String> one(char sign) {
    at++;
    return Set.of(String.valueOf(sign).toLowerCase(Locale.ROOT));
  }

  private Set<String> group() {
    at += pattern.startsWith("(?:", at) ? 3 : 1;
    Set<String> inner = alternatives();
    at++;
    return inner;
  }

  /** Each sign of a small class is a word; of a large or negated one nothing can be said. */
  private Set<String> ofClass() {
    boolean negated = pattern.charAt(at + 1) == '^';
    at += negated ? 2 : 1;
    Set<String> signs = new HashSet<>();
    boolean wide = negated;
    while (pattern.charAt(at) != ']') {
      boolean range = pattern.charAt(at + 1) == '-' && pattern.charAt(at + 2) != ']';
      if (range) {
        wide = true;
        at += 3;
        continue;
      }
      Set<String> sign = pattern.charAt(at) == '\\' ? escaped() : one(pattern.charAt(at));
      wide |= sign.isEmpty();
      signs.addAll(sign);
      wide |= pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
    }
    at++;
    return wide ? Set.of() : signs;
  }

  private Set<String> escaped() {
    char kind = pattern.charAt(at + 1);
    if (kind == 'x') {
      char sign = (char) Integer.parseInt(pattern.substring(at + 2, at + 4), 16);
      at += 4;
      return Set.of(String.valueOf(sign).toLowerCase(Locale.ROOT));
    }
    at += 2;
    return switch (kind) {
      case 's', 'S', 'w', 'W', 'd', 'D', 'b', 'B' -> Set.of();
      case 'n' -> Set.of("\n");
      case 'r' -> Set.of("\r");
      case 't' -> Set.of("\t");
      default -> Set.of(String.valueOf(kind).toLowerCase(Locale.ROOT));
    };
  }

  /** Passes over a repetition, and says whether it allows none. */
  private boolean isOptional() {
    boolean optional = false;
    if (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
      char kind = pattern.charAt(at);
      optional = kind == '*' || kind == '?' || pattern.startsWith("{0", at);
      at = kind == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
      if (at < pattern.length() && pattern.charAt(at) == '?') {
        at++;
      }
    }
    return optional;
  }

  /** Longer words are rarer in texts; of equal ones the fewer. */
  private static Set<String> better(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    int byLength = Integer.compare(worth(one), worth(other));
    boolean first = byLength == 0 ? one.size() <= other.size() : byLength > 0;
    return first ? one : other;
  }

  /** What the shortest word weighs; quotes, slashes and the like are in many texts. */
  private static int worth(Set<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  /** For tests: all in an order. */
  static List<String> sorted(String pattern) {
    List<String> words = new ArrayList<>(of(pattern));
    words.sort(String::compareTo);
    return words;
  }
}
