package io.vitrine.accounts;

import java.util.UUID;

/** Counts something that a person did; each bean of this type adds a figure to the profile. */
public interface UserCount {

  /** Name of the figure in snake case, such as {@code uploads_count}. */
  String name();

  long of(UUID user);
}
