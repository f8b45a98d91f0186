package io.vitrine.history;

import io.vitrine.model.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A try that failed in a way that may pass. */
final class DownloadAgain extends Exception {

  private static final long serialVersionUID = 1;

  /** The longest that somebody sits and waits. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final int MOST_DOUBLINGS = 5;

  private final String code;
  private final String what;
  private final transient @Nullable Duration asked;

  /**
   * A failed try.
   *
   * @param asked how long the server asks to wait; null when it does not say
   */
  DownloadAgain(String code, String message, @Nullable Duration asked) {
    super(message);
    this.code = code;
    this.what = message;
    this.asked = asked;
  }

  boolean isTooLong() {
    return asked != null && asked.compareTo(LONGEST) > 0;
  }

  /** What the server asks for, else longer after each failure. */
  Duration delay(int failures) {
    return asked == null ? Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS)) : asked;
  }

  Problem problem() {
    if (asked == null) {
      return new Problem(code, Problem.Category.OUTSIDE, what);
    }
    return Problem.load(code, what + " Try again in " + asked.toSeconds() + " s.", asked);
  }
}
