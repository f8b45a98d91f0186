package io.vitrine.trust.fraud;

import io.vitrine.store.FraudRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was judged.
 *
 * @param timestamp when it was made
 * @param fraudScore 0 to 100
 * @param isFraud whether fraud is suspected: the score is medium or high
 * @param risk level of the score
 * @param worth amount in the shop's currency; null when unknown
 * @param amount in its own currency; null below level low
 * @param countries that take part
 * @param card last digits, or the start of the hash; a card's number is never kept
 * @param state none, open, assigned or decided
 * @param decision fraud, legit or unsure
 * @param signals names of the indicators that spoke, the weightiest first
 * @param indicators with points and reasons; empty below level low
 * @param figures what was counted before the payment, by name; empty below level low
 * @param rulesVersion of the rules that gave the score; null below level low
 */
record FraudCase(
    String transactionId,
    Instant timestamp,
    double fraudScore,
    boolean isFraud,
    String risk,
    @Nullable Double worth,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String status,
    @Nullable String userId,
    @Nullable String card,
    @Nullable String device,
    @Nullable String ip,
    @Nullable String email,
    List<String> countries,
    String state,
    @Nullable String assignee,
    @Nullable String decision,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String note,
    List<String> signals,
    List<Sign> indicators,
    Map<String, Integer> figures,
    @Nullable Integer rulesVersion) {

  private static final int SHOWN_OF_HASH = 8;

  static FraudCase of(FraudRecord kept, @Nullable Judged judged) {
    FraudRecord.Parties parties = kept.parties();
    Transaction payment = judged == null ? null : judged.payment();
    return new FraudCase(
        kept.id(),
        kept.at(),
        kept.score(),
        kept.level().equals("medium") || kept.level().equals("high"),
        kept.level(),
        kept.worth(),
        payment == null ? null : payment.amount(),
        payment == null ? null : payment.currency(),
        payment == null ? null : Words.of(payment.outcome()),
        parties.user(),
        card(parties.card(), payment),
        parties.device(),
        parties.address(),
        parties.email(),
        payment == null ? List.of() : List.copyOf(payment.countries().known()),
        kept.state(),
        kept.assignee(),
        kept.decision(),
        kept.decidedAt(),
        kept.decidedBy(),
        kept.note(),
        kept.indicators().isEmpty() ? List.of() : Arrays.asList(kept.indicators().split(",", -1)),
        judged == null ? List.of() : judged.indicators(),
        judged == null ? Map.of() : judged.figures(),
        judged == null ? null : judged.rules());
  }

  private static @Nullable String card(@Nullable String hash, @Nullable Transaction payment) {
    if (payment != null && payment.lastDigits() != null) {
      return "•••• " + payment.lastDigits();
    }
    return hash == null ? null : hash.substring(0, Math.min(SHOWN_OF_HASH, hash.length()));
  }
}
