package io.vitrine.trust.attacks;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Patterns with names, tried in their order; the first of each class that holds is its evidence.
 *
 * <p>One pass over the text tells in which blocks of {@value #BLOCK} signs a rule has the words
 * without which it cannot match (see {@link Literals}); most texts have none. Only around those
 * blocks the rule is run, as a {@link Scan}, in one step a sign. Where that says yes, RE2 says
 * which words they are. So every sign of a text is covered, however long it is, and nothing takes
 * longer than its length lets expect.
 */
final class Rules implements Language {

  /** A text up to here is one block. */
  private static final int WHOLE = 2_048;

  private static final int BLOCK = 1_024;

  /** Blocks that one run looks for words in; it reads one more on either side. */
  private static final int COVERED = 3;

  /**
   * After so many runs that RE2 does not confirm, a text that goes on like that is taken for it.
   */
  private static final int MOST_DOUBTS = 3;

  private record Rule(AttackClass kind, String name, Pattern pattern, Supplier<Scan> scan) {}

  private final AttackClass kind;
  private final List<Rule> rules;

  /** Finds words by group: 2 n and 2 n + 1 are what two parts of rule n need. */
  private final WordFinder finder;

  /** Groups without a word. */
  private final BitSet free = new BitSet();

  private Rules(AttackClass kind, List<Rule> rules, List<List<String>> words) {
    this.kind = kind;
    this.rules = List.copyOf(rules);
    this.finder = new WordFinder(words);
    for (int i = 0; i < words.size(); i++) {
      free.set(i, words.get(i).isEmpty());
    }
  }

  /** Begins rules that are of one class unless they say otherwise. */
  static Writing of(AttackClass kind) {
    return new Writing(kind);
  }

  List<Evidence> judge(String text) {
    return judge(text, new Effort());
  }

  @Override
  public List<Evidence> judge(String text, Effort effort) {
    effort.spend(text.length());
    int block = text.length() <= WHOLE ? WHOLE : BLOCK;
    List<BitSet> blocks = finder.inBlocks(text, block);
    BitSet all = union(blocks);
    List<Evidence> found = new ArrayList<>();
    Set<AttackClass> seen = EnumSet.noneOf(AttackClass.class);
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (!all.get(2 * i) || !all.get(2 * i + 1) || seen.contains(rule.kind())) {
        continue;
      }
      String words = new Run(rule, i, text, effort).words(blocks);
      if (words != null) {
        seen.add(rule.kind());
        found.add(new Evidence(rule.kind(), rule.name(), words));
      }
    }
    return found;
  }

  /** Groups with a word in some blocks, and those that need none. */
  private BitSet union(List<BitSet> blocks) {
    BitSet union = (BitSet) free.clone();
    blocks.forEach(union::or);
    return union;
  }

  @Override
  public String toString() {
    return kind + " and " + rules.size() + " rules";
  }

  /** One rule on its way through one text. */
  private final class Run {

    private final Rule rule;
    private final int number;
    private final String text;
    private final Effort effort;
    private int doubts;

    private Run(Rule rule, int number, String text, Effort effort) {
      this.rule = rule;
      this.number = number;
      this.text = text;
      this.effort = effort;
    }

    /** The words on which the rule holds, or null. */
    private @Nullable String words(List<BitSet> blocks) {
      if (text.length() <= WHOLE) {
        return words(0, text.length());
      }
      int block = 0;
      while (block < blocks.size()) {
        if (!has(blocks.get(block), 2 * number)) {
          block++;
          continue;
        }
        int first = Math.max(0, block - 1);
        int behind = Math.min(blocks.size(), block + COVERED + 1);
        String words =
            hasSecond(blocks.subList(first, behind))
                ? words(first * BLOCK, Math.min(text.length(), behind * BLOCK))
                : null;
        if (words != null) {
          return words;
        }
        block += COVERED;
      }
      return null;
    }

    private boolean has(BitSet block, int group) {
      return free.get(group) || block.get(group);
    }

    private boolean hasSecond(List<BitSet> blocks) {
      for (BitSet block : blocks) {
        if (has(block, 2 * number + 1)) {
          return true;
        }
      }
      return false;
    }

    private @Nullable String words(int from, int to) {
      effort.spend(to - from);
      if (!rule.scan().get().finds(text, from, to)) {
        return null;
      }
      effort.spend(to - from);
      String stretch = text.substring(from, to);
      Matcher matcher = rule.pattern().matcher(stretch);
      if (matcher.find()) {
        return matcher.group();
      }
      doubts++;
      return doubts == MOST_DOUBTS ? stretch.strip() : null;
    }
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
      rules.add(new Rule(other, name, compiled, new Once(pattern)));
      Literals.Needs needs = Literals.needs(pattern);
      words.add(needs.first());
      words.add(needs.second());
      return this;
    }

    Rules ready() {
      return new Rules(kind, rules, words);
    }
  }

  /** Makes a scan when it is first needed: the start of the program needs none. */
  private static final class Once implements Supplier<Scan> {

    private final String pattern;
    private volatile @Nullable Scan scan;

    private Once(String pattern) {
      this.pattern = pattern;
    }

    @Override
    public Scan get() {
      Scan made = scan;
      if (made == null) {
        made = Scan.of(pattern);
        scan = made;
      }
      return made;
    }
  }
}
