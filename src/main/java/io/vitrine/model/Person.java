package io.vitrine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose data is asked for or is to be erased, by what the shop knows of the person.
 *
 * @param userId account; the devices on which nobody else ever signed in belong to the person too
 * @param visitorId device
 * @param email address, whatever its case
 */
public record Person(@Nullable String userId, @Nullable String visitorId, @Nullable String email) {

  /** Shorter names are found where they are the whole value, not within texts. */
  public static final int SHORTEST_IN_TEXTS = 6;

  private static final int LONGEST = 200;

  public Person {
    List<String> names = present(userId, visitorId, email);
    if (names.isEmpty()) {
      throw Problem.caller(
          "person_unnamed", "a person is named by user_id, visitor_id or email, at least one");
    }
    for (String name : names) {
      if (name.length() > LONGEST || name.indexOf('\\') >= 0) {
        throw Problem.caller(
            "person_name", "an id has at most " + LONGEST + " characters and no backslash");
      }
    }
  }

  /** All names that were given. */
  public List<String> names() {
    return present(userId, visitorId, email);
  }

  private static List<String> present(@Nullable String... names) {
    List<String> given = new ArrayList<>();
    for (String name : names) {
      if (name != null && !name.isBlank()) {
        given.add(name.strip());
      }
    }
    return given;
  }

  /** Those of some names that are long enough to be looked for within texts, in small letters. */
  public static List<String> withinTexts(List<String> names) {
    return names.stream()
        .filter(name -> name.length() >= SHORTEST_IN_TEXTS)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
