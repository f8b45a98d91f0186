package io.vitrine.trust.fraud;

import io.vitrine.intake.Intake;
import io.vitrine.model.Event;
import io.vitrine.store.EventStore;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.Stretch;
import io.vitrine.trust.Progress;
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
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Judges every payment that is stored, a quarter of a second later at most, in the order of
 * storing. It reads on from where it stopped. What was judged and cannot be kept waits and is kept
 * before anything else is judged, so no payment is remembered twice. What it remembers is made
 * again from the stored events after a restart.
 */
@Component
class Follower implements InitializingBean, DisposableBean {

  private static final System.Logger LOG = System.getLogger(Follower.class.getName());

  /** Often, so that what it reads is still in memory. */
  private static final Duration EVERY = Duration.ofMillis(250);

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

  /** Judged and not kept yet. */
  private final Map<String, FraudRecord> scores = new LinkedHashMap<>();

  /** Made when they are sent, for the intake uses them up. */
  private final List<Supplier<Event.Draft>> suspicions = new ArrayList<>();

  private final Progress progress;
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
    this.progress = new Progress(this.records::judgedUntil);
    this.rules = rules;
    this.lists = lists;
    this.judge = judge;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
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

  /**
   * Judges everything that the store holds and that was not judged yet; first it keeps what could
   * not be kept.
   */
  synchronized void follow() {
    restore(progress.seen());
    keep();
    while (progress.seen() < store.watermark().sequence() && !stopped) {
      Stretch next = store.after(progress.seen(), STRETCH, Reading.TYPES);
      judge(next);
      progress.saw(next.until());
      keep();
    }
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

  private void judge(Stretch stretch) {
    RuleBook.Edition edition = rules.current();
    Lists listed = lists.current();
    for (StoredEvent stored : stretch.events()) {
      judge(stored, edition, listed);
      progress.saw(stored.sequence());
    }
  }

  /** One that cannot be judged is told and passed over, for others stand behind it. */
  private void judge(StoredEvent stored, RuleBook.Edition edition, Lists listed) {
    try {
      Reading.payment(stored.event()).ifPresent(report -> judge(report, edition, listed));
    } catch (RuntimeException failure) {
      LOG.log(
          System.Logger.Level.ERROR,
          "The payment of event " + stored.event().id() + " could not be judged",
          failure);
    }
  }

  private void judge(Transaction report, RuleBook.Edition edition, Lists listed) {
    Seen seen = memory.observe(report);
    Score score = Scorer.score(seen, edition.rules(), listed);
    latest.put(report.id(), score);
    scores.put(report.id(), judge.record(seen, score, edition.version()));
    if (score.level().isCase()) {
      Transaction payment = seen.payment();
      suspicions.add(() -> Suspicion.event(payment, score));
    }
  }

  /** The events first: when writing the scores fails, both are written again, with the same ids. */
  private void keep() {
    if (!suspicions.isEmpty()) {
      intake.accept(suspicions.stream().map(Supplier::get).toList());
    }
    if (!scores.isEmpty() || progress.isDue()) {
      records.keep(List.copyOf(scores.values()), progress.seen());
      progress.noted(progress.seen());
    }
    scores.clear();
    suspicions.clear();
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
