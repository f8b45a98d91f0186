package io.vitrine.history;

import io.vitrine.store.past.Past;
import java.util.HashMap;
import java.util.Map;

/** Properties whose names are words, numbered below zero as they are met. Thread-safe. */
final class PropertyNames {

  private final Map<String, Integer> numbers = new HashMap<>();

  PropertyNames() {
    numbers.put("categoryid", Past.CATEGORY);
    numbers.put("available", Past.AVAILABLE);
  }

  synchronized int number(String name) {
    return numbers.computeIfAbsent(name, unknown -> -1 - numbers.size());
  }

  /** The names by their numbers. */
  synchronized Map<Integer, String> byNumber() {
    Map<Integer, String> names = new HashMap<>();
    numbers.forEach((name, number) -> names.put(number, name));
    return names;
  }
}
