package io.vitrine.demo;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Counts a written file of properties. */
final class CountedProperties extends CountedLines {

  long rows;
  final BitSet items = new BitSet();
  final BitSet priced = new BitSet();
  final Set<String> properties = new HashSet<>();
  final Set<String> times = new HashSet<>();

  @Override
  void line(String text) {
    rows++;
    int first = text.indexOf(',');
    int second = text.indexOf(',', first + 1);
    int third = text.indexOf(',', second + 1);
    int item = Integer.parseInt(text, first + 1, second, 10);
    String property = text.substring(second + 1, third);
    items.set(item);
    times.add(text.substring(0, first));
    properties.add(property);
    if (property.equals("790")) {
      priced.set(item);
    }
  }
}
