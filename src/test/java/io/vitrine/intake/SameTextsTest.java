package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameTextsTest {

  private static String copy(String text) {
    return new String(text.toCharArray());
  }

  @Test
  void aTextThatComesAgainIsOneObjectAndNoTextIsTakenForAnother() {
    SameTexts texts = new SameTexts();
    String first = texts.of(copy("payments"));
    assertThat(texts.of(copy("payments"))).isSameAs(first);
    for (int i = 0; i < 50_000; i++) {
      assertThat(texts.of("id-" + i)).isEqualTo("id-" + i);
    }
    assertThat(texts.of(copy("payments"))).isEqualTo("payments");
  }

  @Test
  void longTextsAreNotKept() {
    SameTexts texts = new SameTexts();
    String text = "x".repeat(65);
    texts.of(text);
    assertThat(texts.of(copy(text))).isEqualTo(text).isNotSameAs(text);
  }
}
