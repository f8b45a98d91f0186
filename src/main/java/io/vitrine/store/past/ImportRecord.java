package io.vitrine.store.past;

import java.time.Instant;

/**
 * An import that was done.
 *
 * @param number from 1, in the order of their end
 * @param kind such as {@code retailrocket} or {@code mapped}
 * @param fingerprint of the files and of how they were read
 * @param startedAt when it began
 * @param finishedAt when its events became part of the store
 * @param events that it added
 * @param report what was found, as a JSON object
 */
public record ImportRecord(
    long number,
    String kind,
    String fingerprint,
    Instant startedAt,
    Instant finishedAt,
    long events,
    String report) {}
