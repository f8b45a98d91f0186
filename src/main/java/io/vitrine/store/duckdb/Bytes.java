package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as the engine's settings write them. */
final class Bytes {

  private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([KMGT]?)(I?)B");
  private static final String POWERS = "KMGT";

  private Bytes() {}

  /**
   * The number of bytes of a size such as 512MB or 1.5GiB.
   *
   * @throws Problem of category CALLER when it is none
   */
  static long of(String size) {
    Matcher matcher = SIZE.matcher(size.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw Problem.caller("size_form", "a size is like 512MB, not " + size);
    }
    int power = matcher.group(2).isEmpty() ? 0 : POWERS.indexOf(matcher.group(2)) + 1;
    double base = matcher.group(3).isEmpty() ? 1000 : 1024;
    return (long) (Double.parseDouble(matcher.group(1)) * Math.pow(base, power));
  }
}
