package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gives an event without an id one (UUID version 7: the time it was received, then random bits). An
 * event without an id counts again when its sender tries again: only the sender can say that two
 * events are the same.
 */
final class GiveId implements Step {

  private static final int BYTES = 10;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final RandomGenerator random;
  private final byte[] pool = new byte[BYTES * 256];
  private int left;

  /**
   * The step.
   *
   * @param random not predictable
   */
  GiveId(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    if (!draft.has(Field.ID)) {
      draft.set(Field.ID, uuid(receivedAt.toEpochMilli()));
    }
    return null;
  }

  private String uuid(long millis) {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 6; i++) {
      bytes[i] = (byte) (millis >>> (40 - 8 * i));
    }
    fill(bytes);
    bytes[6] = (byte) (0x70 | (bytes[6] & 0x0f));
    bytes[8] = (byte) (0x80 | (bytes[8] & 0x3f));
    return text(bytes);
  }

  private synchronized void fill(byte[] bytes) {
    if (left == 0) {
      random.nextBytes(pool);
      left = pool.length;
    }
    left -= BYTES;
    System.arraycopy(pool, left, bytes, 6, BYTES);
  }

  private static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder(36);
    for (int i = 0; i < bytes.length; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        text.append('-');
      }
      text.append(HEX[(bytes[i] >> 4) & 0xf]).append(HEX[bytes[i] & 0xf]);
    }
    return text.toString();
  }
}
