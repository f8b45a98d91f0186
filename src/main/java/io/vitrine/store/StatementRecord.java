package io.vitrine.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked in the SQL console.
 *
 * @param number rising; 0 before it is kept
 * @param userId account
 * @param at when
 * @param text the SQL as it was typed
 * @param milliseconds how long it took
 * @param rows rows of the answer
 * @param problem code of the problem that it ended with; null when it was answered
 */
public record StatementRecord(
    long number,
    UUID userId,
    Instant at,
    String text,
    long milliseconds,
    long rows,
    @Nullable String problem) {}
