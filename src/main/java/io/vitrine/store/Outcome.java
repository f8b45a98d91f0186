package io.vitrine.store;

/** What became of one event. */
public enum Outcome {
  STORED,
  DUPLICATE
}
