package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import io.vitrine.store.KeyRecord;
import io.vitrine.store.KeyRecords;
import io.vitrine.store.Records;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  private static final Caller ADMIN =
      new Caller(UUID.randomUUID(), "root", Role.ADMIN, null, null, false, false);

  @TempDir Path data;
  private Records records;

  @BeforeEach
  void open() {
    records = Records.open(data);
  }

  @AfterEach
  void close() {
    records.close();
  }

  private static Keys keys(KeyRecords records) {
    return new Keys(records, new Secrets(new SecureRandom()), Clock.systemUTC());
  }

  @Test
  void aKeyEndsWithTheAnswerToItsRevocation() {
    Keys keys = keys(records.keys());
    Keys.NewKey made = keys.make("shop", Scope.INGEST, ADMIN);
    assertThat(keys.caller(made.secret())).map(Caller::name).contains("shop");
    keys.revoke(made.key().id());
    assertThat(keys.caller(made.secret())).isEmpty();
  }

  @Test
  void aKeyThatIsRevokedWhileItIsReadIsNotRemembered() {
    Interrupted interrupted = new Interrupted(records.keys());
    Keys keys = keys(interrupted);
    Keys.NewKey made = keys.make("shop", Scope.INGEST, ADMIN);
    interrupted.afterReading = () -> keys.revoke(made.key().id());
    assertThat(keys.caller(made.secret())).as("asked before it was revoked").isPresent();
    assertThat(keys.caller(made.secret())).as("asked after it").isEmpty();
  }

  @Test
  void theRevocationOfOneKeyLeavesTheOthers() {
    Keys keys = keys(records.keys());
    Keys.NewKey one = keys.make("one", Scope.INGEST, ADMIN);
    Keys.NewKey other = keys.make("other", Scope.READ, ADMIN);
    assertThat(keys.caller(other.secret())).isPresent();
    keys.revoke(one.key().id());
    assertThat(keys.caller(other.secret())).map(Caller::name).contains("other");
  }

  /** Something happens, once, between the reading of a key and what is done with it. */
  private static final class Interrupted implements KeyRecords {

    private final KeyRecords real;
    private Runnable afterReading = () -> {};

    Interrupted(KeyRecords real) {
      this.real = real;
    }

    @Override
    public Optional<KeyRecord> bySecret(String secretHash) {
      Optional<KeyRecord> read = real.bySecret(secretHash);
      Runnable next = afterReading;
      afterReading = () -> {};
      next.run();
      return read;
    }

    @Override
    public void add(KeyRecord key, String secretHash) {
      real.add(key, secretHash);
    }

    @Override
    public List<KeyRecord> list() {
      return real.list();
    }

    @Override
    public void used(UUID id, Instant at) {
      real.used(id, at);
    }

    @Override
    public Optional<KeyRecord> remove(UUID id) {
      return real.remove(id);
    }
  }
}
