package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of experiments does. */
public abstract class ExperimentRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any experiment. */
  protected abstract ExperimentRecords experiments();

  @Test
  void theNewestFormCountsAndEveryFormIsKept() {
    assertThat(experiments().add(form("checkout", 1, "a"))).isTrue();
    assertThat(experiments().add(form("checkout", 2, "b"))).isTrue();
    assertThat(experiments().add(form("banner", 1, "c"))).isTrue();

    assertThat(experiments().get("checkout")).contains(form("checkout", 2, "b"));
    assertThat(experiments().list())
        .containsExactly(form("banner", 1, "c"), form("checkout", 2, "b"));
    assertThat(experiments().history("checkout"))
        .containsExactly(form("checkout", 2, "b"), form("checkout", 1, "a"));
    assertThat(experiments().get("none")).isEmpty();
    assertThat(experiments().history("none")).isEmpty();
  }

  @Test
  void whoComesSecondWithAVersionKeepsNothing() {
    experiments().add(form("checkout", 1, "a"));

    assertThat(experiments().add(form("checkout", 1, "b"))).isFalse();
    assertThat(experiments().get("checkout")).contains(form("checkout", 1, "a"));
  }

  private static ExperimentRecord form(String key, int version, String content) {
    return new ExperimentRecord(key, version, content, AT, "ada", "defined", null);
  }
}
