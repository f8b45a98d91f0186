package io.vitrine.siege;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.LiveApp;
import io.vitrine.model.Problem;
import io.vitrine.siege.Siege.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every attack that we know fails against the running product and is noticed. */
class SiegeTest {

  /** How many attacks of each group there are at least. */
  private static final Map<String, Long> LEAST =
      Map.ofEntries(
          Map.entry("SQL injection", 5L),
          Map.entry("Command injection", 3L),
          Map.entry("Cross-site scripting", 4L),
          Map.entry("Authentication", 6L),
          Map.entry("Files", 5L),
          Map.entry("Session", 4L),
          Map.entry("Requests of other sites", 3L),
          Map.entry("Information disclosure", 4L),
          Map.entry("Access control", 3L),
          Map.entry("Denial of service", 4L),
          Map.entry("Further classes", 15L));

  @TempDir Path data;

  @Test
  void everyAttackFailsAndIsNoticed() throws Exception {
    try (LiveApp app = LiveApp.start(data)) {
      List<Outcome> outcomes =
          Siege.lay("http://127.0.0.1:" + app.port(), "root", LiveApp.PASSWORD, outcome -> {});
      assertThat(outcomes).allMatch(Outcome::isWell);
    }
  }

  @Test
  void thereAreEnoughOfEachGroup() {
    Map<String, Long> counts =
        Arsenal.all().stream().collect(Collectors.groupingBy(Attack::group, Collectors.counting()));
    assertThat(counts.keySet()).isEqualTo(LEAST.keySet());
    LEAST.forEach(
        (group, least) -> assertThat(counts.get(group)).as(group).isGreaterThanOrEqualTo(least));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org:80",
        "http://192.0.2.1:8050",
        "http://[2001:db8::1]:8050",
        "http://127.0.0.1.example.org:8050"
      })
  void onlyThisMachineIsATarget(String address) {
    assertThatThrownBy(() -> Target.at(address, "root", "x"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("foreign_target"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "https://127.0.0.1:1", "http://127.0.0.1", "file:///etc"})
  void aTargetIsAnAddressWithAPort(String address) {
    assertThatThrownBy(() -> Target.at(address, "root", "x"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("bad_target"));
  }
}
