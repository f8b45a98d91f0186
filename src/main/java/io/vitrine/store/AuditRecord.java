package io.vitrine.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sensitive act. Never holds a secret.
 *
 * @param number its place in the order, from 1; 0 before it is stored
 * @param at when
 * @param act what was done, in snake case, such as {@code signed_in}
 * @param actor name of the person or key who did it; null when unknown
 * @param subject what it was done to; null when that is the actor
 * @param address address of the client; null on the command line
 * @param detail more for people; null when there is nothing to add
 */
public record AuditRecord(
    long number,
    Instant at,
    String act,
    @Nullable String actor,
    @Nullable String subject,
    @Nullable String address,
    @Nullable String detail) {}
