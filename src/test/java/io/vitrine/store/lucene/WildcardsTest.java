package io.vitrine.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

  @ParameterizedTest
  @CsvSource({
    "pay*, payment, true",
    "pay*, pay, true",
    "*ment, payment, true",
    "*ym*, payment, true",
    "p?y, pay, true",
    "p?y, py, false",
    "p?y, play, false",
    "*a*b, aaba, false",
    "*a*b, aabab, true",
    "**, pay, true",
    "pay, paying, false"
  })
  void aStarStandsForAnySignsAndAQuestionMarkForOne(String pattern, String word, boolean fits) {
    assertThat(Wildcards.fits(pattern, word)).isEqualTo(fits);
  }

  @Test
  void anyPatternFitsWhatARegularExpressionSays() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String pattern = of(random, "ab*?", 6);
      String word = of(random, "ab", 8);
      boolean expected = Pattern.matches(pattern.replace("*", ".*").replace("?", "."), word);
      assertThat(Wildcards.fits(pattern, word))
          .as("%s against %s, seed %d", pattern, word, seed)
          .isEqualTo(expected);
    }
  }

  private static String of(Random random, String signs, int longest) {
    StringBuilder made = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      made.append(signs.charAt(random.nextInt(signs.length())));
    }
    return made.toString();
  }

  @Test
  void aPatternThatWouldTryEveryWayToSplitAWordIsToldApartAtOnce() {
    assertThat(Wildcards.fits("a*".repeat(2_000) + "b", "a".repeat(2_000))).isFalse();
  }
}
