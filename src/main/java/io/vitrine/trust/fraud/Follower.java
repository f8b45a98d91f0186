package io.vitrine.trust.fraud;

import io.vitrine.intake.Intake;
import io.vitrine.model.Event;
import io.vitrine.store.EventStore;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.Stretch;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Judges every payment that is stored, a quarter of a second later at most, in the order of
 * storing. It reads on from where it stopped, so nothing is passed over; a payment that is judged
 * again after a failure gets the same score. What it remembers is made again from the stored events
 * after a restart.
 */
@Component
class Follower implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(Follower.class.getName());

  /** Often, so that what it reads is still in memory. */
  private static final Duration EVERY = Duration.ofMillis(250);

  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);
  private static final int STRETCH = 20_000;
  private static final int LATEST = 10_000;

  private final EventStore store;
  private final Intake intake;
  private final FraudRecords records;
  private final RuleBook rules;
  private final ListBook lists;
  private final Judge judge;
  private final Clock clock;
  private final Memory memory = new Memory();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("fraud").daemon().factory());
  private final Map<String, Score> latest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Score> eldest) {
          return size() > LATEST;
        }
      };
  private boolean restored;

  /** How far it has come; null until the records were asked. */
  private @Nullable Long judged;

  private long lastNote = System.nanoTime() - BETWEEN_NOTES.toNanos();
  private volatile boolean stopped;

  Follower(
      EventStore store,
      Intake intake,
      Records records,
      RuleBook rules,
      ListBook lists,
      Judge judge,
      Clock clock) {
    this.store = store;
    this.intake = intake;
    this.records = records.fraud();
    this.rules = rules;
    this.lists = lists;
    this.judge = judge;
    this.clock = clock;
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            this::followOrTell, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void followOrTell() {
    try {
      follow();
    } catch (RuntimeException failure) {
      if (!stopped) {
        LOG.log(System.Logger.Level.ERROR, "Payments could not be judged; tried again", failure);
      }
    }
  }

  /** Judges everything that the store holds and that was not judged yet. */
  synchronized void follow() {
    long from = judged == null ? records.judgedUntil() : judged;
    judged = null;
    restore(from);
    while (from < store.watermark().sequence() && !stopped) {
      Stretch next = store.after(from, STRETCH, Reading.TYPES);
      judge(next);
      from = next.until();
    }
    judged = from;
  }

  /** What was found of a payment that was judged lately; empty when forgotten. */
  synchronized Optional<Score> latest(String id) {
    return Optional.ofNullable(latest.get(id));
  }

  private void restore(long until) {
    if (!restored) {
      Payments.read(store, until, clock.instant().minus(Window.YEAR.length()), memory::restore);
      records.forget(clock.instant().minus(Window.YEAR.length()));
      restored = true;
    }
  }

  /** The events first: when writing the scores fails, both are written again, with the same ids. */
  private void judge(Stretch stretch) {
    RuleBook.Edition edition = rules.current();
    Map<String, FraudRecord> scores = new LinkedHashMap<>();
    List<Event.Draft> suspicions = new ArrayList<>();
    for (StoredEvent stored : stretch.events()) {
      Reading.payment(stored.event())
          .ifPresent(
              report -> {
                Seen seen = memory.observe(report);
                Score score = Scorer.score(seen, edition.rules(), lists.current());
                latest.put(report.id(), score);
                scores.put(report.id(), judge.record(seen, score, edition.version()));
                if (score.level().isCase()) {
                  suspicions.add(Suspicion.event(seen.payment(), score));
                }
              });
    }
    if (!suspicions.isEmpty()) {
      intake.accept(suspicions);
    }
    boolean due = System.nanoTime() - lastNote >= BETWEEN_NOTES.toNanos();
    if (due || !scores.isEmpty()) {
      records.keep(List.copyOf(scores.values()), stretch.until());
      lastNote = System.nanoTime();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    timer.shutdown();
    if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.log(System.Logger.Level.WARNING, "Payments are still being judged; it goes on next time");
    }
  }
}
