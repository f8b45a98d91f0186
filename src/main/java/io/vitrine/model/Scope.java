package io.vitrine.model;

import java.util.Locale;

/** What a key of a program may do. */
public enum Scope {
  /** Send events, and nothing else. */
  INGEST,
  /** Read what a viewer may read. */
  READ;

  /** Name in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
