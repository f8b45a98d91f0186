package io.vitrine.trust.attacks;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Patterns with names, tried in their order; the first of each class that holds is its evidence.
 * They run in time linear to the text, whatever the text is, and only where a word occurs without
 * which they cannot match (see {@link Literals}), so that most texts cost one pass. A text that is
 * longer than {@value #WHOLE} signs is looked at in pieces that overlap; each rule is tried on the
 * first {@value #MOST_TRIES} pieces that have one of its words, and on the last, so that the work
 * is bounded and what is hidden behind much prose is found all the same.
 */
final class Rules implements Language {

  private static final int WHOLE = 2_000;
  private static final int PIECE = 1_000;
  private static final int OVERLAP = 200;
  private static final int MOST_TRIES = 2;

  private record Rule(AttackClass kind, String name, Pattern pattern) {}

  private final AttackClass kind;
  private final List<Rule> rules;
  private final BitSet always = new BitSet();
  private final WordFinder finder;

  private Rules(AttackClass kind, List<Rule> rules, List<List<String>> words) {
    this.kind = kind;
    this.rules = List.copyOf(rules);
    this.finder = new WordFinder(words);
    for (int i = 0; i < words.size(); i++) {
      always.set(i, words.get(i).isEmpty());
    }
  }

  /** Begins rules that are of one class unless they say otherwise. */
  static Writing of(AttackClass kind) {
    return new Writing(kind);
  }

  @Override
  public List<Evidence> judge(String text) {
    if (text.length() <= WHOLE) {
      return matches(text, candidates(text));
    }
    List<Evidence> found = new ArrayList<>();
    int[] tries = new int[rules.size()];
    int from = 0;
    while (from + PIECE < text.length()) {
      String piece = text.substring(from, from + PIECE);
      BitSet candidates = candidates(piece);
      for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
        candidates.set(i, tries[i]++ < MOST_TRIES);
      }
      found.addAll(matches(piece, candidates));
      from += PIECE - OVERLAP;
    }
    String last = text.substring(text.length() - PIECE);
    found.addAll(matches(last, candidates(last)));
    return found;
  }

  private BitSet candidates(String text) {
    BitSet candidates = finder.in(text);
    candidates.or(always);
    return candidates;
  }

  private List<Evidence> matches(String text, BitSet candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<Evidence> found = new ArrayList<>();
    Set<AttackClass> seen = EnumSet.noneOf(AttackClass.class);
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Rule rule = rules.get(i);
      Matcher matcher = rule.pattern().matcher(text);
      if (!seen.contains(rule.kind()) && matcher.find()) {
        seen.add(rule.kind());
        found.add(new Evidence(rule.kind(), rule.name(), matcher.group()));
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return kind + " and " + rules.size() + " rules";
  }

  /** Rules in the making. */
  static final class Writing {

    private final AttackClass kind;
    private final List<Rule> rules = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();

    private Writing(AttackClass kind) {
      this.kind = kind;
    }

    /** Adds a rule: a pattern of RE2, letters of either case. */
    Writing add(String name, String pattern) {
      return add(kind, name, pattern);
    }

    /** Adds a rule of another class than the rest. */
    Writing add(AttackClass other, String name, String pattern) {
      Pattern compiled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
      rules.add(new Rule(other, name, compiled));
      words.add(Literals.of(pattern));
      return this;
    }

    Rules ready() {
      return new Rules(kind, rules, words);
    }
  }
}
