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
import java.util.concurrent.atomic.AtomicLong;

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

  /** Another process that revokes a key is heeded so much later. */
  private static final Duration HEEDED_WITHIN = Duration.ofSeconds(1);

  /**
   * Keys by the hash of their secret. A program that sends a thousand requests a second would have
   * its key read from the records each time.
   */
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(HEEDED_WITHIN).build();

  /** Keys that this process revoked since its start. */
  private final AtomicLong revoked = new AtomicLong();

  /**
   * A key as it was read.
   *
   * @param revoked how many were revoked before it was read: one that was revoked while it was read
   *     must not be remembered
   * @param readAt {@link System#nanoTime} before it was read
   */
  private record Known(KeyRecord key, long revoked, long readAt) {}

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
    Optional<KeyRecord> gone = records.remove(id);
    revoked.incrementAndGet();
    return gone.orElseThrow(() -> Problem.absent("key_absent", "there is no key " + id));
  }

  /** The program that holds a secret. */
  Optional<Caller> caller(String secret) {
    String hash = Secrets.hash(secret);
    Optional<KeyRecord> key = remembered(hash).or(() -> read(hash));
    key.ifPresent(this::note);
    return key.map(Keys::caller);
  }

  private Optional<KeyRecord> remembered(String hash) {
    return Optional.ofNullable(known.getIfPresent(hash)).filter(this::holds).map(Known::key);
  }

  private boolean holds(Known read) {
    return read.revoked() == revoked.get()
        && System.nanoTime() - read.readAt() < HEEDED_WITHIN.toNanos();
  }

  private Optional<KeyRecord> read(String hash) {
    long before = revoked.get();
    long readAt = System.nanoTime();
    Optional<KeyRecord> key = records.bySecret(hash);
    key.ifPresent(found -> known.put(hash, new Known(found, before, readAt)));
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
