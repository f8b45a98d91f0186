package io.vitrine.history;

import io.vitrine.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where every line of a file and its money went. The file's own sum is taken as lines are read, the
 * terms when their fate is known; both must agree to the last digit.
 */
final class Reconciliation {

  private final Map<String, Sum> file = new TreeMap<>();
  private final Map<String, Map<String, Sum>> terms = new TreeMap<>();

  /**
   * Lines and their money.
   *
   * @param lines how many
   * @param amount with its sign
   */
  record Sum(long lines, BigDecimal amount) {

    static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

    Sum plus(long more, BigDecimal money) {
      return new Sum(lines + more, amount.add(money));
    }

    boolean equal(Sum other) {
      return lines == other.lines && amount.compareTo(other.amount) == 0;
    }
  }

  /** A line was read. */
  void read(MappedLine line) {
    file.merge(line.currency(), Sum.NOTHING.plus(1, line.amount()), Reconciliation::sum);
  }

  /** The fate of a line. */
  void settle(String term, MappedLine line) {
    settle(term, line.currency(), 1, line.amount());
  }

  void settle(String term, String currency, long lines, BigDecimal amount) {
    terms
        .computeIfAbsent(currency, unknown -> new TreeMap<>())
        .merge(term, Sum.NOTHING.plus(lines, amount), Reconciliation::sum);
  }

  private static Sum sum(Sum one, Sum other) {
    return one.plus(other.lines, other.amount);
  }

  Sum term(String term, String currency) {
    return terms.getOrDefault(currency, Map.of()).getOrDefault(term, Sum.NOTHING);
  }

  /** Currencies of the file. */
  List<String> currencies() {
    return List.copyOf(file.keySet());
  }

  /**
   * The file's sums and the terms that make them up.
   *
   * @throws Problem when they do not
   */
  List<Map<String, Object>> checked() {
    List<Map<String, Object>> lines = new ArrayList<>();
    file.forEach(
        (currency, whole) -> {
          Map<String, Sum> parts = terms.getOrDefault(currency, Map.of());
          Sum sum = parts.values().stream().reduce(Sum.NOTHING, Reconciliation::sum);
          if (!sum.equal(whole)) {
            throw wrong(currency + ": the file has " + whole + ", its terms make " + sum);
          }
          lines.add(line("file", currency, whole));
          parts.forEach((term, part) -> lines.add(line(term, currency, part)));
        });
    return lines;
  }

  static Problem wrong(String what) {
    return Problem.ours(
        "import_does_not_add_up",
        "the import does not add up and was not stored; " + what,
        new IllegalStateException(what));
  }

  private static Map<String, Object> line(String term, String currency, Sum sum) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("term", term);
    line.put("lines", sum.lines());
    line.put("amount", plain(sum.amount()));
    line.put("currency", currency);
    return line;
  }

  /** With two digits at least, and no zeros beyond. */
  static BigDecimal plain(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.scale() < 2 ? bare.setScale(2) : bare;
  }
}
