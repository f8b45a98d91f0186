package io.vitrine.logs.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.intake.LogDoor;
import io.vitrine.logs.LogSettings;
import io.vitrine.store.StoreSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Syslog and GELF on ports of their own, where the settings name any. */
@Component
class LogListeners implements DisposableBean {

  private final LogDoor door;
  private final LogSettings settings;
  private final InetAddress address;
  private final ZoneId zone;
  private final Clock clock;
  private final List<Listening> listening = new ArrayList<>();
  private final List<Waiting> waiting = new CopyOnWriteArrayList<>();

  LogListeners(
      LogDoor door,
      LogSettings settings,
      @Value("${server.address:127.0.0.1}") InetAddress address,
      StoreSettings store,
      Clock clock) {
    this.door = door;
    this.settings = settings;
    this.address = address;
    this.zone = store.zone();
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (settings.syslogPort() > 0) {
      syslog();
    }
    if (settings.gelfPort() > 0) {
      gelf();
    }
  }

  /** What came on each open port since the start. */
  List<Port> ports() {
    return waiting.stream().map(this::port).toList();
  }

  private Port port(Waiting logs) {
    int number = logs.name().equals("syslog") ? settings.syslogPort() : settings.gelfPort();
    return new Port(logs.name(), number, logs.taken(), logs.waiting(), logs.lost());
  }

  /**
   * A port on which logs come without an answer.
   *
   * @param protocol syslog or gelf
   * @param received logs that were taken since the start
   * @param waiting of those, logs that are not stored yet
   * @param lost datagrams without room since the start
   */
  @Schema(name = "LogPort")
  record Port(String protocol, int port, long received, int waiting, long lost) {}

  private Waiting waiting(String name) {
    Waiting fresh = new Waiting(name, door);
    waiting.add(fresh);
    return fresh;
  }

  private void syslog() {
    Waiting logs = waiting("syslog");
    listening.add(
        Listening.on(
            "syslog",
            address,
            settings.syslogPort(),
            in -> readSyslog(in, logs),
            (content, from) -> {
              String text = new String(content, StandardCharsets.UTF_8);
              logs.offer(Json.sent(SyslogMessage.read(text.stripTrailing(), clock, zone)));
            }));
  }

  private void readSyslog(BufferedInputStream in, Waiting logs)
      throws IOException, InterruptedException {
    Frames frames = new Frames(in);
    for (String message = frames.next(); message != null; message = frames.next()) {
      logs.put(Json.sent(SyslogMessage.read(message, clock, zone)));
    }
  }

  private void gelf() {
    Waiting logs = waiting("gelf");
    GelfChunks chunks = new GelfChunks(clock);
    listening.add(
        Listening.on(
            "gelf",
            address,
            settings.gelfPort(),
            in -> readGelf(in, logs),
            (content, from) -> datagram(content, chunks, logs)));
  }

  private static void readGelf(BufferedInputStream in, Waiting logs)
      throws IOException, InterruptedException {
    Frames frames = new Frames(in);
    for (String message = frames.next(); message != null; message = frames.next()) {
      Map<String, Object> fields = GelfMessage.read(message);
      if (fields != null) {
        logs.put(Json.sent(fields));
      }
    }
  }

  private static void datagram(byte[] content, GelfChunks chunks, Waiting logs) {
    byte[] whole = GelfChunks.isChunk(content) ? chunks.add(content) : content;
    Map<String, Object> fields = whole == null ? null : fields(whole);
    if (fields != null) {
      logs.offer(Json.sent(fields));
    }
  }

  private static @Nullable Map<String, Object> fields(byte[] datagram) {
    try {
      return GelfMessage.read(GelfMessage.unpacked(datagram));
    } catch (IOException broken) {
      return null;
    }
  }

  @Override
  public void destroy() throws IOException {
    for (Listening one : listening) {
      one.close();
    }
    waiting.forEach(Waiting::close);
  }
}
