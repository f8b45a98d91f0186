package io.vitrine.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was tried against the shop or this product: the same attack from the same source at the same
 * target is one finding as long as it goes on, an hour at most.
 *
 * @param id its id
 * @param kind what the attacker is after, such as {@code sql_injection}
 * @param category what such attacks have in common, such as {@code injection}
 * @param severity low, medium, high or critical
 * @param rule name of the rule that it breaks
 * @param place part of the request with the evidence: path, query, header, cookie, body, file or
 *     habit, with the name behind a colon
 * @param evidence words that the rule stands on, decoded
 * @param sample the part as it came, shortened
 * @param origin {@code product} for a request to this product, {@code log} for one in a stored
 *     event
 * @param service which service of the shop was asked; null when unknown
 * @param target method and path that were asked
 * @param address where it came from; null when unknown
 * @param country ISO 3166 code of the address; null when unknown
 * @param agent its User-Agent; null when it has none
 * @param user the account that it used or tried; null when none
 * @param status last HTTP status of the answer; null when unknown
 * @param eventId id of the last event that it was found in; null for a request to this product
 * @param firstAt when it began
 * @param lastAt when it was last seen
 * @param count requests
 * @param state open, real or false_alarm
 * @param note what somebody wrote about it; null without
 * @param decidedBy who decided; null while it is open
 * @param decidedAt when; null while it is open
 */
public record SecurityFinding(
    UUID id,
    String kind,
    String category,
    String severity,
    String rule,
    String place,
    String evidence,
    String sample,
    String origin,
    @Nullable String service,
    String target,
    @Nullable String address,
    @Nullable String country,
    @Nullable String agent,
    @Nullable String user,
    @Nullable Integer status,
    @Nullable String eventId,
    Instant firstAt,
    Instant lastAt,
    long count,
    String state,
    @Nullable String note,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {}
