package io.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import io.vitrine.store.KeyRecord;
import io.vitrine.store.KeyRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys of programs. Only the hash of a secret is kept. */
final class Keys {

  /** What every secret starts with. */
  static final String PREFIX = "vi_";

  private static final int LONGEST_NAME = 100;

  private final KeyRecords records;
  private final Secrets secrets;
  private final Clock clock;

  /** Keys whose use was written down in the last minute. */
  private final Cache<UUID, Instant> noted =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  /**
   * Keys by the hash of their secret. A program that sends a thousand requests a second would have
   * its key read from the records each time; another process that revokes it is heeded a second
   * later.
   */
  private final Cache<String, KeyRecord> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(1)).build();

  Keys(KeyRecords records, Secrets secrets, Clock clock) {
    this.records = records;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Makes a key. Its secret is in the answer and nowhere else. */
  NewKey make(String name, Scope scope, Caller maker) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw Problem.caller("bad_name", "a key's name has 1 to " + LONGEST_NAME + " characters");
    }
    String secret = secrets.token(PREFIX);
    KeyRecord key = new KeyRecord(UUID.randomUUID(), name, scope, now(), maker.name(), null);
    records.add(key, Secrets.hash(secret));
    return new NewKey(key, secret);
  }

  List<KeyRecord> list() {
    return records.list();
  }

  KeyRecord revoke(UUID id) {
    Optional<KeyRecord> revoked = records.remove(id);
    known.invalidateAll();
    return revoked.orElseThrow(() -> Problem.absent("key_absent", "there is no key " + id));
  }

  /** The program that holds a secret. */
  Optional<Caller> caller(String secret) {
    String hash = Secrets.hash(secret);
    Optional<KeyRecord> key = Optional.ofNullable(known.getIfPresent(hash)).or(() -> read(hash));
    key.ifPresent(this::note);
    return key.map(Keys::caller);
  }

  private Optional<KeyRecord> read(String hash) {
    Optional<KeyRecord> key = records.bySecret(hash);
    key.ifPresent(found -> known.put(hash, found));
    return key;
  }

  private void note(KeyRecord key) {
    if (noted.asMap().putIfAbsent(key.id(), now()) == null) {
      records.used(key.id(), now());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Caller caller(KeyRecord key) {
    Role role =
        switch (key.scope()) {
          case READ -> Role.VIEWER;
          case INGEST -> null;
        };
    return new Caller(key.id(), key.name(), role, key.scope(), null, false, false);
  }

  /**
   * A key that was just made.
   *
   * @param key the key
   * @param secret what the program sends
   */
  record NewKey(KeyRecord key, String secret) {

    @Override
    public String toString() {
      return "NewKey[" + key + "]";
    }
  }
}
