package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing passwords gets slower and slower, for the guesser alone. */
class LockOutTest {

  private static final String GUESSER = "198.51.100.7";

  @TempDir Path data;
  private final MovableClock clock = new MovableClock(Instant.now());
  private LiveApp app;

  @BeforeEach
  void start() {
    app = LiveApp.start(data, clock, "vitrine.accounts.sign-ins-per-minute=40");
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void whoGuessesWaitsLongerEachTimeAndTheOwnerDoesNot() {
    for (int i = 0; i < 5; i++) {
      assertThat(from(GUESSER, "root", "guess-number-" + i).status()).isEqualTo(401);
    }
    Reply refused = from(GUESSER, "root", LiveApp.PASSWORD);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("sign_in_delayed");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(from("203.0.113.9", "root", LiveApp.PASSWORD).status()).isEqualTo(200);
    clock.move(Duration.ofSeconds(1));
    assertThat(from(GUESSER, "root", "another-guess").status()).isEqualTo(401);
    assertThat(from(GUESSER, "root", "another-guess").header("Retry-After")).isEqualTo("2");
    clock.move(Duration.ofSeconds(2));
    assertThat(from(GUESSER, "root", LiveApp.PASSWORD).status()).isEqualTo(200);
    assertThat(from(GUESSER, "root", "a-guess-afterwards").status()).isEqualTo(401);
    assertThat(from(GUESSER, "root", LiveApp.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void whoGuessesAtManyAccountsWaitsToo() {
    for (int i = 0; i < 20; i++) {
      assertThat(from(GUESSER, "person-" + i, "the-same-guess").status()).isEqualTo(401);
    }
    assertThat(from(GUESSER, "root", LiveApp.PASSWORD).status()).isEqualTo(429);
    assertThat(from("203.0.113.9", "root", LiveApp.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anAddressTriesSoOftenInAMinuteAndNoMore() {
    for (int i = 0; i < 40; i++) {
      assertThat(from("203.0.113.20", "root", LiveApp.PASSWORD).status()).isEqualTo(200);
    }
    Reply refused = from("203.0.113.20", "root", LiveApp.PASSWORD);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_sign_ins");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    assertThat(from("203.0.113.21", "root", LiveApp.PASSWORD).status()).isEqualTo(200);
  }

  /** What stands before the last untrusted hop may be made up, so it buys no new tries. */
  @Test
  void inventedAddressesBuyNoTries() {
    for (int i = 0; i < 5; i++) {
      from("10.0.0." + i + ", " + GUESSER, "root", "guess-number-" + i);
    }
    assertThat(from("10.0.0.99, " + GUESSER, "root", LiveApp.PASSWORD).status()).isEqualTo(429);
  }

  private Reply from(String address, String username, String password) {
    return app.post(
            "/api/auth/login",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password))
        .from(address)
        .send();
  }
}
