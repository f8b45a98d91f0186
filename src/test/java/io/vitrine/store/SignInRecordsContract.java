package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import io.vitrine.store.SignInRecords.Exchange;
import io.vitrine.store.SignInRecords.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
public abstract class SignInRecordsContract {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(30));
  private final UserRecord user =
      new UserRecord(UUID.randomUUID(), "zoe", null, "hash", Role.VIEWER, true, false, NOW, null);

  /** Records without any account or session. */
  protected abstract Records records();

  @BeforeEach
  void addUser() {
    records().users().add(user);
  }

  @Test
  void aSessionIsItsUsersUntilItEnds() {
    UUID session = start("a");
    assertThat(signIns().userOf(session, NOW)).contains(user);
    assertThat(signIns().userOf(session, LATER)).isEmpty();
    assertThat(signIns().userOf(UUID.randomUUID(), NOW)).isEmpty();
    signIns().end(session, NOW);
    assertThat(signIns().userOf(session, NOW)).isEmpty();
  }

  @Test
  void aTokenIsExchangedOnce() {
    UUID session = start("a");
    assertThat(exchange("a", "b")).isEqualTo(new Exchange.Renewed(session, user));
    assertThat(exchange("b", "c")).isEqualTo(new Exchange.Renewed(session, user));
    assertThat(signIns().userOf(session, LATER)).contains(user);
    assertThat(exchange("a", "d")).isEqualTo(new Exchange.Reused(session, user));
    assertThat(signIns().userOf(session, NOW)).isEmpty();
    assertThat(exchange("c", "e")).isEqualTo(new Exchange.Unknown());
    assertThat(exchange("d", "e")).isEqualTo(new Exchange.Unknown());
    assertThat(exchange("never seen", "e")).isEqualTo(new Exchange.Unknown());
  }

  @Test
  void allSessionsOfAPersonEndButOne() {
    UUID kept = start("a");
    UUID ended = start("b");
    signIns().endOthers(user.id(), Optional.of(kept), NOW);
    assertThat(signIns().userOf(kept, NOW)).isPresent();
    assertThat(signIns().userOf(ended, NOW)).isEmpty();
    signIns().endOthers(user.id(), Optional.empty(), NOW);
    assertThat(signIns().userOf(kept, NOW)).isEmpty();
  }

  @Test
  void sessionsOfTheRemovedAndThePastAreForgotten() {
    UUID session = start("a");
    signIns().forget(NOW);
    assertThat(signIns().userOf(session, NOW)).isPresent();
    signIns().forget(LATER.plusSeconds(1));
    assertThat(exchange("a", "b")).isEqualTo(new Exchange.Unknown());
    UUID next = start("c");
    records().users().remove(user.id());
    assertThat(signIns().userOf(next, NOW)).isEmpty();
  }

  private SignInRecords signIns() {
    return records().signIns();
  }

  private Exchange exchange(String old, String next) {
    return signIns().exchange(old, next, NOW, LATER.plusSeconds(60));
  }

  private UUID start(String hash) {
    UUID id = UUID.randomUUID();
    signIns().start(new Session(id, user.id(), NOW, LATER, NOW, "192.0.2.1", "Firefox"), hash);
    return id;
  }
}
