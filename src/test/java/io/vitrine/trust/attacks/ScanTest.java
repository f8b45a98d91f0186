package io.vitrine.trust.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan finds what RE2 finds. */
class ScanTest {

  private static final int TEXTS = 3_000;

  /** Pieces of which many texts are made, so that most patterns are met and nearly met. */
  private static final List<String> BITS =
      List.of(
          "a", "B", "c", "d", "x", "0", "7", "_", " ", "\n", "\t", "-", ".", "/", "<", ">", "=",
          "(", ")", "'", "\"", ";", "|", "&", "$", "{", "}", "[", "]", "\\", "é", "É", "\u4e00",
          "ab", "cat", "script", "ON", "on", "../", "cmd");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "a|bc|d",
        "^a",
        "a$",
        "^a$",
        "^(?:a|bc)?x",
        "\\bcat\\b",
        "\\Bcat",
        "(?:^|[^\\w.])/c?at",
        "[^a-c\\s]{2,4}x",
        "<[\\s/\\x00-\\x20]*/?script\\b",
        "on[a-z]{2,3}\\s*=",
        "(?:a*)*b",
        "(?:a|b?)+c",
        "x{0}a",
        "[;|&]\\s*cat(?:$|[^\\w])",
        "(?:\\.\\./){2,}",
        "[-+*/]d",
        "[+\\-]d",
        "é",
        "[\\xe0-\\xff]\\d",
        "a.c",
        "\\$\\{?cmd",
        "[\"'][)\\]}]{0,5}\\s*[;|]",
        "^[\\w.@/:'\"()*%-]{0,20}[\"']?\\s*$"
      })
  void aScanFindsWhatThePatternFindsAndNothingElse(String pattern) {
    Scan scan = Scan.of(pattern);
    assertThat(scan.isExact()).isTrue();
    Pattern known = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      assertThat(scan.finds(text))
          .as("%s in <%s>, seed %d", pattern, text, seed)
          .isEqualTo(known.matcher(text).find());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a[^>]{0,20}on", "cat.{10,30}x", "[a-z]{3,40}\\s=", "(?:ab){1,9}$"})
  void aScanWithoutHighBoundsFindsAllThatThePatternFinds(String pattern) {
    Scan scan = Scan.of(pattern);
    assertThat(scan.isExact()).isFalse();
    Pattern known = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      assertThat(scan.finds(text) || !known.matcher(text).find())
          .as("%s in <%s>, seed %d", pattern, text, seed)
          .isTrue();
    }
  }

  @Test
  void theEdgesOfAStretchAreThoseOfTheText() {
    assertThat(Scan.of("^b").finds("ab", 1, 2)).isFalse();
    assertThat(Scan.of("a$").finds("ab", 0, 1)).isFalse();
    assertThat(Scan.of("\\bb").finds("ab", 1, 2)).isFalse();
    assertThat(Scan.of("\\bb").finds("-b", 1, 2)).isTrue();
    assertThat(Scan.of("a\\b").finds("ab", 0, 1)).isFalse();
    assertThat(Scan.of("a\\b").finds("a-", 0, 1)).isTrue();
  }

  /** More sets of places than are kept: what is asked for most often in an attack on the scan. */
  @Test
  void aScanThatForgetsItsStatesFindsTheSame() {
    Scan scan = Scan.of("^(?:a|b)*a(?:a|b){14}c");
    Pattern known = Pattern.compile("^(?:a|b)*a(?:a|b){14}c");
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int sign = 0; sign < 300; sign++) {
        text.append(random.nextBoolean() ? 'a' : 'b');
      }
      text.append('c');
      assertThat(scan.finds(text.toString()))
          .as("seed %d", seed)
          .isEqualTo(known.matcher(text).find());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int bits = random.nextInt(14);
    for (int i = 0; i < bits; i++) {
      text.append(BITS.get(random.nextInt(BITS.size())));
    }
    return text.toString();
  }
}
