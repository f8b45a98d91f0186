package io.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vitrine.model.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Slows down whoever guesses passwords. An address may try so often in a minute; after some wrong
 * passwords for an account it waits, twice as long each time. Both count per address, so nobody can
 * lock out the owner of an account from elsewhere.
 */
final class Attempts {

  private static final int MOST_REMEMBERED = 100_000;
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** An address that is wrong about many accounts waits after this many times the free failures. */
  private static final int ACCOUNTS = 4;

  private final AccountSettings settings;
  private final Clock clock;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterAccess(REMEMBERED).build();
  private final Cache<String, Failures> failures =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  Attempts(AccountSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Counts a try of an address.
   *
   * @throws Problem of category LOAD when it tried too often in the last minute
   */
  void count(String address) {
    Bucket bucket = buckets.get(address, _ -> bucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.load(
          "too_many_sign_ins",
          "more than " + settings.signInsPerMinute() + " sign-ins in a minute",
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /**
   * Lets an address try an account's password.
   *
   * @throws Problem of category LOAD while it has to wait
   */
  void admit(String account, String address) {
    wait(pair(account, address));
    wait(address);
  }

  void failed(String account, String address) {
    fail(pair(account, address), settings.freeFailures());
    fail(address, settings.freeFailures() * ACCOUNTS);
  }

  /** Forgets the wrong passwords for this account; those for others keep counting. */
  void succeeded(String account, String address) {
    failures.invalidate(pair(account, address));
  }

  private void wait(String key) {
    Failures seen = failures.getIfPresent(key);
    Instant now = clock.instant();
    if (seen != null && now.isBefore(seen.until())) {
      throw Problem.load(
          "sign_in_delayed",
          "too many wrong passwords from this address; wait before the next try",
          Duration.between(now, seen.until()));
    }
  }

  private void fail(String key, int free) {
    failures.asMap().merge(key, next(0, free), (seen, _) -> next(seen.count(), free));
  }

  private Failures next(int before, int free) {
    int count = before + 1;
    return new Failures(count, clock.instant().plus(wait(count - free)));
  }

  /** One second after the first failure that is not free, then twice as long each time. */
  private Duration wait(int beyond) {
    if (beyond < 0) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 20));
    return doubled.compareTo(settings.longestWait()) < 0 ? doubled : settings.longestWait();
  }

  private Bucket bucket() {
    int limit = settings.signInsPerMinute();
    return Bucket.builder()
        .addLimit(rule -> rule.capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)))
        .build();
  }

  private static String pair(String account, String address) {
    return address + " " + account.strip().toLowerCase(Locale.ROOT);
  }

  private record Failures(int count, Instant until) {}
}
