package io.vitrine.intake;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Whether a text contains one of many words, in one pass over the text whatever the words are (Aho
 * and Corasick 1975). Words are of printable ASCII. Immutable.
 */
final class LiteralMatcher {

  private static final int ROOT = 0;
  private static final int ABSENT = -1;

  private final int[][] next;
  private final boolean[] ends;
  private final char[] letters;

  private LiteralMatcher(int[][] next, boolean[] ends, char[] letters) {
    this.next = next;
    this.ends = ends;
    this.letters = letters;
  }

  static LiteralMatcher of(Collection<String> words) {
    return new Builder(words).build();
  }

  boolean isIn(CharSequence text) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = c < letters.length && letters[c] > 0 ? next[state][letters[c] - 1] : ROOT;
      if (ends[state]) {
        return true;
      }
    }
    return false;
  }

  private static final class Builder {

    /** Number of each character that occurs, from 1. */
    private final char[] letters = new char[128];

    private final Map<Integer, int[]> edges = new HashMap<>();
    private final boolean[] ends;
    private int alphabet;
    private int states = 1;

    Builder(Collection<String> words) {
      words.stream().flatMapToInt(String::chars).distinct().forEach(this::letter);
      ends = new boolean[1 + words.stream().mapToInt(String::length).sum()];
      words.forEach(this::add);
    }

    private void letter(int c) {
      letters[c] = (char) ++alphabet;
    }

    private void add(String word) {
      int state = ROOT;
      for (int i = 0; i < word.length(); i++) {
        int[] row = row(state);
        int letter = letters[word.charAt(i)] - 1;
        row[letter] = row[letter] == ABSENT ? states++ : row[letter];
        state = row[letter];
      }
      ends[state] = true;
    }

    private int[] row(int state) {
      return edges.computeIfAbsent(
          state,
          s -> {
            int[] row = new int[alphabet];
            Arrays.fill(row, ABSENT);
            return row;
          });
    }

    /**
     * Breadth first, every missing edge becomes the edge of the longest suffix that is a prefix.
     */
    LiteralMatcher build() {
      int[][] next = new int[states][];
      int[] suffix = new int[states];
      Queue<Integer> queue = new ArrayDeque<>();
      queue.add(ROOT);
      while (!queue.isEmpty()) {
        int state = queue.remove();
        next[state] = row(state);
        ends[state] |= ends[suffix[state]];
        complete(state, next, suffix, queue);
      }
      return new LiteralMatcher(next, Arrays.copyOf(ends, states), letters);
    }

    private void complete(int state, int[][] next, int[] suffix, Queue<Integer> queue) {
      int[] row = next[state];
      for (int letter = 0; letter < alphabet; letter++) {
        int fallback = state == ROOT ? ROOT : next[suffix[state]][letter];
        if (row[letter] == ABSENT) {
          row[letter] = fallback;
        } else {
          suffix[row[letter]] = fallback;
          queue.add(row[letter]);
        }
      }
    }
  }
}
