package io.vitrine.store.sql;

import java.util.List;

/**
 * A step of the event store's schema.
 *
 * @param version from 1; a number that is left out is never used later
 * @param text statements separated by semicolons
 */
public record Migration(int version, String text) {

  private static final List<String> FILES =
      List.of(
          "001_events.sql",
          "002_derived.sql",
          "003_past.sql",
          "005_error_groups.sql",
          "006_acts.sql",
          "008_properties.sql",
          "009_steps.sql");

  /** All steps in their order. */
  public static List<Migration> all() {
    return FILES.stream().map(Migration::read).toList();
  }

  private static Migration read(String file) {
    int version = Integer.parseInt(file.substring(0, 3));
    return new Migration(version, Resource.text("migrations/" + file));
  }
}
