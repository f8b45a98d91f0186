package io.vitrine.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownIdsTest {

  @Test
  void itNeverForgetsAndSeldomGuesses() {
    KnownIds known = new KnownIds();
    for (int i = 0; i < 400_000; i++) {
      known.add(Hash.of("event-" + i));
    }
    int wrong = 0;
    for (int i = 0; i < 400_000; i++) {
      assertThat(known.mayContain(Hash.of("event-" + i))).isTrue();
      wrong += known.mayContain(Hash.of("other-" + i)) ? 1 : 0;
    }
    assertThat(wrong).isLessThan(200);
  }

  @Test
  void theStoredHashNeverChanges() {
    assertThat(Hash.of("")).isEqualTo(-1166397803181037274L);
    assertThat(Hash.of("visitor-1")).isEqualTo(-279374777104389386L);
  }
}
