package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.Piece.Choice;
import io.vitrine.trust.attacks.Piece.Edge;
import io.vitrine.trust.attacks.Piece.Repeated;
import io.vitrine.trust.attacks.Piece.Row;
import io.vitrine.trust.attacks.Piece.Signs;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Steps that a pattern takes through a text, all of its ways at once (Thompson, "Regular expression
 * search algorithm", 1968). Immutable.
 *
 * <p>A repetition with a high bound, in a pattern that may begin anywhere, has no bound here: ways
 * that are told apart by how often something came would multiply. So what the automaton finds is
 * what the pattern finds and a little more ({@link #isExact}).
 */
final class Automaton {

  /** Most copies of what is repeated up to a bound. */
  private static final int COPIES = 8;

  /** What a step does. */
  private enum Act {
    TAKE,
    FORK,
    EDGE,
    DONE
  }

  /**
   * A step.
   *
   * @param signs what it takes; empty unless it takes something
   * @param edge where it has to stand; WORD unless it is an edge
   * @param next number of the next step
   * @param other number of the other next step of a fork
   */
  private record Step(Act act, BitSet signs, Edge.Kind edge, int next, int other) {}

  private static final BitSet NO_SIGNS = new BitSet();

  private Step[] steps = new Step[16];
  private int count;
  private boolean exact = true;
  private final boolean anchored;
  private final int start;

  private Automaton(Piece piece) {
    this.anchored = Piece.isAnchored(piece);
    this.start = written(piece, add(new Step(Act.DONE, NO_SIGNS, Edge.Kind.WORD, 0, 0)));
  }

  /** The automaton of a pattern of {@link PatternReader}. */
  static Automaton of(String pattern) {
    return new Automaton(PatternReader.read(pattern));
  }

  int size() {
    return count;
  }

  int start() {
    return start;
  }

  /** Whether it can only begin where the text does. */
  boolean isAnchored() {
    return anchored;
  }

  /** Whether it finds what the pattern finds and nothing else. */
  boolean isExact() {
    return exact;
  }

  /** Every set of signs that a step takes. */
  List<BitSet> sets() {
    return Arrays.stream(steps, 0, count)
        .filter(step -> step.act() == Act.TAKE)
        .map(Step::signs)
        .distinct()
        .toList();
  }

  boolean isDone(int step) {
    return steps[step].act() == Act.DONE;
  }

  boolean isEdge(int step) {
    return steps[step].act() == Act.EDGE;
  }

  boolean takes(int step, int sign) {
    return steps[step].act() == Act.TAKE && steps[step].signs().get(sign);
  }

  int next(int step) {
    return steps[step].next();
  }

  /** Adds a step and those that it leads to without a sign; edges stay, they are judged later. */
  void follow(int step, BitSet into) {
    if (into.get(step)) {
      return;
    }
    into.set(step);
    if (steps[step].act() == Act.FORK) {
      follow(steps[step].next(), into);
      follow(steps[step].other(), into);
    }
  }

  /** Whether an edge is between what stands before and what stands behind. */
  boolean isAt(int step, Side before, Side after) {
    boolean border = (before == Side.WORD) != (after == Side.WORD);
    return switch (steps[step].edge()) {
      case BEGIN -> before == Side.NOTHING;
      case END -> after == Side.NOTHING;
      case WORD -> border;
      case NO_WORD -> !border;
    };
  }

  /** What stands on one side of a place. */
  enum Side {
    NOTHING,
    WORD,
    SIGN
  }

  private int add(Step step) {
    if (count == steps.length) {
      steps = Arrays.copyOf(steps, 2 * count);
    }
    steps[count] = step;
    return count++;
  }

  /** Number of the first step of a piece behind which it goes on at a step. */
  private int written(Piece piece, int next) {
    return switch (piece) {
      case Signs some -> add(new Step(Act.TAKE, some.signs(), Edge.Kind.WORD, next, next));
      case Edge edge -> add(new Step(Act.EDGE, NO_SIGNS, edge.kind(), next, next));
      case Row row -> row(row.pieces(), next);
      case Choice choice -> choice(choice.pieces(), next);
      case Repeated repeated -> repeated(repeated, next);
    };
  }

  private int row(List<Piece> pieces, int next) {
    int behind = next;
    for (Piece piece : pieces.reversed()) {
      behind = written(piece, behind);
    }
    return behind;
  }

  private int choice(List<Piece> pieces, int next) {
    int entry = written(pieces.getFirst(), next);
    for (Piece other : pieces.subList(1, pieces.size())) {
      entry = fork(entry, written(other, next));
    }
    return entry;
  }

  private int fork(int one, int other) {
    return add(new Step(Act.FORK, NO_SIGNS, Edge.Kind.WORD, one, other));
  }

  private int repeated(Repeated repeated, int next) {
    boolean bounded = repeated.most() != Repeated.ANY;
    boolean tooMany = bounded && repeated.most() > COPIES && !anchored;
    exact &= !tooMany;
    int least = tooMany ? Math.min(COPIES, repeated.least()) : repeated.least();
    int entry =
        bounded && !tooMany
            ? optional(repeated.piece(), repeated.most() - least, next)
            : loop(repeated.piece(), next);
    for (int i = 0; i < least; i++) {
      entry = written(repeated.piece(), entry);
    }
    return entry;
  }

  private int optional(Piece piece, int times, int next) {
    int entry = next;
    for (int i = 0; i < times; i++) {
      entry = fork(written(piece, entry), next);
    }
    return entry;
  }

  private int loop(Piece piece, int next) {
    int fork = fork(next, next);
    int body = written(piece, fork);
    steps[fork] = new Step(Act.FORK, NO_SIGNS, Edge.Kind.WORD, body, next);
    return fork;
  }
}
