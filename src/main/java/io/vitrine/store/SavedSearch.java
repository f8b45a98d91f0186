package io.vitrine.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A search that somebody keeps.
 *
 * @param owner account of who keeps it
 * @param ownerName name of that account
 * @param name what the person calls it
 * @param filters the search as JSON
 * @param shared whether others see it
 */
public record SavedSearch(
    UUID id,
    UUID owner,
    String ownerName,
    String name,
    String filters,
    boolean shared,
    Instant createdAt,
    Instant changedAt) {}
