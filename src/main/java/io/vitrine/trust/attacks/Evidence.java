package io.vitrine.trust.attacks;

/**
 * Why a text is taken for an attack.
 *
 * @param kind what it wants to become
 * @param rule name of the rule, stable, in kebab case
 * @param words the decoded words that the rule stands on, at most 120 characters
 */
public record Evidence(AttackClass kind, String rule, String words) {

  private static final int LONGEST = 120;

  public Evidence {
    words = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }
}
