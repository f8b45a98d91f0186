package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of people's names at providers does. */
public abstract class IdentityRecordsContract {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final UserRecord zoe = person("zoe");
  private final UserRecord max = person("max");

  /** Records without any account or identity. */
  protected abstract Records records();

  private static UserRecord person(String name) {
    return new UserRecord(
        UUID.randomUUID(), name, null, "hash", Role.VIEWER, true, false, NOW, null);
  }

  @BeforeEach
  void addUsers() {
    records().users().add(zoe);
    records().users().add(max);
  }

  @Test
  void aSubjectIsOneAccountAtItsProvider() {
    records().identities().link("https://one.example", "s1", zoe.id(), NOW);
    records().identities().link("https://two.example", "s1", max.id(), NOW);
    assertThat(records().identities().user("https://one.example", "s1")).contains(zoe);
    assertThat(records().identities().user("https://two.example", "s1")).contains(max);
    assertThat(records().identities().user("https://one.example", "s2")).isEmpty();
  }

  @Test
  void nobodyTakesTheSubjectOfAnother() {
    records().identities().link("https://one.example", "s1", zoe.id(), NOW);
    assertThatThrownBy(
            () -> records().identities().link("https://one.example", "s1", max.id(), NOW))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.category()).isEqualTo(Problem.Category.CONFLICT));
    assertThat(records().identities().user("https://one.example", "s1")).contains(zoe);
  }
}
