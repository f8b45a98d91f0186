package io.vitrine.trust.attacks;

/** How bad an attack is when it works, from least to worst. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
