package io.vitrine.experiments;

/** What is compared between arms. */
enum Kind {
  /** Successes of trials. */
  PROPORTION,
  /** Mean of a value per unit. */
  MEAN,
  /** Ratio of two sums per unit. */
  RATIO,
  /** A quantile of a value. */
  QUANTILE
}
