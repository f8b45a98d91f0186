package io.vitrine.store;

import java.time.Instant;

/**
 * A card, device, e-mail or account that was decided about.
 *
 * @param link card, device, email or user
 * @param entry its value
 * @param blocked whether it stands for fraud; false: for honest payments
 * @param transaction the case that it comes from
 */
public record FraudEntryRecord(
    String link, String entry, boolean blocked, String transaction, Instant at, String by) {}
