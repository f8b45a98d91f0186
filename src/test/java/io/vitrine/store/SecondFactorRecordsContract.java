package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.SecondFactorRecords.SecondFactor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of second factors and identities does. */
public abstract class SecondFactorRecordsContract {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final UserRecord user =
      new UserRecord(UUID.randomUUID(), "zoe", null, "hash", Role.VIEWER, true, false, NOW, null);

  /** Records without any account. */
  protected abstract Records records();

  @BeforeEach
  void addUser() {
    records().users().add(user);
  }

  @Test
  void aSecretCountsOnceItIsConfirmed() {
    assertThat(factors().begin(user.id(), "FIRST")).isTrue();
    assertThat(factors().begin(user.id(), "SECOND")).isTrue();
    assertThat(factors().of(user.id())).contains(new SecondFactor(user.id(), "SECOND", null, 0));
    assertThat(factors().users()).isEmpty();
    assertThat(factors().take(user.id(), 5)).isFalse();
    assertThat(factors().confirm(user.id(), 7, List.of("a", "b"), NOW)).isTrue();
    assertThat(factors().confirm(user.id(), 8, List.of("c"), NOW)).isFalse();
    assertThat(factors().begin(user.id(), "THIRD")).isFalse();
    assertThat(factors().of(user.id())).contains(new SecondFactor(user.id(), "SECOND", NOW, 2));
    assertThat(factors().users()).containsExactly(user.id());
  }

  @Test
  void aStepIsTakenOnceAndNoneBeforeIt() {
    factors().begin(user.id(), "SECRET");
    factors().confirm(user.id(), 7, List.of(), NOW);
    assertThat(factors().take(user.id(), 7)).isFalse();
    assertThat(factors().take(user.id(), 9)).isTrue();
    assertThat(factors().take(user.id(), 9)).isFalse();
    assertThat(factors().take(user.id(), 8)).isFalse();
  }

  @Test
  void aRecoveryCodeIsTakenOnce() {
    factors().begin(user.id(), "SECRET");
    factors().confirm(user.id(), 7, List.of("a", "b"), NOW);
    assertThat(factors().takeRecovery(user.id(), "a")).isTrue();
    assertThat(factors().takeRecovery(user.id(), "a")).isFalse();
    factors().replaceRecovery(user.id(), List.of("c"));
    assertThat(factors().takeRecovery(user.id(), "b")).isFalse();
    assertThat(factors().remove(user.id())).isTrue();
    assertThat(factors().remove(user.id())).isFalse();
    assertThat(factors().takeRecovery(user.id(), "c")).isFalse();
  }

  @Test
  void secretsAreReplacedAndNothingElseIs() {
    factors().begin(user.id(), "PLAIN");
    factors().confirm(user.id(), 7, List.of("a"), NOW);
    factors().rewrite(factor -> factor.secret() + " sealed " + "x".repeat(180));
    assertThat(factors().of(user.id()))
        .contains(new SecondFactor(user.id(), "PLAIN sealed " + "x".repeat(180), NOW, 1));
    assertThat(factors().take(user.id(), 7)).isFalse();
    factors().rewrite(SecondFactor::secret);
    assertThat(factors().users()).containsExactly(user.id());
  }

  @Test
  void anIdentityIsOneAccounts() {
    records().identities().link("https://issuer", "subject", user.id(), NOW);
    assertThat(records().identities().user("https://issuer", "subject")).contains(user);
    assertThat(records().identities().user("https://other", "subject")).isEmpty();
    assertThatThrownBy(
            () -> records().identities().link("https://issuer", "subject", user.id(), NOW))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("identity_linked"));
    records().users().remove(user.id());
    assertThat(records().identities().user("https://issuer", "subject")).isEmpty();
  }

  private SecondFactorRecords factors() {
    return records().secondFactors();
  }
}
