package io.vitrine.shop;

import io.vitrine.model.Comparison;
import io.vitrine.model.Metric;
import io.vitrine.model.Question;
import io.vitrine.model.TimeRange;
import io.vitrine.store.Answers;
import io.vitrine.store.EventStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Counts who is there now, once for all who listen; nothing is asked while nobody does. */
@Component
class LiveCounter implements DisposableBean {

  /** Somebody is there while the last event is not older than this. */
  static final Duration PRESENT = Duration.ofMinutes(5);

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final System.Logger LOG = System.getLogger(LiveCounter.class.getName());

  private final Answers answers;
  private final EventStore store;
  private final Clock clock;
  private final List<SseEmitter> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live").factory());
  private @Nullable Now last;

  LiveCounter(Answers answers, EventStore store, Clock clock) {
    this.answers = answers;
    this.store = store;
    this.clock = clock;
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(this::report, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is told. */
  record Now(long visitors, double eventsPerSecond, long watermark, Instant at) {}

  SseEmitter subscribe() {
    SseEmitter listener = new SseEmitter(0L);
    listener.onCompletion(() -> listeners.remove(listener));
    listener.onError(failure -> listeners.remove(listener));
    listeners.add(listener);
    return listener;
  }

  private void report() {
    if (listeners.isEmpty()) {
      last = null;
      return;
    }
    try {
      Now now = count();
      listeners.forEach(listener -> tell(listener, now));
      last = now;
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.WARNING, "The live counter could not count", failure);
    }
  }

  Now count() {
    Instant at = clock.instant();
    Question present =
        new Question.Totals(
            List.of(Metric.VISITORS),
            new TimeRange(at.minus(PRESENT), at.plusSeconds(1)),
            List.of(),
            Comparison.NONE);
    Object visitors = answers.ask(present).value(0, Metric.VISITORS.wireName());
    long watermark = store.watermark().sequence();
    return new Now(visitors instanceof Long count ? count : 0, pace(watermark, at), watermark, at);
  }

  private double pace(long watermark, Instant at) {
    if (last == null) {
      return 0;
    }
    double seconds = Duration.between(last.at(), at).toMillis() / 1000.0;
    return seconds <= 0 ? 0 : (watermark - last.watermark()) / seconds;
  }

  private void tell(SseEmitter listener, Now now) {
    try {
      listener.send(SseEmitter.event().name("now").data(now));
    } catch (IOException | IllegalStateException gone) {
      listeners.remove(listener);
    }
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
    listeners.forEach(SseEmitter::complete);
  }
}
