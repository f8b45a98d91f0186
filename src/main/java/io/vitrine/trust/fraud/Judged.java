package io.vitrine.trust.fraud;

import java.util.List;
import java.util.Map;

/**
 * The details of a score, as they are kept.
 *
 * @param payment that was judged
 * @param indicators that spoke, the weightiest first
 * @param figures what was counted before the payment, by name
 * @param rules version of the rules
 */
record Judged(
    Transaction payment, List<Sign> indicators, Map<String, Integer> figures, int rules) {}
