package io.vitrine.trust.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Payments with something in common, in the order of time: the newest ones, and none that is much
 * older than the newest. What it holds does not depend on the order in which they came.
 */
final class Trail {

  /** Most payments of a trail; a count that is this large means so many or more. */
  static final int MOST = 128;

  private final Duration kept;
  private final List<Mark> marks = new ArrayList<>(4);

  Trail(Duration kept) {
    this.kept = kept;
  }

  void add(Mark mark) {
    int place = Collections.binarySearch(marks, mark);
    if (place >= 0) {
      marks.set(place, mark);
      return;
    }
    marks.add(-place - 1, mark);
    Instant oldest = marks.getLast().at().minus(kept);
    while (marks.size() > MOST || marks.getFirst().at().isBefore(oldest)) {
      marks.removeFirst();
    }
  }

  void remove(Mark mark) {
    int place = Collections.binarySearch(marks, mark);
    if (place >= 0) {
      marks.remove(place);
    }
  }

  /** Those after an instant, up to and with another one. */
  List<Mark> between(Instant after, Instant until) {
    return marks.subList(firstAfter(after), firstAfter(until));
  }

  private int firstAfter(Instant instant) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).at().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
