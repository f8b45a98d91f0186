package io.vitrine.store;

import io.vitrine.model.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's key, without its secret.
 *
 * @param id never changes
 * @param name what people call it
 * @param scope what it may do
 * @param createdAt when it was made
 * @param createdBy name of the person who made it
 * @param lastUsedAt when it was last used, to the minute; null before the first use
 */
public record KeyRecord(
    UUID id,
    String name,
    Scope scope,
    Instant createdAt,
    String createdBy,
    @Nullable Instant lastUsedAt) {}
