package io.vitrine.trust.attacks;

/**
 * How much was done to read a text: a step is one sign looked at once. So that it can be shown
 * without a clock that no text costs more than its length lets expect. Not thread-safe.
 */
final class Effort {

  private long steps;

  void spend(long more) {
    steps += more;
  }

  long steps() {
    return steps;
  }
}
