package io.vitrine.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or a piece of one, with a question mark for each bound value.
 *
 * @param text SQL
 * @param values in the order of the question marks: String, Long, Boolean, LocalDate, LocalDateTime
 *     (of UTC), BigDecimal or null
 */
public record Sql(String text, List<@Nullable Object> values) {

  public Sql {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** A piece of SQL with its values. */
  public static Sql of(String text, @Nullable Object... values) {
    return new Sql(text, Arrays.asList(values));
  }

  static Sql join(String separator, List<Sql> pieces) {
    List<@Nullable Object> values = new ArrayList<>();
    pieces.forEach(piece -> values.addAll(piece.values()));
    return new Sql(pieces.stream().map(Sql::text).collect(Collectors.joining(separator)), values);
  }

  /** Puts pieces with their values where their words stand, in the order of the text. */
  static Sql filled(String text, List<String> words, List<Sql> pieces) {
    Sql sql = Sql.of("");
    String rest = text;
    for (int i = 0; i < words.size(); i++) {
      int place = rest.indexOf(words.get(i));
      sql = sql.then(rest.substring(0, place)).then(pieces.get(i));
      rest = rest.substring(place + words.get(i).length());
    }
    return sql.then(rest);
  }

  Sql then(Sql next) {
    return join("", List.of(this, next));
  }

  /** This with a word, which stands in it once, in place of which another piece comes. */
  Sql filled(String word, Sql piece) {
    int at = text.indexOf(word);
    String before = text.substring(0, at);
    int marks = (int) before.chars().filter(sign -> sign == '?').count();
    Sql head = new Sql(before, values.subList(0, marks));
    Sql tail = new Sql(text.substring(at + word.length()), values.subList(marks, values.size()));
    return head.then(piece).then(tail);
  }

  Sql then(String next) {
    return new Sql(text + next, values);
  }
}
