package io.vitrine.experiments.stats;

/** What a test looks for. */
public enum Alternative {
  TWO_SIDED,
  /** The variant's figure is greater. */
  GREATER,
  /** The variant's figure is less. */
  LESS
}
