package io.vitrine.trust;

import java.util.Locale;

/**
 * A part of a request.
 *
 * @param place where it stands
 * @param name of the parameter, header, cookie or member; empty for the path
 * @param value as it came
 */
record Part(Place place, String name, String value) {

  private static final int LONGEST_NAME = 120;

  /** Where a part stands. */
  enum Place {
    METHOD,
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    BODY,
    FILE,
    /** What came back, when a log tells it. */
    ANSWER,
    /** No part, but what its sender did over some time. */
    HABIT
  }

  /** The place and the name behind a colon, such as {@code query:q}. */
  String where() {
    String kept = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    String word = place.name().toLowerCase(Locale.ROOT);
    return kept.isEmpty() ? word : word + ":" + kept;
  }

  boolean is(Place wanted, String wantedName) {
    return place == wanted && name.equalsIgnoreCase(wantedName);
  }

  /** Whether its value is nobody's business. */
  boolean isSecret() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("passw")
        || lower.contains("secret")
        || lower.contains("authorization")
        || lower.endsWith("token")
        || lower.equals("pwd");
  }
}
