package io.vitrine.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the words of enums in the description of the API as they are on the wire; a word that is
 * not in capitals is there already.
 */
final class LowerCaseWords {

  private LowerCaseWords() {}

  static void in(OpenAPI api) {
    api.getComponents().getSchemas().values().forEach(LowerCaseWords::in);
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .flatMap(LowerCaseWords::parameters)
        .forEach(LowerCaseWords::in);
  }

  private static Stream<Schema<?>> parameters(Operation operation) {
    return all(operation.getParameters())
        .<Schema<?>>map(parameter -> parameter.getSchema())
        .filter(Objects::nonNull);
  }

  private static void in(Schema<?> schema) {
    lower(schema);
    children(schema).forEach(LowerCaseWords::in);
  }

  private static Stream<Schema<?>> children(Schema<?> schema) {
    Map<String, Schema<?>> properties = properties(schema);
    Stream<Schema<?>> items = Stream.ofNullable(schema.getItems());
    Stream<Schema<?>> values =
        schema.getAdditionalProperties() instanceof Schema<?> value
            ? Stream.of(value)
            : Stream.empty();
    return Stream.of(properties.values().stream(), items, values).flatMap(all -> all);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, Schema<?>> properties(Schema schema) {
    return schema.getProperties() == null ? Map.of() : schema.getProperties();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void lower(Schema schema) {
    List<Object> words = schema.getEnum();
    if (words != null) {
      schema.setEnum(
          words.stream().map(word -> word instanceof String text ? lower(text) : word).toList());
    }
  }

  private static String lower(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return word.equals(word.toUpperCase(Locale.ROOT)) ? lower : word;
  }

  private static <T> Stream<T> all(@Nullable Collection<T> some) {
    return some == null ? Stream.empty() : some.stream();
  }
}
