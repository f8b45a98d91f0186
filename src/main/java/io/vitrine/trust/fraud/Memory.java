package io.vitrine.trust.fraud;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is remembered of payments: trails of everybody who took part, the newest payments by id, and
 * the model of anomalies. Bounded, and made again from the stored events after a restart. Not
 * thread-safe.
 */
final class Memory {

  private static final int TRAILS = 100_000;
  private static final int PAYMENTS = 50_000;

  /** The model forgets what is longer ago by itself. */
  private static final int LEARNT_AGAIN = 2_000;

  private record Known(Transaction payment, Anomaly anomaly) {}

  private final Trails trails = new Trails(TRAILS);
  private final AnomalyModel model = new AnomalyModel();
  private final Deque<double[]> unlearnt = new ArrayDeque<>();
  private final Map<String, Known> known =
      new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > PAYMENTS;
        }
      };

  /** Takes a report of a payment; a second report of the same id adds to the first. */
  Seen observe(Transaction report) {
    learn();
    Known before = known.get(report.id());
    if (before == null) {
      Past past = remember(report);
      Anomaly anomaly = model.grade(AnomalyModel.figures(report, past));
      known.put(report.id(), new Known(report, anomaly));
      return new Seen(report, past, anomaly, true);
    }
    Transaction payment = before.payment().with(report);
    if (!payment.equals(before.payment())) {
      trails.remove(new Mark(before.payment()));
      remember(payment);
      known.put(payment.id(), new Known(payment, before.anomaly()));
    }
    return new Seen(payment, new Past(trails, payment), before.anomaly(), false);
  }

  private Past remember(Transaction payment) {
    trails.add(new Mark(payment));
    return new Past(trails, payment);
  }

  /** Takes a report that was judged before a restart. */
  void restore(Transaction report) {
    Known before = known.get(report.id());
    Transaction payment = before == null ? report : before.payment().with(report);
    if (before != null) {
      trails.remove(new Mark(before.payment()));
    }
    Past past = remember(payment);
    known.put(payment.id(), new Known(payment, Anomaly.NONE));
    if (before == null) {
      unlearnt.add(AnomalyModel.figures(payment, past));
    }
    if (unlearnt.size() > LEARNT_AGAIN) {
      unlearnt.removeFirst();
    }
  }

  private void learn() {
    while (!unlearnt.isEmpty()) {
      model.grade(unlearnt.removeFirst());
    }
  }
}
