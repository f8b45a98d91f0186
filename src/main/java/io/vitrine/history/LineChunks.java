package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Hands out a file in chunks of whole lines, to several threads at once. Reading and counting lines
 * is done by one thread at a time; what a chunk holds is looked at by its own thread.
 */
final class LineChunks implements AutoCloseable {

  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_LINE = 1 << 23;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EIGHT_LINE_ENDS = 0x0A0A_0A0A_0A0A_0A0AL;
  private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

  private final String name;
  private final InputStream in;
  private byte[] rest = new byte[0];
  private long lines;
  private boolean ended;

  LineChunks(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** Some whole lines. Used again for the next ones. */
  static final class Chunk {
    byte[] bytes = new byte[CHUNK];
    int length;
    long firstLine;
  }

  /** The first line without its end; empty when the file is. */
  synchronized byte[] firstLine() {
    Chunk chunk = new Chunk();
    if (!next(chunk)) {
      return new byte[0];
    }
    int end = 0;
    while (end < chunk.length && chunk.bytes[end] != '\n') {
      end++;
    }
    int begin = Math.min(end + 1, chunk.length);
    byte[] unread = Arrays.copyOfRange(chunk.bytes, begin, chunk.length);
    rest = join(unread, rest);
    ended = false;
    lines = 1;
    return Arrays.copyOf(chunk.bytes, end);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /** Fills a chunk with the next lines; false at the end. The last line may have no end. */
  synchronized boolean next(Chunk chunk) {
    if (ended) {
      return false;
    }
    if (chunk.bytes.length < CHUNK + rest.length) {
      chunk.bytes = new byte[CHUNK + rest.length];
    }
    System.arraycopy(rest, 0, chunk.bytes, 0, rest.length);
    int filled = read(chunk, rest.length);
    int end = ended ? filled : lastLine(chunk, filled);
    rest = Arrays.copyOfRange(chunk.bytes, end, filled);
    chunk.length = end;
    chunk.firstLine = lines + 1;
    lines += lines(chunk);
    return end > 0;
  }

  /** Counts the line ends, eight bytes at a time: of each that is one a bit is left. */
  private static int lines(Chunk chunk) {
    int lines = 0;
    int at = 0;
    for (; at + Long.BYTES <= chunk.length; at += Long.BYTES) {
      long other = (long) EIGHT_BYTES.get(chunk.bytes, at) ^ EIGHT_LINE_ENDS;
      lines += Long.bitCount(~(((other & LOW_BITS) + LOW_BITS) | other | LOW_BITS));
    }
    for (; at < chunk.length; at++) {
      lines += chunk.bytes[at] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Reads until there is a whole line; returns how far the chunk is filled. */
  private int read(Chunk chunk, int from) {
    int filled = from;
    while (filled < chunk.bytes.length) {
      int count = read(chunk.bytes, filled);
      if (count < 0) {
        ended = true;
        return filled;
      }
      filled += count;
    }
    return filled;
  }

  private int read(byte[] bytes, int from) {
    try {
      return in.read(bytes, from, bytes.length - from);
    } catch (EOFException e) {
      throw Problem.ours("file_truncated", name + " ends in the middle: it is cut off", e);
    } catch (ZipException e) {
      throw Problem.ours("file_damaged", name + " is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw Problem.ours("file_unreadable", name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Where the last whole line ends; reads on while there is none. */
  private int lastLine(Chunk chunk, int filled) {
    for (int i = filled; i > 0; i--) {
      if (chunk.bytes[i - 1] == '\n') {
        return i;
      }
    }
    throw Problem.caller(
        "line_too_long",
        name + " has a line of more than " + Math.min(filled, LONGEST_LINE) + " bytes: no CSV");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw Problem.ours("file_unreadable", name + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
