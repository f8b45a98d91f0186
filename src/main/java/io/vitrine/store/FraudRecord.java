package io.vitrine.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was judged, and what people decided about it.
 *
 * @param id of the transaction
 * @param day of the shop's calendar
 * @param score 0 to 100
 * @param level minimal, low, medium or high
 * @param worth amount in the shop's currency; null when unknown
 * @param parties who took part
 * @param indicators names of those that spoke, separated by commas
 * @param content the details as JSON; null below level low
 * @param state none, open, assigned or decided
 * @param assignee who looks at it
 * @param decision fraud, legit or unsure
 */
public record FraudRecord(
    String id,
    Instant at,
    LocalDate day,
    double score,
    String level,
    @Nullable Double worth,
    Parties parties,
    String indicators,
    @Nullable String content,
    String state,
    @Nullable String assignee,
    @Nullable String decision,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String note) {

  /** Who took part in a payment; null where the sender did not say. */
  public record Parties(
      @Nullable String user,
      @Nullable String card,
      @Nullable String device,
      @Nullable String address,
      @Nullable String email,
      @Nullable String delivery) {}
}
