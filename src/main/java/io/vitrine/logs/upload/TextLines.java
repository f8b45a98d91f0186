package io.vitrine.logs.upload;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, each held up to a limit: a file without a line end is not held whole. What
 * of a line is beyond the limit is passed over.
 */
final class TextLines {

  private static final int AT_ONCE = 64 * 1024;

  private final Reader text;
  private final int longest;
  private final char[] signs = new char[AT_ONCE];
  private int at;
  private int end;
  private boolean afterReturn;
  private long number;
  private boolean cut;

  TextLines(Reader text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /** The next line without its end, or null at the end of the text. */
  @Nullable String next() throws IOException {
    if (!fill()) {
      return null;
    }
    if (afterReturn && signs[at] == '\n') {
      at++;
      afterReturn = false;
      return next();
    }
    afterReturn = false;
    cut = false;
    number++;
    StringBuilder line = new StringBuilder();
    while (fill()) {
      int stop = stop();
      keep(line, stop);
      at = stop;
      if (at < end) {
        afterReturn = signs[at++] == '\r';
        return line.toString();
      }
    }
    return line.toString();
  }

  /** Which line the last one was, from 1. */
  long number() {
    return number;
  }

  /** Whether the last line was longer than the limit. */
  boolean isCut() {
    return cut;
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    at = 0;
    end = Math.max(0, text.read(signs));
    return end > 0;
  }

  private int stop() {
    int stop = at;
    while (stop < end && signs[stop] != '\n' && signs[stop] != '\r') {
      stop++;
    }
    return stop;
  }

  private void keep(StringBuilder line, int stop) {
    int kept = Math.min(stop - at, longest - line.length());
    line.append(signs, at, kept);
    cut |= kept < stop - at;
  }
}
