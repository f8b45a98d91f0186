package io.vitrine.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one family of failures that a caller sees: a stable code, who has to act, and a message that
 * names the value and the rule.
 */
public final class Problem extends RuntimeException {

  /** Who has to act. */
  public enum Category {
    /** The caller sent something that cannot be done. */
    CALLER,
    /** The caller is not signed in or its credentials do not hold. */
    UNKNOWN_CALLER,
    /** The caller may not do this. */
    FORBIDDEN,
    /** There is no such thing. */
    ABSENT,
    /** The thing is in a state that does not allow this. */
    CONFLICT,
    /** The caller sent more than the limit. */
    TOO_LARGE,
    /** Too much at once; the same request may succeed later. */
    LOAD,
    /** Our fault. */
    OURS,
    /** Something outside that we depend on failed. */
    OUTSIDE
  }

  private final String code;
  private final Category category;
  private final transient Map<String, String> values;
  private final transient @Nullable Duration retryAfter;

  public Problem(String code, Category category, String message) {
    this(code, category, message, Map.of(), null, null);
  }

  private Problem(
      String code,
      Category category,
      String message,
      Map<String, String> values,
      @Nullable Throwable cause,
      @Nullable Duration retryAfter) {
    super(message, cause);
    this.code = code;
    this.category = category;
    this.values = Map.copyOf(values);
    this.retryAfter = retryAfter;
  }

  public static Problem caller(String code, String message) {
    return new Problem(code, Category.CALLER, message);
  }

  /** One whose values can be said in another language. */
  public static Problem caller(String code, String message, Map<String, String> values) {
    return new Problem(code, Category.CALLER, message, values, null, null);
  }

  public static Problem absent(String code, String message) {
    return new Problem(code, Category.ABSENT, message);
  }

  public static Problem ours(String code, String message, Throwable cause) {
    return new Problem(code, Category.OURS, message, Map.of(), cause, null);
  }

  /** Too much at once. The caller may try again after the given time. */
  public static Problem load(String code, String message, Duration retryAfter) {
    return new Problem(code, Category.LOAD, message, Map.of(), null, retryAfter);
  }

  /** Stable, in snake case; part of the API. */
  public String code() {
    return code;
  }

  public Category category() {
    return category;
  }

  /**
   * What the message names, by name: with the code enough to say the same in another language.
   * Empty where the code says it all, or nobody needed it yet.
   */
  public Map<String, String> values() {
    return values;
  }

  /** When a LOAD problem may be tried again. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
