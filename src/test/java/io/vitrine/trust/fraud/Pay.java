package io.vitrine.trust.fraud;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Payments for tests: a card payment of 40 euro in France at noon, unless said otherwise. */
final class Pay {

  static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");

  private Pay() {}

  static Event.Draft at(String id, long seconds) {
    return Event.draft()
        .set(Field.ID, "event-" + id)
        .set(Field.TYPE, EventType.TRANSACTION.name())
        .set(Field.TIMESTAMP, NOON.plusSeconds(seconds))
        .set(Field.TRANSACTION_ID, id)
        .set(Field.AMOUNT, new BigDecimal("40"))
        .set(Field.CURRENCY, "EUR")
        .set(Field.RATE, 1.0)
        .set(Field.COUNTRY, "FR")
        .set(Field.STATUS, "approved");
  }

  static Event.Draft by(String user, String id, long seconds) {
    return at(id, seconds).set(Field.USER_ID, user);
  }

  static Event.Draft of(String amount, Event.Draft draft) {
    return draft.set(Field.AMOUNT, new BigDecimal(amount));
  }

  static Transaction read(Event.Draft draft) {
    return Reading.payment(draft.finish()).orElseThrow();
  }

  /** The score of the last payment, after the others. */
  static Score score(Event.Draft... drafts) {
    return scores(List.of(drafts)).getLast();
  }

  static List<Score> scores(List<Event.Draft> drafts) {
    Memory memory = new Memory();
    List<Score> scores = new ArrayList<>();
    for (Event.Draft draft : drafts) {
      scores.add(Scorer.score(memory.observe(read(draft)), Rules.SHIPPED, Lists.NONE));
    }
    return scores;
  }

  static List<String> names(Score score) {
    return score.signs().stream().map(Sign::name).toList();
  }
}
