package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.Automaton.Side;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a pattern is somewhere in a text, in one step a sign whatever the text is: each set
 * of places that the pattern can be at becomes a state when it first comes up (Rabin and Scott,
 * "Finite automata and their decision problems", 1959). States that were made are kept, up to
 * {@value #MOST_STATES} of them; then it begins anew. Thread-safe.
 */
final class Scan {

  private static final int MOST_STATES = 1_000;

  private static final int NOTHING = 0;
  private static final int WORD = 1;
  private static final int SIGN = 2;
  private static final List<Side> SIDES = List.of(Side.NOTHING, Side.WORD, Side.SIGN);

  private static final State FOUND = new State(new BitSet(), Side.NOTHING, 0);
  private static final State LOST = new State(new BitSet(), Side.NOTHING, 0);

  private final Automaton automaton;

  /** Signs that no step tells apart have one number. */
  private final int[] groupOf = new int[PatternReader.SIGNS];

  /** One sign of each group. */
  private final int[] signOf;

  /** The group of the end of a text. */
  private final int end;

  private final Map<IntBuffer, State> states = new HashMap<>();

  /** Where a text, a word or another sign stands before the first place. */
  private final @Nullable State[] first = new State[SIDES.size()];

  private Scan(Automaton automaton) {
    this.automaton = automaton;
    this.end = grouped();
    this.signOf = new int[end];
    for (int sign = 0; sign < groupOf.length; sign++) {
      signOf[groupOf[sign]] = sign;
    }
  }

  /** For a pattern of {@link PatternReader}. */
  static Scan of(String pattern) {
    return new Scan(Automaton.of(pattern));
  }

  /** Whether it finds what the pattern finds and nothing else. */
  boolean isExact() {
    return automaton.isExact();
  }

  boolean finds(String text) {
    return finds(text, 0, text.length());
  }

  /**
   * Whether the pattern is within a stretch of a text. What stands around the stretch is no part of
   * what is found, but its edges are those of the text.
   *
   * @param from index of the stretch's first sign
   * @param to index behind its last
   */
  boolean finds(String text, int from, int to) {
    State state = first(from == 0 ? NOTHING : before(text.charAt(from - 1)));
    for (int i = from; i < to; i++) {
      state = next(state, group(text.charAt(i)));
      if (state == FOUND || state == LOST) {
        return state == FOUND;
      }
    }
    return next(state, to == text.length() ? end : group(text.charAt(to))) == FOUND;
  }

  private int group(char sign) {
    return groupOf[PatternReader.number(sign)];
  }

  private Side side(int group) {
    if (group == end) {
      return Side.NOTHING;
    }
    return PatternReader.isWord(signOf[group]) ? Side.WORD : Side.SIGN;
  }

  private State next(State state, int group) {
    State known = state.next[group];
    return known == null ? made(state, group) : known;
  }

  /** Numbers the groups of signs and says how many there are. */
  private int grouped() {
    BitSet words = new BitSet();
    for (int sign = 0; sign < groupOf.length; sign++) {
      words.set(sign, PatternReader.isWord(sign));
    }
    int groups = split(words, 1);
    for (BitSet set : automaton.sets()) {
      groups = split(set, groups);
    }
    return groups;
  }

  private int split(BitSet set, int groups) {
    int[] renamed = new int[2 * groups];
    int count = 0;
    for (int sign = 0; sign < groupOf.length; sign++) {
      int place = 2 * groupOf[sign] + (set.get(sign) ? 1 : 0);
      if (renamed[place] == 0) {
        renamed[place] = ++count;
      }
      groupOf[sign] = renamed[place] - 1;
    }
    return count;
  }

  private int before(char sign) {
    return side(group(sign)) == Side.WORD ? WORD : SIGN;
  }

  private State first(int before) {
    State known = first[before];
    return known == null ? begun(before) : known;
  }

  private synchronized State begun(int before) {
    BitSet places = new BitSet();
    automaton.follow(automaton.start(), places);
    State state = state(places, SIDES.get(before));
    first[before] = state;
    return state;
  }

  private synchronized State made(State state, int group) {
    State next = reached(state, group);
    state.next[group] = next;
    return next;
  }

  private State reached(State state, int group) {
    BitSet open = pastEdges(state, side(group));
    BitSet places = new BitSet();
    for (int step = open.nextSetBit(0); step >= 0; step = open.nextSetBit(step + 1)) {
      if (automaton.isDone(step)) {
        return FOUND;
      }
      if (group != end && automaton.takes(step, signOf[group])) {
        automaton.follow(automaton.next(step), places);
      }
    }
    if (group != end && !automaton.isAnchored()) {
      automaton.follow(automaton.start(), places);
    }
    return places.isEmpty() ? LOST : state(places, side(group));
  }

  /** Places of a state and those behind edges, now that both sides of them are known. */
  private BitSet pastEdges(State state, Side after) {
    BitSet open = (BitSet) state.places.clone();
    BitSet judged = new BitSet();
    boolean more = true;
    while (more) {
      more = false;
      for (int step = open.nextSetBit(0); step >= 0; step = open.nextSetBit(step + 1)) {
        boolean passed =
            automaton.isEdge(step)
                && !judged.get(step)
                && automaton.isAt(step, state.before, after);
        if (passed) {
          judged.set(step);
          automaton.follow(automaton.next(step), open);
          more = true;
        }
      }
    }
    return open;
  }

  private State state(BitSet places, Side before) {
    if (states.size() >= MOST_STATES) {
      states.clear();
      Arrays.fill(first, null);
    }
    IntBuffer key = key(places, before);
    State known = states.get(key);
    if (known != null) {
      return known;
    }
    State made = new State(places, before, end + 1);
    states.put(key, made);
    return made;
  }

  private static IntBuffer key(BitSet places, Side before) {
    int[] key = new int[places.cardinality() + 1];
    int size = 0;
    for (int step = places.nextSetBit(0); step >= 0; step = places.nextSetBit(step + 1)) {
      key[size++] = step;
    }
    key[size] = SIDES.indexOf(before);
    return IntBuffer.wrap(key);
  }

  /** A set of places. Next states are made when they are asked for. */
  private static final class State {

    private final BitSet places;
    private final Side before;

    /** By group of signs. Several threads may write the same state twice; that is harmless. */
    private final @Nullable State[] next;

    private State(BitSet places, Side before, int groups) {
      this.places = places;
      this.before = before;
      this.next = new State[groups];
    }
  }
}
