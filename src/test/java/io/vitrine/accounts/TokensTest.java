package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.vitrine.MovableClock;
import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private final MovableClock clock = new MovableClock(NOON);
  private final Tokens tokens = new Tokens(key(), clock, Duration.ofMinutes(15));
  private final UUID session = UUID.randomUUID();
  private final String token =
      tokens.issue(
          new UserRecord(
              UUID.randomUUID(), "zoe", null, "hash", Role.VIEWER, true, false, NOON, null),
          session);

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTokenThatWasSeenBeforeStillEndsWithItsTime() {
    assertThat(tokens.session(token)).contains(session);
    clock.move(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(tokens.session(token)).contains(session);
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.session(token)).isEmpty();
  }

  @Test
  void aTokenThatWasNotSeenBeforeItsEndDoesNotHold() {
    clock.move(Duration.ofMinutes(15));
    assertThat(tokens.session(token)).isEmpty();
    assertThat(tokens.session(token)).isEmpty();
  }

  @Test
  void anAlteredTokenIsNotTakenForTheOneThatWasSeen() {
    assertThat(tokens.session(token)).contains(session);
    int middle = token.indexOf('.') + 5;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    String altered = token.substring(0, middle) + other + token.substring(middle + 1);
    assertThat(tokens.session(altered)).isEmpty();
  }
}
