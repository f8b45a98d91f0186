package io.vitrine.trust.attacks;

import io.vitrine.trust.attacks.Piece.Choice;
import io.vitrine.trust.attacks.Piece.Edge;
import io.vitrine.trust.attacks.Piece.Repeated;
import io.vitrine.trust.attacks.Piece.Row;
import io.vitrine.trust.attacks.Piece.Signs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads the part of RE2's syntax that the rules use: groups, alternatives, classes, repetitions,
 * escapes and edges. Letters of either case are the same, and a dot is any sign.
 */
final class PatternReader {

  /** Those of Latin 1 by their code, and one number for all others. */
  static final int SIGNS = 257;

  static final int OTHER = 256;

  private static final int CAPITAL = 'a' - 'A';

  private final String pattern;
  private int at;

  private PatternReader(String pattern) {
    this.pattern = pattern;
  }

  /**
   * What a pattern is made of.
   *
   * @throws IllegalArgumentException when it is not of that part of the syntax
   */
  static Piece read(String pattern) {
    PatternReader reader = new PatternReader(pattern);
    Piece piece = reader.choice();
    if (reader.at < pattern.length()) {
      throw new IllegalArgumentException("a bracket too many in " + pattern);
    }
    return piece;
  }

  /** The number of a sign. */
  static int number(char sign) {
    return Math.min(sign, OTHER);
  }

  /** Letters, digits and the low line, as RE2 has them. */
  static boolean isWord(int number) {
    return (number >= '0' && number <= '9')
        || (number >= 'a' && number <= 'z')
        || (number >= 'A' && number <= 'Z')
        || number == '_';
  }

  private boolean stands(String signs) {
    return at < pattern.length() && signs.indexOf(pattern.charAt(at)) >= 0;
  }

  private Piece choice() {
    List<Piece> pieces = new ArrayList<>(List.of(row()));
    while (stands("|")) {
      at++;
      pieces.add(row());
    }
    return pieces.size() == 1 ? pieces.getFirst() : new Choice(List.copyOf(pieces));
  }

  private Piece row() {
    List<Piece> pieces = new ArrayList<>();
    while (at < pattern.length() && !stands("|)")) {
      pieces.add(repeated(part()));
    }
    return new Row(List.copyOf(pieces));
  }

  private Piece part() {
    char sign = pattern.charAt(at);
    return switch (sign) {
      case '(' -> group();
      case '[' -> new Signs(ofClass());
      case '\\' -> escaped();
      case '.' -> all();
      case '^' -> edge(Edge.Kind.BEGIN);
      case '$' -> edge(Edge.Kind.END);
      default -> new Signs(one(sign));
    };
  }

  private Piece group() {
    at += pattern.startsWith("(?:", at) ? 3 : 1;
    Piece inner = choice();
    if (!stands(")")) {
      throw new IllegalArgumentException("a bracket is missing in " + pattern);
    }
    at++;
    return inner;
  }

  private Piece all() {
    at++;
    BitSet all = new BitSet(SIGNS);
    all.set(0, SIGNS);
    return new Signs(all);
  }

  private Piece edge(Edge.Kind kind) {
    at++;
    return new Edge(kind);
  }

  private Piece escapedEdge(Edge.Kind kind) {
    at++;
    return edge(kind);
  }

  private BitSet one(char sign) {
    at++;
    return eitherCase(bits(sign, sign));
  }

  private static BitSet bits(int first, int last) {
    BitSet bits = new BitSet(SIGNS);
    bits.set(first, last + 1);
    return bits;
  }

  private static BitSet eitherCase(BitSet signs) {
    for (int small = 'a'; small <= 0xfe; small++) {
      boolean letter = small <= 'z' || (small >= 0xe0 && small != 0xf7);
      int capital = small - CAPITAL;
      if (letter && (signs.get(small) || signs.get(capital))) {
        signs.set(small);
        signs.set(capital);
      }
    }
    return signs;
  }

  private Piece escaped() {
    return switch (pattern.charAt(at + 1)) {
      case 'b' -> escapedEdge(Edge.Kind.WORD);
      case 'B' -> escapedEdge(Edge.Kind.NO_WORD);
      default -> new Signs(eitherCase(escapedSigns()));
    };
  }

  private BitSet escapedSigns() {
    char kind = pattern.charAt(at + 1);
    at += 2;
    return switch (kind) {
      case 's' -> blanks();
      case 'S' -> others(blanks());
      case 'w' -> words();
      case 'W' -> others(words());
      case 'd' -> bits('0', '9');
      case 'D' -> others(bits('0', '9'));
      case 'n' -> bits('\n', '\n');
      case 'r' -> bits('\r', '\r');
      case 't' -> bits('\t', '\t');
      case 'x' -> byNumber();
      default -> bits(kind, kind);
    };
  }

  private BitSet byNumber() {
    int code = Integer.parseInt(pattern, at, at + 2, 16);
    at += 2;
    return bits(code, code);
  }

  private static BitSet blanks() {
    BitSet blanks = new BitSet(SIGNS);
    "\t\n\f\r ".chars().forEach(blanks::set);
    return blanks;
  }

  private static BitSet words() {
    BitSet words = new BitSet(SIGNS);
    for (int number = 0; number < OTHER; number++) {
      words.set(number, isWord(number));
    }
    return words;
  }

  private static BitSet others(BitSet signs) {
    BitSet others = (BitSet) signs.clone();
    others.flip(0, SIGNS);
    return others;
  }

  private BitSet ofClass() {
    boolean negated = pattern.charAt(at + 1) == '^';
    at += negated ? 2 : 1;
    BitSet signs = new BitSet(SIGNS);
    while (!stands("]")) {
      BitSet first = member();
      boolean range = first.cardinality() == 1 && stands("-") && pattern.charAt(at + 1) != ']';
      if (!range) {
        signs.or(first);
        continue;
      }
      at++;
      signs.set(first.nextSetBit(0), member().nextSetBit(0) + 1);
    }
    at++;
    eitherCase(signs);
    return negated ? others(signs) : signs;
  }

  private BitSet member() {
    if (stands("\\")) {
      return escapedSigns();
    }
    char sign = pattern.charAt(at++);
    return bits(sign, sign);
  }

  private Piece repeated(Piece piece) {
    if (stands("*+?")) {
      char sign = pattern.charAt(at++);
      lazy();
      return new Repeated(piece, sign == '+' ? 1 : 0, sign == '?' ? 1 : Repeated.ANY);
    }
    if (!stands("{") || !Character.isDigit(pattern.charAt(at + 1))) {
      return piece;
    }
    int end = pattern.indexOf('}', at);
    int comma = pattern.indexOf(',', at);
    boolean exact = comma < 0 || comma > end;
    int least = Integer.parseInt(pattern, at + 1, exact ? end : comma, 10);
    boolean open = !exact && comma + 1 == end;
    int most = exact ? least : open ? Repeated.ANY : Integer.parseInt(pattern, comma + 1, end, 10);
    at = end + 1;
    lazy();
    return new Repeated(piece, least, most);
  }

  /** How much is taken does not matter to whether something is there. */
  private void lazy() {
    if (stands("?")) {
      at++;
    }
  }
}
