package io.vitrine.trust.fraud;

/**
 * A payment with what was known when it came.
 *
 * @param payment with everything that was reported of it so far
 * @param past holds until the next payment is observed
 * @param anomaly of its first report
 * @param isNew whether this is its first report
 */
record Seen(Transaction payment, Past past, Anomaly anomaly, boolean isNew) {}
