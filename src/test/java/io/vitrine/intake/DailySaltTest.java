package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailySaltTest {

  private static final Instant DAY_ONE = Instant.parse("2025-06-01T10:00:00Z");
  private static final Instant DAY_TWO = Instant.parse("2025-06-01T22:00:00Z");
  private static final Instant DAY_THREE = Instant.parse("2025-06-03T10:00:00Z");

  @TempDir Path folder;

  @Test
  void aSecretLastsForADayOfTheShopAndSurvivesARestart() {
    DailySalt salts = new DailySalt(folder, Bench.PARIS, new Random(1));
    assertThat(salts.of(DAY_ONE)).isEqualTo(salts.of(DAY_ONE.plusSeconds(3_600)));
    assertThat(salts.of(DAY_TWO)).isNotEqualTo(salts.of(DAY_ONE));
    DailySalt restarted = new DailySalt(folder, Bench.PARIS, new Random(2));
    assertThat(restarted.of(DAY_ONE)).isEqualTo(salts.of(DAY_ONE));
  }

  @Test
  void secretsAreForgottenAfterTwoDays() throws Exception {
    DailySalt salts = new DailySalt(folder, Bench.PARIS, new Random(1));
    salts.forget(DAY_ONE);
    salts.of(DAY_ONE);
    salts.of(DAY_TWO);
    assertThat(files()).containsExactly("2025-06-01", "2025-06-02");
    salts.forget(DAY_THREE);
    assertThat(files()).containsExactly("2025-06-02");
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
