package io.vitrine.experiments;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
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

  /** Each holds a connection; who comes later asks again from time to time. */
  private static final int MOST = 5_000;

  private static final int TICKET_BYTES = 16;

  private final String ticket;
  private final List<SseEmitter> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService teller =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("flags").factory());

  FlagChanges(Experiments experiments) {
    byte[] secret = new byte[TICKET_BYTES];
    new SecureRandom().nextBytes(secret);
    this.ticket = HexFormat.of().formatHex(secret);
    experiments.onChange(() -> teller.execute(this::tell));
    ScheduledFuture<?> _ =
        teller.scheduleWithFixedDelay(
            () ->
                listeners.forEach(listener -> send(listener, SseEmitter.event().comment("alive"))),
            BEAT.toMillis(),
            BEAT.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * What lets a browser listen, whose event streams send no key. It is told to whoever evaluates
   * flags with one, and lets see nothing but that something changed.
   */
  String ticket() {
    return ticket;
  }

  /**
   * Listens with a ticket.
   *
   * @throws Problem of category ABSENT with another ticket, LOAD when too many listen
   */
  SseEmitter subscribe(String shown) {
    if (!MessageDigest.isEqual(bytes(shown), bytes(ticket))) {
      throw Problem.absent(
          "stream_unknown", "there is no such stream of changes; evaluate all flags for its path");
    }
    return subscribe();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Listens.
   *
   * @throws Problem of category LOAD when too many listen
   */
  SseEmitter subscribe() {
    if (listeners.size() >= MOST) {
      throw Problem.load(
          "too_many_listeners", MOST + " listen already, which is the most", Duration.ofMinutes(1));
    }
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
