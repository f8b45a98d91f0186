package io.vitrine.logs.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the chunks of GELF datagrams together: at most 128 of a message, all within five seconds, of
 * at most a thousand messages at a time.
 */
final class GelfChunks {

  private static final int HEAD = 12;
  private static final int MOST_CHUNKS = 128;
  private static final int MOST_MESSAGES = 1_000;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Parts(Instant since, byte[] @Nullable [] parts) {}

  private final Clock clock;
  private final Map<Long, Parts> open = new LinkedHashMap<>();

  GelfChunks(Clock clock) {
    this.clock = clock;
  }

  static boolean isChunk(byte[] datagram) {
    return datagram.length > HEAD && datagram[0] == 0x1e && datagram[1] == 0x0f;
  }

  /** The whole message when this chunk was its last; else null. */
  byte @Nullable [] add(byte[] datagram) {
    forget();
    long id = ByteBuffer.wrap(datagram, 2, 8).getLong();
    int number = datagram[10] & 0xff;
    int count = datagram[11] & 0xff;
    if (count == 0 || count > MOST_CHUNKS || number >= count) {
      return null;
    }
    Parts parts = open.computeIfAbsent(id, fresh -> new Parts(clock.instant(), new byte[count][]));
    if (number < parts.parts().length) {
      parts.parts()[number] = java.util.Arrays.copyOfRange(datagram, HEAD, datagram.length);
    }
    return whole(id, parts);
  }

  private byte @Nullable [] whole(long id, Parts parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts.parts()) {
      if (part == null) {
        return null;
      }
      whole.writeBytes(part);
    }
    open.remove(id);
    return whole.toByteArray();
  }

  private void forget() {
    Instant oldest = clock.instant().minus(LONGEST);
    Iterator<Parts> each = open.values().iterator();
    while (each.hasNext()) {
      boolean late = each.next().since().isBefore(oldest);
      if (!late && open.size() <= MOST_MESSAGES) {
        return;
      }
      each.remove();
    }
  }
}
