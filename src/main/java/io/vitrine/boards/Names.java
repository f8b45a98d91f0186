package io.vitrine.boards;

import io.vitrine.model.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of enums as they stand in JSON, and texts as people type them. */
final class Names {

  private Names() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The value of that name.
   *
   * @throws Problem naming the text, the place and the names that exist
   */
  static <E extends Enum<E>> E read(Class<E> type, String place, @Nullable String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> of(value).equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.caller("unknown_name", unknown(type, place, text)));
  }

  static <E extends Enum<E>> List<E> readAll(
      Class<E> type, String place, @Nullable List<String> texts) {
    if (texts == null) {
      return List.of();
    }
    return texts.stream().map(text -> read(type, place, text)).toList();
  }

  /**
   * A text without the blanks around it.
   *
   * @throws Problem when it is longer than allowed
   */
  static String text(String place, @Nullable String text, int longest) {
    String stripped = text == null ? "" : text.strip();
    if (stripped.length() > longest) {
      throw Problem.caller(
          "text_too_long",
          place + " has " + stripped.length() + " characters; " + longest + " is the limit");
    }
    return stripped;
  }

  private static <E extends Enum<E>> String unknown(
      Class<E> type, String place, @Nullable String text) {
    return Arrays.stream(type.getEnumConstants())
        .map(Names::of)
        .collect(Collectors.joining(", ", place + " has " + text + "; it is one of ", ""));
  }
}
