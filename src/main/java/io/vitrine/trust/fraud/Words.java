package io.vitrine.trust.fraud;

import java.util.Locale;

/** Words of our enums as they are kept and sent. */
final class Words {

  private Words() {}

  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
