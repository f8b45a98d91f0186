package io.vitrine.trust;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is remembered while somebody reads it. Only those who are known get so far
 * that a long body of theirs is read; of what nobody reads, the beginning is remembered.
 */
final class BodyCopy extends HttpServletRequestWrapper {

  /** Of a body that is read. */
  static final int MOST = 1024 * 1024;

  /** Of one that is refused by its head. */
  static final int MOST_UNREAD = 64 * 1024;

  private static final System.Logger LOG = System.getLogger(BodyCopy.class.getName());

  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private @Nullable ServletInputStream body;

  BodyCopy(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new Copied(super.getInputStream());
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  /** What was read, and what nobody wanted of what has arrived or is on its way. */
  String beginning() {
    try {
      readOn();
    } catch (IOException | RuntimeException gone) {
      LOG.log(System.Logger.Level.DEBUG, "A body ended early; what came of it is looked at", gone);
    }
    return copy.toString(StandardCharsets.UTF_8);
  }

  private void readOn() throws IOException {
    ServletInputStream unread = getInputStream();
    byte[] some = new byte[8 * 1024];
    while (isExpected(unread) && unread.read(some) > 0) {
      // the stream keeps what it reads
    }
  }

  /**
   * Whether there is more to be seen. A body comes behind its head, often in a packet of its own,
   * and what is refused by its head would be seen by chance. A short one that was announced is
   * waited for, which the server does in any case before it takes the connection's next request;
   * but not from those who send it only when they are asked to.
   */
  private boolean isExpected(ServletInputStream unread) throws IOException {
    if (copy.size() >= MOST_UNREAD || unread.isFinished()) {
      return false;
    }
    long announced = getContentLengthLong();
    boolean sent = getHeader("Expect") == null && announced <= MOST_UNREAD;
    return unread.available() > 0 || (sent && copy.size() < announced);
  }

  private final class Copied extends ServletInputStream {

    private final ServletInputStream body;

    Copied(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      if (next >= 0 && copy.size() < MOST) {
        copy.write(next);
      }
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = body.read(into, offset, length);
      if (got > 0) {
        copy.write(into, offset, Math.min(got, Math.max(0, MOST - copy.size())));
      }
      return got;
    }

    @Override
    public int available() throws IOException {
      return body.available();
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
