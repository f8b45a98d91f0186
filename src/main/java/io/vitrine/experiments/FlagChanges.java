package io.vitrine.experiments;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells clients that listen to evaluate again when an experiment changes. */
@Component
class FlagChanges {

  /** Proxies close what is silent for a minute. */
  private static final Duration BEAT = Duration.ofSeconds(25);

  private final List<SseEmitter> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService teller =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("flags").factory());

  FlagChanges(Experiments experiments) {
    experiments.onChange(() -> teller.execute(this::tell));
    ScheduledFuture<?> _ =
        teller.scheduleWithFixedDelay(
            () ->
                listeners.forEach(listener -> send(listener, SseEmitter.event().comment("alive"))),
            BEAT.toMillis(),
            BEAT.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  SseEmitter subscribe() {
    SseEmitter listener = new SseEmitter(0L);
    listener.onCompletion(() -> listeners.remove(listener));
    listener.onError(failure -> listeners.remove(listener));
    listeners.add(listener);
    // So that the client has the headers at once.
    teller.execute(() -> send(listener, SseEmitter.event().comment("listening")));
    return listener;
  }

  private void tell() {
    listeners.forEach(
        listener -> send(listener, SseEmitter.event().data(Map.of("type", "refetchEvaluation"))));
  }

  private void send(SseEmitter listener, SseEmitter.SseEventBuilder event) {
    try {
      listener.send(event);
    } catch (IOException | IllegalStateException gone) {
      listeners.remove(listener);
    }
  }

  /** Before the server waits for open answers, or it would wait for these. */
  @EventListener(ContextClosedEvent.class)
  void end() {
    teller.shutdownNow();
    listeners.forEach(SseEmitter::complete);
  }
}
