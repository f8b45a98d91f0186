package io.vitrine.model;

import java.util.Locale;

/** What a person may do. A higher role may do everything that a lower one may. */
public enum Role {
  /** Looks. */
  VIEWER,
  /** Asks anything and saves it. */
  ANALYST,
  /** Sees the accounts and changes those that are not above it. */
  MODERATOR,
  /** May do everything. */
  ADMIN;

  /** Whether this role may do what the other one may. */
  public boolean covers(Role other) {
    return compareTo(other) >= 0;
  }

  /** Name in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
