package io.vitrine.model;

/** The kind of value that a {@link Field} holds, and the Java type that carries it. */
public enum FieldType {
  /** {@link String} of at most {@link Field#longest()} characters. */
  TEXT(String.class),
  /** {@link Long}. */
  INTEGER(Long.class),
  /**
   * {@link java.math.BigDecimal} with at most 14 digits before the point; four after it are kept.
   */
  DECIMAL(java.math.BigDecimal.class),
  /** {@link Double}, finite. */
  NUMBER(Double.class),
  /** {@link Boolean}. */
  FLAG(Boolean.class),
  /** {@link java.time.Instant}, kept to the millisecond. */
  INSTANT(java.time.Instant.class);

  private final Class<?> carrier;

  FieldType(Class<?> carrier) {
    this.carrier = carrier;
  }

  /** The Java type of a value of this kind. */
  public Class<?> carrier() {
    return carrier;
  }
}
