package io.vitrine.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The budgets of all clients. A budget refills steadily, so whoever stays below its rate never
 * waits, whenever a minute is said to begin. Whoever used it up is blocked until a quarter of it is
 * back. Remembers a bounded number of clients; a forgotten one begins with a whole budget.
 * Thread-safe.
 */
public final class Limits {

  private static final int MOST_CLIENTS = 100_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration QUARTER = MINUTE.dividedBy(4);

  private final LimitSettings settings;
  private final ClockMeter time;
  private final Blocks blocks;
  private final Cache<String, Bucket> buckets;
  private final Map<Budget, LongAdder> refused = new ConcurrentHashMap<>();

  Limits(LimitSettings settings, Clock clock) {
    this.settings = settings;
    this.time = new ClockMeter(clock);
    this.blocks = new Blocks(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .ticker(time::currentTimeNanos)
            .build();
  }

  /** What the settings allow of a budget in a minute. */
  public Allowance allowance(Budget budget) {
    long perMinute =
        switch (budget) {
          case PAGES -> settings.pageFilesPerMinute();
          case API -> settings.requestsPerMinute();
          case SIGNED_IN -> settings.signedInPerMinute();
          case INGEST -> settings.ingestPerMinute();
          case INGESTED_EVENTS -> settings.eventsPerMinute();
          case INGESTED_BYTES -> settings.bytesPerMinute().toBytes();
          case SIGN_IN, WRONG_PASSWORDS ->
              throw new IllegalArgumentException(budget + " is counted by the accounts");
        };
    return new Allowance(budget, perMinute);
  }

  /** Counts a request of a client, or tells why it is refused. */
  public Standing take(Client client, Allowance allowance) {
    Optional<Block> block = refuse(client, allowance.budget());
    if (block.isPresent()) {
      return new Standing(allowance.perMinute(), 0, MINUTE, block.get());
    }
    ConsumptionProbe probe = bucket(client, allowance).tryConsumeAndReturnRemaining(1);
    Duration full = Duration.ofNanos(probe.getNanosToWaitForReset());
    return probe.isConsumed()
        ? new Standing(allowance.perMinute(), probe.getRemainingTokens(), full, null)
        : new Standing(allowance.perMinute(), 0, full, usedUp(client, allowance, probe));
  }

  /**
   * Counts what a request turned out to bring. It was let in already, so a budget may be overdrawn;
   * the next request then waits until that is made up for.
   */
  public void charge(Client client, Allowance allowance, long amount) {
    if (amount > 0) {
      bucket(client, allowance).consumeIgnoringRateLimits(amount);
    }
  }

  /** Lets a client wait, whatever its budget. */
  public void block(Client client, Budget budget, Duration wait) {
    blocks.begin(client, budget, wait);
  }

  /** Why a client has to wait; the request that asks counts as refused. */
  public Optional<Block> refuse(Client client, Budget budget) {
    Optional<Block> block = blocks.refuse(client, budget);
    block.ifPresent(_ -> count(budget));
    return block;
  }

  /** All blocks that go on, the last to end first. */
  public List<Block> blocks() {
    return blocks.list();
  }

  /** Ends a block and gives its client a whole budget; empty when there is none of that id. */
  public Optional<Block> lift(UUID id) {
    Optional<Block> lifted = blocks.lift(id);
    lifted.ifPresent(block -> buckets.invalidate(Blocks.key(block.client(), block.budget())));
    return lifted;
  }

  /** Requests that were refused since the start. */
  public long refused(Budget budget) {
    LongAdder count = refused.get(budget);
    return count == null ? 0 : count.sum();
  }

  private Block usedUp(Client client, Allowance allowance, ConsumptionProbe probe) {
    Duration next = Duration.ofNanos(probe.getNanosToWaitForRefill());
    Duration wait = next.compareTo(QUARTER) < 0 ? QUARTER : next;
    count(allowance.budget());
    return blocks.begin(client, allowance.budget(), wait);
  }

  private void count(Budget budget) {
    refused.computeIfAbsent(budget, _ -> new LongAdder()).increment();
  }

  private Bucket bucket(Client client, Allowance allowance) {
    return buckets.get(Blocks.key(client, allowance.budget()), _ -> full(allowance.perMinute()));
  }

  private Bucket full(long perMinute) {
    return Bucket.builder()
        .addLimit(rule -> rule.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .withCustomTimePrecision(time)
        .build();
  }
}
