package io.vitrine.intake;

import io.vitrine.accounts.Load;
import io.vitrine.model.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads the body of a request, unpacked when it is packed, and never more of it than the limit. */
final class Body {

  private static final int FIRST = 16 * 1024;

  private final int limit;
  private final Flight.Seat seat;
  private byte[] bytes = new byte[0];
  private int length;

  /**
   * How a body was announced by the headers of its request.
   *
   * @param encoding of the Content-Encoding header: none, identity or gzip
   * @param length of the Content-Length header; -1 without one
   */
  record Announced(@Nullable String encoding, long length) {

    static Announced by(HttpServletRequest request) {
      return new Announced(
          request.getHeader(HttpHeaders.CONTENT_ENCODING), request.getContentLengthLong());
    }

    private String packing() {
      return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    }

    private boolean isPacked() {
      return !packing().isEmpty() && !packing().equals("identity");
    }
  }

  private Body(int limit, Flight.Seat seat) {
    this.limit = limit;
    this.seat = seat;
  }

  /**
   * Reads all of a body. The room for one whose length is known is taken at once: who gets none is
   * refused before the first byte, and bodies that are half read do not starve each other.
   *
   * @param limit most bytes, as sent and unpacked
   * @throws Problem of category TOO_LARGE beyond the limit, LOAD when too much is read at once,
   *     CALLER for another encoding or a broken one
   */
  static Body read(InputStream sent, Announced announced, int limit, Flight.Seat seat)
      throws IOException {
    if (announced.length() > limit) {
      throw tooLarge(limit);
    }
    Body body = new Body(limit, seat);
    try {
      body.grow(body.first(announced));
      body.fill(unpacked(new Limited(sent, limit), announced.packing()));
      Load.addBytes(body.length);
    } catch (EOFException | ZipException e) {
      throw Problem.caller("broken_gzip", "the body is not whole gzip: " + e.getMessage());
    }
    return body;
  }

  /** The bytes, of which the first {@link #length()} count. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** One byte more than there is shows the end without another array. */
  private int first(Announced announced) {
    boolean known = announced.length() >= 0 && !announced.isPacked();
    return known ? (int) announced.length() + 1 : Math.min(FIRST, limit + 1);
  }

  private static InputStream unpacked(InputStream sent, String packing) throws IOException {
    return switch (packing) {
      case "", "identity" -> sent;
      case "gzip", "x-gzip" -> new GZIPInputStream(sent, FIRST);
      default ->
          throw Problem.caller(
              "unknown_encoding", "Content-Encoding is '" + packing + "': gzip or identity");
    };
  }

  private void fill(InputStream in) throws IOException {
    int read = in.read(bytes, 0, bytes.length);
    while (read >= 0) {
      length += read;
      if (length > limit) {
        throw tooLarge(limit);
      }
      if (length == bytes.length) {
        grow((int) Math.min(bytes.length * 2L, limit + 1L));
      }
      read = in.read(bytes, length, bytes.length - length);
    }
  }

  private void grow(int size) {
    seat.take(size - bytes.length);
    bytes = Arrays.copyOf(bytes, size);
  }

  static Problem tooLarge(int limit) {
    return new Problem(
        "body_too_large",
        Problem.Category.TOO_LARGE,
        "the body has more than " + limit + " bytes; nothing of it was accepted");
  }

  /** Counts what is sent, packed or not. */
  private static final class Limited extends FilterInputStream {

    private final int limit;
    private long sent;

    Limited(InputStream in, int limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
      int read = super.read(target, from, most);
      return count(read, read);
    }

    private int count(int result, int bytes) {
      sent += Math.max(0, result < 0 ? 0 : bytes);
      if (sent > limit) {
        throw tooLarge(limit);
      }
      return result;
    }
  }
}
