package io.vitrine.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One form of the rules by which payments are judged.
 *
 * @param version from 1
 * @param content as JSON
 * @param by who made it
 * @param note why
 */
public record FraudRulesRecord(
    int version, String content, Instant at, String by, @Nullable String note) {}
