package io.vitrine.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries by their ISO 3166 codes of two or three letters and their English names. */
final class Countries {

  private static final Map<String, String> CODES = new HashMap<>();

  static {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      CODES.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
      CODES.put(country.getISO3Country(), code);
      CODES.put(code, code);
    }
    CODES.put("UK", "GB");
    CODES.put("USA", "US");
    CODES.put("EIRE", "IE");
  }

  private Countries() {}

  /** The code of two letters, or null when the country is unknown. */
  static @Nullable String code(String given) {
    String code = CODES.get(given);
    return code == null ? CODES.get(given.strip().toUpperCase(Locale.ROOT)) : code;
  }
}
