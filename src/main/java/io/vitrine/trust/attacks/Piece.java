package io.vitrine.trust.attacks;

import java.util.BitSet;
import java.util.List;

/** What a pattern is made of. */
sealed interface Piece {

  /** Any of some signs; see {@link PatternReader#SIGNS} for their numbers. */
  record Signs(BitSet signs) implements Piece {}

  /** One after the other. */
  record Row(List<Piece> pieces) implements Piece {}

  /** One of several. */
  record Choice(List<Piece> pieces) implements Piece {}

  /**
   * The same several times.
   *
   * @param most {@link #ANY} for no bound
   */
  record Repeated(Piece piece, int least, int most) implements Piece {

    static final int ANY = -1;
  }

  /** A place that takes no sign. */
  record Edge(Kind kind) implements Piece {

    /** Where. */
    enum Kind {
      BEGIN,
      END,
      WORD,
      NO_WORD
    }
  }

  /** Whether it can only stand at the beginning of a text. */
  static boolean isAnchored(Piece piece) {
    return switch (piece) {
      case Edge edge -> edge.kind() == Edge.Kind.BEGIN;
      case Row row -> !row.pieces().isEmpty() && isAnchored(row.pieces().getFirst());
      case Choice choice -> choice.pieces().stream().allMatch(Piece::isAnchored);
      case Signs _, Repeated _ -> false;
    };
  }
}
