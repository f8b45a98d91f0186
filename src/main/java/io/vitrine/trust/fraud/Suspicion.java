package io.vitrine.trust.fraud;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.util.Locale;

/** The log of type fraud that a case writes, so that searches, dashboards and alerts see it. */
final class Suspicion {

  /** Who writes these logs. */
  static final String SERVICE = "vitrine-fraud";

  private Suspicion() {}

  static Event.Draft event(Transaction payment, Score score) {
    String id = "fraud-" + payment.id();
    return Event.draft()
        .set(Field.ID, id.length() <= Field.ID.longest() ? id : "fraud-" + hash(payment.id()))
        .set(Field.TYPE, EventType.FRAUD.name())
        .set(Field.TIMESTAMP, payment.at())
        .set(Field.LEVEL, score.level() == Level.HIGH ? "ERROR" : "WARN")
        .set(Field.SERVICE, SERVICE)
        .set(Field.SOURCE, "vitrine")
        .set(Field.TRANSACTION_ID, payment.id())
        .set(Field.USER_ID, payment.user())
        .set(Field.AMOUNT, payment.amount())
        .set(Field.CURRENCY, payment.currency())
        .set(Field.IP, payment.address())
        .set(Field.COUNTRY, payment.countries().address())
        .set(Field.LOCATION, payment.countries().address())
        .set(Field.FRAUD_SCORE, score.value())
        .set(Field.FRAUD_DETECTED, true)
        .set(Field.INDICATORS, Judge.indicators(score.signs()))
        .set(
            Field.MESSAGE,
            String.format(
                Locale.ROOT,
                "fraud suspected, score %.0f: %s",
                score.value(),
                score.signs().isEmpty() ? "" : score.signs().getFirst().why()));
  }

  private static String hash(String id) {
    return Integer.toHexString(id.hashCode()) + "-" + id.substring(id.length() - 64);
  }
}
