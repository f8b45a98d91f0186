package io.vitrine.trust.fraud;

import io.vitrine.model.Problem;
import io.vitrine.store.EventStore;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Judges the payments of the last days again, by rules that hold and by rules that might.
 * Everything is made again from the stored events, in the order of storing, so each payment is
 * judged by no more than was known then.
 */
@Component
class BackTest {

  private static final int JUDGED_AGAIN_DAYS = 90;
  private static final int BATCH = 5_000;

  private final EventStore store;
  private final FraudRecords records;
  private final ListBook lists;
  private final Judge judge;
  private final Clock clock;
  private final Semaphore free = new Semaphore(1);

  BackTest(EventStore store, Records records, ListBook lists, Judge judge, Clock clock) {
    this.store = store;
    this.records = records.fraud();
    this.lists = lists;
    this.judge = judge;
    this.clock = clock;
  }

  /** A payment by two sets of rules. */
  record Both(Transaction payment, Score now, Score then) {}

  /** The payments of the last days, each once, by both rules. */
  List<Both> compare(Rules now, Rules then, int days) {
    Map<String, Both> compared = new LinkedHashMap<>();
    replay(
        days,
        seen ->
            compared.put(
                seen.payment().id(),
                new Both(
                    seen.payment(),
                    Scorer.score(seen, now, lists.current()),
                    Scorer.score(seen, then, lists.current()))));
    return List.copyOf(compared.values());
  }

  /** Writes down the scores of the last 90 days by new rules; what was decided stays. */
  void judgeAgain(RuleBook.Edition edition) {
    Map<String, FraudRecord> scores = new LinkedHashMap<>();
    replay(
        JUDGED_AGAIN_DAYS,
        seen -> {
          Score score = Scorer.score(seen, edition.rules(), lists.current());
          scores.put(seen.payment().id(), judge.record(seen, score, edition.version()));
        });
    List<FraudRecord> all = List.copyOf(scores.values());
    for (int from = 0; from < all.size(); from += BATCH) {
      records.keep(all.subList(from, Math.min(all.size(), from + BATCH)), null);
    }
  }

  private void replay(int days, Consumer<Seen> judging) {
    if (!free.tryAcquire()) {
      throw Problem.load("back_test_busy", "one back-test runs at a time", Duration.ofSeconds(2));
    }
    try {
      Instant from = clock.instant().minus(Duration.ofDays(days));
      Memory memory = new Memory();
      Payments.read(
          store,
          records.judgedUntil(),
          clock.instant().minus(Window.YEAR.length()),
          report -> {
            if (report.at().isBefore(from)) {
              memory.restore(report);
              return;
            }
            judging.accept(memory.observe(report));
          });
    } finally {
      free.release();
    }
  }
}
