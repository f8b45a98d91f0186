package io.vitrine.experiments;

import io.vitrine.experiments.stats.Unanswerable;
import io.vitrine.model.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what callers send. Each refusal names the member, the value and the rule. */
final class Wire {

  /** The words of each enum: an answer reads thousands. */
  private static final ClassValue<Map<String, Object>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          return Arrays.stream(type.getEnumConstants())
              .collect(
                  Collectors.toUnmodifiableMap(value -> write((Enum<?>) value), value -> value));
        }
      };

  private Wire() {}

  /** A word of an enum, small letters with underscores; the fallback when absent. */
  static <E extends Enum<E>> E word(
      Class<E> type, String member, @Nullable String text, E fallback) {
    return text == null ? fallback : word(type, member, text);
  }

  /** A word of an enum that has to be there. */
  static <E extends Enum<E>> E word(Class<E> type, String member, @Nullable String text) {
    Object known = text == null ? null : WORDS.get(type).get(text);
    if (known == null) {
      throw Problem.caller(
          "unknown_name",
          unknown(type, member, text),
          Map.of("member", member, "value", String.valueOf(text)));
    }
    return type.cast(known);
  }

  static String write(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> String unknown(
      Class<E> type, String member, @Nullable String text) {
    return Arrays.stream(type.getEnumConstants())
        .map(Wire::write)
        .collect(Collectors.joining(", ", member + " has " + text + "; it is one of ", ""));
  }

  static <T> T given(@Nullable T value, String member) {
    if (value == null) {
      throw Problem.caller("missing_member", member + " is missing", Map.of("member", member));
    }
    return value;
  }

  static <T> T or(@Nullable T value, T fallback) {
    return value == null ? fallback : value;
  }

  /** What the statistics refuse becomes a problem of the caller's. */
  static <T> T answered(String place, Supplier<T> question) {
    try {
      return question.get();
    } catch (Unanswerable refusal) {
      throw Problem.caller(refusal.code(), place + ": " + refusal.getMessage(), refusal.values());
    } catch (ArithmeticException overflow) {
      throw Problem.caller("count_too_large", place + ": the counts are too large to add up");
    }
  }

  /** A number as JSON has it: an open end is absent. */
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
