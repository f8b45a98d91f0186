package io.vitrine.logs;

import io.vitrine.intake.Tap;
import io.vitrine.model.Event;
import io.vitrine.store.LogText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells those who listen of every log that matches what they look for, as soon as it is stored. A
 * listener that is too slow loses logs rather than memory, and is told how many.
 */
@Component
class LogTail implements Tap, DisposableBean {

  private static final int MOST_WAITING = 1_000;
  private static final Duration PULSE = Duration.ofSeconds(10);

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "log-tail";
  }

  @Override
  public void stored(List<Event> events, long watermark) {
    if (listeners.isEmpty()) {
      return;
    }
    for (Event event : events) {
      if (event.type().isLog()) {
        Map<String, List<Object>> values = LogText.valuesOf(event);
        listeners.forEach(listener -> listener.see(event, values));
      }
    }
  }

  SseEmitter listen(LogMatcher matcher) {
    SseEmitter emitter = new SseEmitter(0L);
    Listener listener = new Listener(matcher, emitter);
    emitter.onCompletion(listener::stop);
    emitter.onError(failure -> listener.stop());
    listeners.add(listener);
    listener.thread.start();
    return emitter;
  }

  @Override
  public void destroy() {
    listeners.forEach(Listener::stop);
  }

  /** How many logs this listener was too slow for, since the last pulse. */
  record Pulse(long dropped) {}

  private final class Listener {

    private final LogMatcher matcher;
    private final SseEmitter emitter;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread = Thread.ofVirtual().name("log-tail").unstarted(this::run);
    private volatile boolean stopped;

    Listener(LogMatcher matcher, SseEmitter emitter) {
      this.matcher = matcher;
      this.emitter = emitter;
    }

    void see(Event event, Map<String, List<Object>> values) {
      if (matcher.matches(event.timestamp(), values) && !waiting.offer(event)) {
        dropped.incrementAndGet();
      }
    }

    void run() {
      try {
        send(new Pulse(0));
        while (!stopped) {
          Event next = waiting.poll(PULSE.toMillis(), TimeUnit.MILLISECONDS);
          if (next == null || dropped.get() > 0) {
            send(new Pulse(dropped.getAndSet(0)));
          }
          if (next != null) {
            emitter.send(SseEmitter.event().name("log").data(LogForm.of(next)));
          }
        }
        emitter.complete();
      } catch (IOException | IllegalStateException gone) {
        listeners.remove(this);
      } catch (InterruptedException end) {
        emitter.complete();
      }
    }

    private void send(Pulse pulse) throws IOException {
      emitter.send(SseEmitter.event().name("pulse").data(pulse));
    }

    void stop() {
      stopped = true;
      listeners.remove(this);
      thread.interrupt();
    }
  }
}
