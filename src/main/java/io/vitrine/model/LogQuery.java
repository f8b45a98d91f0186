package io.vitrine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is searched in logs, as a value: made by {@link LogQueryText} from what a person types, and
 * understood by the index, the live tail and everything else that picks logs. A field is named as
 * in the API, an unknown one by its path ({@code metadata.region}); null means any text of the log.
 * Words are compared without regard to case and accents.
 */
public sealed interface LogQuery {

  /** Every log. */
  static LogQuery everything() {
    return new Everything();
  }

  /** Every log. */
  record Everything() implements LogQuery {}

  /**
   * All words of a text, one after the other.
   *
   * @param slop how many other words may stand between them
   */
  record Words(@Nullable String field, String text, int slop) implements LogQuery {}

  /** A text in which {@code *} stands for any characters and {@code ?} for one. */
  record Pattern(@Nullable String field, String text) implements LogQuery {}

  /** The whole value matches a regular expression. */
  record Expression(String field, String text) implements LogQuery {}

  /**
   * A word that may be misspelt.
   *
   * @param edits letters that may differ, 1 or 2
   */
  record Fuzzy(@Nullable String field, String word, int edits) implements LogQuery {}

  /** The whole value is one of some values, without regard to case. */
  record Exactly(String field, List<String> values) implements LogQuery {
    public Exactly {
      values = List.copyOf(values);
    }
  }

  /** A value between two limits; null where it has none. */
  record Between(String field, @Nullable Limit low, @Nullable Limit high) implements LogQuery {}

  /**
   * One end of a range.
   *
   * @param value {@link Double}, {@link Instant} or {@link String}
   * @param included whether the value itself belongs to the range
   */
  record Limit(Object value, boolean included) {}

  /** An address in a network. */
  record Network(String field, String address, int bits) implements LogQuery {}

  /** A log that has the field. */
  record Present(String field) implements LogQuery {}

  /** All must hold; at least one part. */
  record All(List<LogQuery> parts) implements LogQuery {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One must hold; at least one part. */
  record Any(List<LogQuery> parts) implements LogQuery {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** It must not hold. */
  record Not(LogQuery part) implements LogQuery {}

  /** All of some queries; every log when there are none. */
  static LogQuery all(List<LogQuery> parts) {
    List<LogQuery> telling = parts.stream().filter(part -> !(part instanceof Everything)).toList();
    return switch (telling.size()) {
      case 0 -> everything();
      case 1 -> telling.getFirst();
      default -> new All(telling);
    };
  }

  /** Whether it is nothing but words anywhere in the log. */
  default boolean isPlain() {
    return switch (this) {
      case Everything _ -> true;
      case Words words -> words.field() == null;
      case Fuzzy fuzzy -> fuzzy.field() == null;
      case All all -> all.parts().stream().allMatch(LogQuery::isPlain);
      case Pattern _, Expression _, Exactly _, Between _, Network _, Present _, Any _, Not _ ->
          false;
    };
  }
}
