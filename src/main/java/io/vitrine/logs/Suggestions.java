package io.vitrine.logs;

import io.vitrine.model.Field;
import io.vitrine.store.LogIndex;
import io.vitrine.store.ValueCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a person who types may mean: names of fields, then words and values of logs. */
record Suggestions(LogIndex index) {

  private static final int FIELDS = 4;

  List<ValueCount> of(String typed, int limit) {
    String start = typed.strip();
    List<ValueCount> found = new ArrayList<>();
    if (!start.isEmpty() && start.indexOf(':') < 0) {
      fields(start).limit(FIELDS).forEach(name -> found.add(new ValueCount(name + ":", 0)));
    }
    for (ValueCount value : index.beginning(start, limit)) {
      if (found.size() < limit) {
        found.add(value);
      }
    }
    return found;
  }

  private Stream<String> fields(String start) {
    String small = start.toLowerCase(Locale.ROOT);
    return Stream.concat(
            Arrays.stream(Field.values())
                .filter(field -> field.group() == Field.Group.LOG)
                .map(Field::wireName),
            index.fields().stream())
        .filter(name -> name.startsWith(small))
        .distinct();
  }
}
