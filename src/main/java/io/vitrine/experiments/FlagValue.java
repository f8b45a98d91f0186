package io.vitrine.experiments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What flags give: booleans, texts, numbers and JSON. */
final class FlagValue {

  private FlagValue() {}

  /**
   * Whether two values say the same. Numbers are compared as numbers, also within objects: a
   * browser writes 1.0 as 1.
   */
  static boolean isSame(Object one, Object other) {
    return switch (one) {
      case Number number -> other instanceof Number that && isSameNumber(number, that);
      case Map<?, ?> members -> other instanceof Map<?, ?> that && isSameObject(members, that);
      case List<?> items -> other instanceof List<?> that && isSameList(items, that);
      default -> one.equals(other);
    };
  }

  private static boolean isSameNumber(Number one, Number other) {
    return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
  }

  private static boolean isSameObject(Map<?, ?> one, Map<?, ?> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(name -> isSameMember(one.get(name), other.get(name)));
  }

  private static boolean isSameList(List<?> one, List<?> other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(at -> isSameMember(one.get(at), other.get(at)));
  }

  private static boolean isSameMember(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Objects.equals(one, other);
    }
    return isSame(one, other);
  }
}
