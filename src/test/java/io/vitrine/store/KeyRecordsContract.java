package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Scope;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of keys does. */
public abstract class KeyRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any key. */
  protected abstract KeyRecords keys();

  @Test
  void aKeyIsFoundByItsSecretUntilItIsRemoved() {
    KeyRecord key = key("shop", AT);
    keys().add(key, "hash of it");
    assertThat(keys().bySecret("hash of it")).contains(key);
    assertThat(keys().bySecret("HASH of it")).isEmpty();
    assertThat(keys().remove(key.id())).contains(key);
    assertThat(keys().remove(key.id())).isEmpty();
    assertThat(keys().bySecret("hash of it")).isEmpty();
  }

  @Test
  void keysAreListedNewestFirstWithTheirLastUse() {
    KeyRecord old = key("old", AT);
    KeyRecord young = key("young", AT.plusSeconds(1));
    keys().add(old, "a");
    keys().add(young, "b");
    assertThat(keys().list()).containsExactly(young, old);
    keys().used(old.id(), AT.plusSeconds(9));
    assertThat(keys().list().getLast().lastUsedAt()).isEqualTo(AT.plusSeconds(9));
  }

  private static KeyRecord key(String name, Instant at) {
    return new KeyRecord(UUID.randomUUID(), name, Scope.INGEST, at, "root", null);
  }
}
