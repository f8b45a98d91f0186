package io.vitrine.history;

import io.vitrine.history.Mapping.Item;
import io.vitrine.history.Mapping.Taken;
import io.vitrine.model.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a file has the columns that its mapping names. */
final class MappedColumns {

  private MappedColumns() {}

  /**
   * Checks a file that names its columns; rows of JSON name their own.
   *
   * @throws Problem that names the columns that are missing and those that are there
   */
  static void check(String file, Mapping mapping, List<String> columns) {
    if (columns.isEmpty()) {
      return;
    }
    Set<String> missing = named(mapping);
    columns.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw Problem.caller(
          "column_missing",
          "%s has no column %s; it has %s"
              .formatted(file, String.join(", ", missing), String.join(", ", columns)));
    }
  }

  private static Set<String> named(Mapping mapping) {
    Set<String> named = new LinkedHashSet<>();
    Stream.concat(mapping.fields().values().stream(), taken(mapping.item()))
        .filter(Objects::nonNull)
        .map(Taken::column)
        .filter(Objects::nonNull)
        .forEach(named::add);
    named.addAll(mapping.group());
    named.addAll(mapping.id());
    mapping.rules().forEach(rule -> rule.when().forEach(when -> named.add(when.column())));
    return named;
  }

  private static Stream<Taken> taken(@org.jspecify.annotations.Nullable Item item) {
    return item == null
        ? Stream.of()
        : Stream.of(
                item.productId(),
                item.productName(),
                item.categoryId(),
                item.quantity(),
                item.price(),
                item.amount())
            .filter(Objects::nonNull);
  }
}
