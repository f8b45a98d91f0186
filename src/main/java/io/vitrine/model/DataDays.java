package io.vitrine.model;

import java.util.Optional;

/** Knows which days the shop has events of. */
@FunctionalInterface
public interface DataDays {

  /** First to last day with events of visitors; empty for a shop without any. */
  Optional<Period> days();
}
