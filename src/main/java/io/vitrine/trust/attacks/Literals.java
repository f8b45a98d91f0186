package io.vitrine.trust.attacks;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** Longer words are rarer in texts; of equal ones the fewer. */
  private static final Comparator<Set<String>> MOST_TELLING =
      Comparator.<Set<String>>comparingInt(words -> -worth(words)).thenComparingInt(Set::size);

  private final String pattern;
  private int at;

  private Literals(String pattern) {
    this.pattern = pattern;
  }

  /**
   * What has to be there at once.
   *
   * @param first words one of which stands in every text that matches; empty when it may be any
   * @param second the same for another part of the pattern
   */
  record Needs(List<String> first, List<String> second) {}

  /** In lower case; empty when any text has to be tried. */
  static List<String> of(String pattern) {
    return needs(pattern).first();
  }

  /** What two parts of the pattern need, that which says more first. */
  static Needs needs(String pattern) {
    Pair words = new Literals(pattern).alternatives();
    return new Needs(kept(words.first()), kept(words.second()));
  }

  private static List<String> kept(Set<String> words) {
    return words.size() > MOST ? List.of() : List.copyOf(words);
  }

  private record Pair(Set<String> first, Set<String> second) {

    static final Pair NONE = new Pair(Set.of(), Set.of());

    static Pair of(Set<String> words) {
      return new Pair(words, Set.of());
    }
  }

  /** The unions of what the alternatives need; empty when one of them needs nothing. */
  private Pair alternatives() {
    Set<String> first = new HashSet<>();
    Set<String> second = new HashSet<>();
    boolean free = false;
    boolean half = false;
    while (true) {
      Pair one = sequence();
      free |= one.first().isEmpty();
      half |= one.second().isEmpty();
      first.addAll(one.first());
      second.addAll(one.second());
      if (at >= pattern.length() || pattern.charAt(at) == ')') {
        return new Pair(free ? Set.of() : first, free || half ? Set.of() : second);
      }
      at++;
    }
  }

  /** The two parts of a sequence that say most. */
  private Pair sequence() {
    List<Set<String>> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      int before = at;
      Pair part = part();
      boolean optional = isOptional();
      String sign = sign(before, part.first());
      if (sign != null && !optional && !repeated(before)) {
        run.append(sign);
        continue;
      }
      parts.add(flushed(run));
      if (!optional) {
        parts.add(part.first());
        parts.add(part.second());
      }
    }
    parts.add(flushed(run));
    parts.removeIf(Set::isEmpty);
    parts.sort(MOST_TELLING);
    return new Pair(
        parts.isEmpty() ? Set.of() : parts.getFirst(), parts.size() < 2 ? Set.of() : parts.get(1));
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
    int least = pattern.charAt(before) == '\\' ? 2 : 1;
    return at - before > least && "+}*?".indexOf(last) >= 0;
  }

  private Pair part() {
    char sign = pattern.charAt(at);
    return switch (sign) {
      case '(' -> group();
      case '[' -> Pair.of(ofClass());
      case '\\' -> Pair.of(escaped());
      case '.', '^', '$' -> nothing();
      default -> Pair.of(one(sign));
    };
  }

  private Pair nothing() {
    at++;
    return Pair.NONE;
  }

  private Set<String> one(char sign) {
    at++;
    return Set.of(String.valueOf(sign).toLowerCase(Locale.ROOT));
  }

  private Pair group() {
    at += pattern.startsWith("(?:", at) ? 3 : 1;
    Pair inner = alternatives();
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
