package io.vitrine.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One form of an experiment.
 *
 * @param key of the experiment
 * @param version from 1
 * @param content the definition as JSON
 * @param at when it was made
 * @param by who made it
 * @param act what was done, such as defined, started or decided
 * @param note why, in the words of whoever did it
 */
public record ExperimentRecord(
    String key,
    int version,
    String content,
    Instant at,
    String by,
    String act,
    @Nullable String note) {}
