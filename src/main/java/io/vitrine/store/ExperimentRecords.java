package io.vitrine.store;

import java.util.List;
import java.util.Optional;

/**
 * Keeps experiments as texts whose form their feature knows, and every form that they ever had.
 * Thread-safe and durable.
 */
public interface ExperimentRecords {

  /** The newest form of each, by key. */
  List<ExperimentRecord> list();

  /** The newest form. */
  Optional<ExperimentRecord> get(String key);

  /**
   * Adds a form. Its version is one more than that of the newest.
   *
   * @return false when somebody else added that version in the meantime; nothing is kept then
   */
  boolean add(ExperimentRecord form);

  /** All forms of one, newest first. */
  List<ExperimentRecord> history(String key);
}
