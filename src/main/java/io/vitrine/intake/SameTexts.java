package io.vitrine.intake;

import org.jspecify.annotations.Nullable;

/**
 * Gives one object for a text that comes again and again, as the names of services and addresses of
 * pages do: events stay in memory until all who follow the store have seen them, and most of that
 * would be copies of a few texts. Forgets what did not come for a while. Thread-safe: two threads
 * may at worst each keep their own copy.
 */
final class SameTexts {

  private static final int PLACES = 1 << 12;
  private static final int LONGEST = 64;

  private final @Nullable String[] kept = new @Nullable String[PLACES];

  /** The same text, if it came lately the object that it was then. */
  String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    String before = kept[place];
    if (before != null && before.equals(text)) {
      return before;
    }
    kept[place] = text;
    return text;
  }
}
