package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HideCardsTest {

  private static final String CARD = "4111 1111 1111 1111";

  @TempDir Path folder;

  @Test
  void aCardNumberIsNeverKept() {
    HideCards step = new HideCards(CardSecret.of(folder.resolve("s"), new Random(1)));
    for (String name : List.of("card_number", "cardNumber", "PAN", "credit-card")) {
      Event.Draft draft = Event.draft().other(name, CARD).other("cvv", 123).other("colour", "red");
      step.apply(draft, Instant.EPOCH);
      assertThat(draft.others()).containsOnlyKeys("colour", "card_hash", "card_last4", "card_bin");
      assertThat(draft.others())
          .containsEntry("card_last4", "1111")
          .containsEntry("card_bin", "411111");
      assertThat(draft.others().toString()).doesNotContain("4111111111");
    }
  }

  @Test
  void cardsWithinMapsAndListsAreFound() {
    HideCards step = new HideCards(CardSecret.of(folder.resolve("s"), new Random(1)));
    Event.Draft draft =
        Event.draft()
            .other("payment", Map.of("card", Map.of("number", CARD, "cvc", "999", "brand", "visa")))
            .other("tries", List.of(Map.of("card_no", "5500005555555559", "at", 1L)));
    step.apply(draft, Instant.EPOCH);
    assertThat(draft.others().get("payment")).isEqualTo(Map.of("card", Map.of("brand", "visa")));
    assertThat(draft.others().get("tries")).isEqualTo(List.of(Map.of("at", 1L)));
    assertThat(draft.others().toString()).doesNotContain("4111").doesNotContain("5500005555");
  }

  @Test
  void theSameCardHasTheSameHashInOneInstallationOnly() {
    Object here = hash("s", 1, "card_number", CARD);
    assertThat(hash("s", 2, "pan", "4111111111111111")).isEqualTo(here);
    assertThat(hash("other", 3, "card_number", CARD)).isNotEqualTo(here);
  }

  @Test
  void onlyItsOwnerReadsTheSecret() throws IOException {
    hash("s", 1, "card_number", CARD);
    assertThat(Files.getPosixFilePermissions(folder.resolve("s")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aHashThatIsACardNumberIsHashedAsWell() {
    assertThat(hash("s", 1, "card_hash", "4111111111111111"))
        .isEqualTo(hash("s", 1, "card_number", CARD));
    assertThat(hash("s", 1, "card_hash", "0af3c1")).isEqualTo("0af3c1");
  }

  private Object hash(String file, long seed, String name, String value) {
    Event.Draft draft = Event.draft().other(name, value);
    new HideCards(CardSecret.of(folder.resolve(file), new Random(seed)))
        .apply(draft, Instant.EPOCH);
    return String.valueOf(draft.others().get("card_hash"));
  }
}
