package io.vitrine.experiments.stats;

/** In what an effect is told. */
public enum Scale {
  /** Variant less control. */
  ABSOLUTE,
  /** Variant less control, relative to the size of control's. */
  RELATIVE,
  /** Counted as the logarithm of variant over control, told as a relative lift. */
  LOG_RATIO
}
