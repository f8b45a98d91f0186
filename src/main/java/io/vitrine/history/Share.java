package io.vitrine.history;

import java.util.function.DoubleConsumer;

/** The share that a step has in the progress of the whole. */
final class Share {

  private Share() {}

  /**
   * Progress of a step, 0 to 1, told as that of the whole, which it takes from one part to another.
   */
  static DoubleConsumer of(DoubleConsumer whole, double from, double to) {
    return part -> whole.accept(from + part * (to - from));
  }
}
