package io.vitrine.model;

/** What an answer is set beside. */
public enum Comparison {
  NONE,
  /** The period of the same length just before. */
  PREVIOUS_PERIOD,
  /** The same dates one year earlier. */
  PREVIOUS_YEAR
}
