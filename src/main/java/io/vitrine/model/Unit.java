package io.vitrine.model;

/** Unit of a metric's value. */
public enum Unit {
  /** A whole number of things. */
  COUNT,
  /** An amount in the shop's reporting currency. */
  MONEY,
  /** A share, 0 to 1 unless its formula says otherwise. */
  RATIO,
  /** A number of things per thing. */
  MEAN,
  SECONDS,
  HOURS,
  MILLISECONDS
}
