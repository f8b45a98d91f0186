package io.vitrine.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is no attack here although a rule says so. What is null holds for all; something is named.
 *
 * @param id its id
 * @param kind class of attacks
 * @param rule name of a rule
 * @param path beginning of the path
 * @param place part of the request, such as {@code query:html}
 * @param address the source
 * @param note why
 * @param madeBy who allowed it
 * @param madeAt when
 */
public record AllowedAttack(
    UUID id,
    @Nullable String kind,
    @Nullable String rule,
    @Nullable String path,
    @Nullable String place,
    @Nullable String address,
    @Nullable String note,
    String madeBy,
    Instant madeAt) {}
