package io.vitrine.trust.attacks;

import com.google.re2j.Pattern;

/** Words one of which a statement without signs would need. */
final class SqlWords {

  private static final Pattern ANY =
      Pattern.compile(
          "\\b(?:union|select|drop|insert|update|delete|order by|group by|having|waitfor|exec|execute|declare|wget|curl|case|alter|truncate|limit|sleep|rlike|between|is null)\\b",
          Pattern.CASE_INSENSITIVE);

  private SqlWords() {}

  static boolean occurIn(String text) {
    return ANY.matcher(text).find();
  }
}
