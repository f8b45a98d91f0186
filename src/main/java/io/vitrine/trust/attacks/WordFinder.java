package io.vitrine.trust.attacks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Says in one pass over a text which of many groups of words have a word in it (Aho and Corasick,
 * "Efficient string matching", 1975). Letters of either case are the same. Signs beyond Latin 1 are
 * in no word.
 */
final class WordFinder {

  private static final int SIGNS = 256;
  private static final int[] NONE = {};

  /** Next state by state and sign. */
  private final int[] next;

  /** Groups of the words that end at a state. */
  private final int[][] ends;

  private final int groups;

  /**
   * Learns words.
   *
   * @param groups words of each group, in lower case
   */
  WordFinder(List<List<String>> groups) {
    Tree tree = new Tree();
    for (int group = 0; group < groups.size(); group++) {
      for (String word : groups.get(group)) {
        tree.add(word, group);
      }
    }
    tree.link();
    this.next = tree.table();
    this.ends = tree.ends.stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    for (int i = 0; i < ends.length; i++) {
      ends[i] = ends[i].length == 0 ? NONE : ends[i];
    }
    this.groups = groups.size();
  }

  /** Groups with a word in the text. */
  BitSet in(String text) {
    BitSet found = new BitSet(groups);
    pass(text, 0, text.length(), 0, found);
    return found;
  }

  /**
   * Groups with a word in each block of a text. A word that reaches into the next block is in that
   * one.
   *
   * @param length of a block; the last may be shorter
   */
  List<BitSet> inBlocks(String text, int length) {
    List<BitSet> blocks = new ArrayList<>();
    int state = 0;
    for (int from = 0; from < text.length(); from += length) {
      BitSet found = new BitSet(groups);
      state = pass(text, from, Math.min(text.length(), from + length), state, found);
      blocks.add(found);
    }
    return blocks;
  }

  private int pass(String text, int from, int to, int begin, BitSet found) {
    int state = begin;
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      if (sign >= SIGNS) {
        state = 0;
        continue;
      }
      state = next[state * SIGNS + (sign >= 'A' && sign <= 'Z' ? sign + 32 : sign)];
      for (int group : ends[state]) {
        found.set(group);
      }
    }
    return state;
  }

  /** The words as a tree whose nodes become states. */
  private static final class Tree {

    private final List<int[]> children = new ArrayList<>();
    private final List<BitSet> ends = new ArrayList<>();

    private Tree() {
      node();
    }

    private int node() {
      int[] none = new int[SIGNS];
      Arrays.fill(none, -1);
      children.add(none);
      ends.add(new BitSet());
      return children.size() - 1;
    }

    private void add(String word, int group) {
      if (word.chars().anyMatch(sign -> sign >= SIGNS)) {
        throw new IllegalArgumentException(word + " has a sign beyond Latin 1");
      }
      int at = 0;
      for (int i = 0; i < word.length(); i++) {
        char sign = word.charAt(i);
        if (children.get(at)[sign] < 0) {
          children.get(at)[sign] = node();
        }
        at = children.get(at)[sign];
      }
      ends.get(at).set(group);
    }

    /** Leads every missing child to where the longest ending of the way here would be. */
    private void link() {
      int[] fallback = new int[children.size()];
      ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(0));
      while (!waiting.isEmpty()) {
        int state = waiting.poll();
        ends.get(state).or(ends.get(fallback[state]));
        int[] mine = children.get(state);
        int[] theirs = children.get(fallback[state]);
        for (int sign = 0; sign < SIGNS; sign++) {
          int otherwise = state == 0 ? 0 : theirs[sign];
          if (mine[sign] < 0) {
            mine[sign] = otherwise;
            continue;
          }
          fallback[mine[sign]] = otherwise;
          waiting.add(mine[sign]);
        }
      }
    }

    private int[] table() {
      int[] table = new int[children.size() * SIGNS];
      for (int state = 0; state < children.size(); state++) {
        System.arraycopy(children.get(state), 0, table, state * SIGNS, SIGNS);
      }
      return table;
    }
  }
}
