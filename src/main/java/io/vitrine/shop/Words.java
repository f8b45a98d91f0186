package io.vitrine.shop;

import io.vitrine.model.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of our enums in JSON: snake case in small letters. */
final class Words {

  private Words() {}

  static String write(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The value of that name.
   *
   * @throws Problem naming the text, the place and the names that exist
   */
  static <E extends Enum<E>> E read(Class<E> type, String place, @Nullable String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> write(value).equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.caller("unknown_name", unknown(type, place, text)));
  }

  static <E extends Enum<E>> List<E> readAll(
      Class<E> type, String place, @Nullable List<String> texts) {
    if (texts == null) {
      throw Problem.caller("missing_member", "the question has no " + place);
    }
    return texts.stream().map(text -> read(type, place, text)).toList();
  }

  private static <E extends Enum<E>> String unknown(
      Class<E> type, String place, @Nullable String text) {
    return Arrays.stream(type.getEnumConstants())
        .map(Words::write)
        .collect(Collectors.joining(", ", place + " has " + text + "; it is one of ", ""));
  }
}
