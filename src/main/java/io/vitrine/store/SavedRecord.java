package io.vitrine.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A chart, a dashboard or a segment that somebody saved.
 *
 * @param id its id
 * @param kind what it is
 * @param ownerId account of who saved it
 * @param ownerName name of that account when it was saved
 * @param name its name, at most 120 characters
 * @param shared whether everybody with an account sees it
 * @param content what it is made of, as a text that only its owner package reads
 * @param createdAt when it was saved first
 * @param changedAt when it was saved last
 */
public record SavedRecord(
    UUID id,
    Kind kind,
    UUID ownerId,
    String ownerName,
    String name,
    boolean shared,
    String content,
    Instant createdAt,
    Instant changedAt) {

  /** What can be saved. */
  public enum Kind {
    CHART,
    DASHBOARD,
    /** Filters under a name. */
    SEGMENT
  }

  /** The same with a new name, audience and content. */
  public SavedRecord with(String newName, boolean nowShared, String newContent, Instant now) {
    return new SavedRecord(
        id, kind, ownerId, ownerName, newName, nowShared, newContent, createdAt, now);
  }
}
