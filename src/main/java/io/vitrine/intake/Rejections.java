package io.vitrine.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The records of one batch that are not events: the first thousand, and how many there are. */
final class Rejections {

  static final int LISTED = 1_000;

  private final List<Rejection> all = new ArrayList<>();
  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);

  void add(int index, Refusal refusal) {
    counts.merge(refusal.reason(), 1L, Long::sum);
    all.add(new Rejection(index, refusal));
  }

  /** The first by index, at most {@link #LISTED}. */
  List<Rejection> listed() {
    return all.stream().sorted(Comparator.comparingInt(Rejection::index)).limit(LISTED).toList();
  }

  long total() {
    return all.size();
  }

  Map<Reason, Long> counts() {
    return counts;
  }
}
