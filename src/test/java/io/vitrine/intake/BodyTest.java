package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyTest {

  private static final int LIMIT = 1 << 20;

  private final Flight flight = new Flight(4 * LIMIT);

  @Test
  void aBodyOfExactlyTheLimitIsRead() throws Exception {
    try (Flight.Seat seat = flight.seat()) {
      assertThat(read(new byte[LIMIT], null, seat).length()).isEqualTo(LIMIT);
      assertThat(read(gzip(new byte[LIMIT]), "GZip", seat).length()).isEqualTo(LIMIT);
    }
    assertThat(flight.bytes()).isZero();
  }

  @Test
  void oneByteMoreIsTooLarge() throws Exception {
    refused(new byte[LIMIT + 1], null).extracting("code").isEqualTo("body_too_large");
    refused(gzip(new byte[LIMIT + 1]), "gzip").extracting("code").isEqualTo("body_too_large");
  }

  @Test
  void aZipBombEndsAtTheLimit() throws Exception {
    byte[] bomb = gzip(new byte[400 * LIMIT]);
    assertThat(bomb.length).isLessThan(LIMIT);
    refused(bomb, "gzip").extracting("code").isEqualTo("body_too_large");
    assertThat(flight.bytes()).isZero();
  }

  @Test
  void whatIsNotWholeGzipIsRefused() throws Exception {
    byte[] packed = gzip(new byte[10_000]);
    refused(Arrays.copyOf(packed, packed.length / 2), "gzip")
        .extracting("code")
        .isEqualTo("broken_gzip");
    refused(new byte[0], "gzip").extracting("code").isEqualTo("broken_gzip");
    refused("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "gzip")
        .extracting("code")
        .isEqualTo("broken_gzip");
    packed[packed.length / 2] ^= 0x55;
    refused(packed, "gzip").extracting("code").isEqualTo("broken_gzip");
  }

  @Test
  void anotherEncodingIsRefused() {
    refused(new byte[1], "br").extracting("code").isEqualTo("unknown_encoding");
  }

  @Test
  void tooManyBytesAtOnceAreRefusedForNow() throws Exception {
    try (Flight.Seat first = flight.seat()) {
      first.take(4 * LIMIT - 1000);
      refused(new byte[2000], null)
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.category()).isEqualTo(Problem.Category.LOAD);
                assertThat(problem.retryAfter()).isPresent();
              });
    }
    assertThat(flight.bytes()).isZero();
  }

  @Test
  void aBodyWhoseLengthIsKnownTakesItsRoomAtOnce() throws Exception {
    byte[] sent = new byte[LIMIT / 2];
    try (Flight.Seat seat = flight.seat()) {
      Body body =
          Body.read(
              new ByteArrayInputStream(sent), new Body.Announced(null, sent.length), LIMIT, seat);
      assertThat(body.length()).isEqualTo(sent.length);
      assertThat(flight.bytes()).as("one byte shows the end").isEqualTo(sent.length + 1);
    }
    try (Flight.Seat first = flight.seat();
        Flight.Seat second = flight.seat()) {
      first.take(4 * LIMIT - 1000);
      InputStream unread = InputStream.nullInputStream();
      unread.close(); // whoever reads it fails
      assertThatThrownBy(
              () -> Body.read(unread, new Body.Announced("identity", 2000), LIMIT, second))
          .extracting("category")
          .isEqualTo(Problem.Category.LOAD);
      assertThatThrownBy(
              () -> Body.read(unread, new Body.Announced(null, LIMIT + 1), LIMIT, second))
          .extracting("category")
          .isEqualTo(Problem.Category.TOO_LARGE);
    }
  }

  @Test
  void theMoreIsRefusedTheLaterItMayComeAgain() {
    try (Flight.Seat first = flight.seat();
        Flight.Seat second = flight.seat()) {
      first.take(4 * LIMIT);
      assertThat(refusedFor(second)).isOne();
      for (int i = 0; i < 40; i++) {
        refusedFor(second);
      }
      assertThat(refusedFor(second)).isGreaterThan(5);
      for (int i = 0; i < 400; i++) {
        refusedFor(second);
      }
      assertThat(refusedFor(second)).isEqualTo(30);
    }
  }

  private static long refusedFor(Flight.Seat seat) {
    try {
      seat.take(4 * LIMIT);
      throw new AssertionError("there is no room");
    } catch (Problem busy) {
      return busy.retryAfter().orElseThrow().toSeconds();
    }
  }

  @Test
  void whatOneRequestCanNeverHaveIsTooLarge() {
    try (Flight.Seat seat = flight.seat()) {
      seat.take(3 * LIMIT);
      assertThatThrownBy(() -> seat.take(2 * LIMIT))
          .extracting("category")
          .isEqualTo(Problem.Category.TOO_LARGE);
    }
    assertThat(flight.bytes()).isZero();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      byte[] sent, @Nullable String encoding) {
    return assertThatThrownBy(
        () -> {
          try (Flight.Seat seat = flight.seat()) {
            read(sent, encoding, seat);
          }
        });
  }

  private static Body read(byte[] sent, @Nullable String encoding, Flight.Seat seat)
      throws IOException {
    return Body.read(new ByteArrayInputStream(sent), new Body.Announced(encoding, -1), LIMIT, seat);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
