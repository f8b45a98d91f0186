package io.vitrine.boards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailWordsTest {

  @Test
  void namesWhatTheProductNamesItselfAndLeavesTheRest() {
    MailWords french = MailWords.of("fr");
    assertThat(french.value("channel", "Organic Search")).isEqualTo("Recherche naturelle");
    assertThat(french.value("device", "phone")).isEqualTo("Téléphone");
    assertThat(french.value("channel", "Pigeon post")).isEqualTo("Pigeon post");
    assertThat(french.value("source", "google")).isEqualTo("google");
  }
}
