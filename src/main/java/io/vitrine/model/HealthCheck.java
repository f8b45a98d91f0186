package io.vitrine.model;

import java.util.Optional;

/** Whether one part of the product can do its work right now. Every bean of this type is asked. */
public interface HealthCheck {

  /** Stable name in snake case, such as {@code record_store}. */
  String name();

  /** Really tries the part: what is wrong, for people, without secrets; empty when it works. */
  Optional<String> problem();
}
