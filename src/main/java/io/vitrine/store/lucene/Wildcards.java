package io.vitrine.store.lucene;

/** Compares words with patterns in which * stands for any signs and ? for one. */
final class Wildcards {

  private Wildcards() {}

  /**
   * Whether a word is like a pattern. Only the last star is ever tried again, so the steps are at
   * most the product of both lengths, whatever is asked.
   */
  static boolean fits(String pattern, String word) {
    int at = 0;
    int star = -1;
    int retry = 0;
    int i = 0;
    while (i < word.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = i;
      } else if (at < pattern.length() && isSame(pattern.charAt(at), word.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++retry;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(sign -> sign == '*');
  }

  private static boolean isSame(char asked, char sign) {
    return asked == '?' || asked == sign;
  }
}
