package io.vitrine.trust.attacks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says whether a text is an attack, and why. Thread-safe.
 *
 * <p>Each form that the text may take on its way (see {@link Decoding}) is read in each language;
 * the first rule of a language that holds is its evidence, so that one text may be evidence of
 * several classes.
 */
public final class Detector {

  private static final List<Language> LANGUAGES =
      List.of(new Sql(), new Markup(), new Shell(), new Files(), new Programs());

  /** Shorter texts can do nothing. */
  private static final int SHORTEST = 2;

  private Detector() {}

  /**
   * What a value wants to become.
   *
   * @param value of one parameter, header or member, as it was sent or decoded
   * @return empty for what is ordinary; at most one evidence a class
   */
  public static List<Evidence> inspect(String value) {
    return inspect(value, new Effort());
  }

  /** The same, telling how much was done. */
  static List<Evidence> inspect(String value, Effort effort) {
    if (value.length() < SHORTEST || isPlain(value)) {
      return List.of();
    }
    List<Evidence> found = new ArrayList<>();
    Set<AttackClass> seen = EnumSet.noneOf(AttackClass.class);
    for (String form : Decoding.forms(value)) {
      for (Language language : LANGUAGES) {
        for (Evidence evidence : language.judge(form, effort)) {
          if (seen.add(evidence.kind())) {
            found.add(evidence);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Letters, digits, blanks and the signs of ordinary words and numbers: nothing to run. */
  private static boolean isPlain(String value) {
    if (value.startsWith(".") || Names.occurIn(value)) {
      return false;
    }
    boolean blank = false;
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      blank |= sign == ' ';
      boolean dot = sign == '.' && !value.startsWith("..", i);
      boolean dash = sign == '-' && !value.startsWith("--", i);
      boolean ordinary =
          Character.isLetterOrDigit(sign) || sign == ' ' || sign == ',' || dot || dash;
      if (!ordinary) {
        return false;
      }
    }
    boolean encodable = !blank && value.length() >= 16;
    return !encodable && !isWordy(value, blank);
  }

  /** Words alone may still be a statement: 1 union select null. */
  private static boolean isWordy(String value, boolean blank) {
    return blank && SqlWords.occurIn(value);
  }
}
