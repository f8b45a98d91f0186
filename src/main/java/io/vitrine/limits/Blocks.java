package io.vitrine.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has to wait. Bounded; the longest unused are forgotten first. Thread-safe. */
final class Blocks {

  private static final int MOST = 20_000;

  /** No block is longer than this. */
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Clock clock;
  private final Cache<String, Block> blocks;

  Blocks(Clock clock) {
    this.clock = clock;
    this.blocks =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LONGEST)
            .ticker(new ClockMeter(clock)::currentTimeNanos)
            .build();
  }

  /** Begins a block. */
  Block begin(Client client, Budget budget, Duration wait) {
    Instant now = clock.instant();
    Block block = new Block(UUID.randomUUID(), client, budget, now, now.plus(wait), 0);
    blocks.put(key(client, budget), block);
    return block;
  }

  /** The block of a client that goes on; the request that asks is counted as refused. */
  Optional<Block> refuse(Client client, Budget budget) {
    Block kept =
        blocks
            .asMap()
            .computeIfPresent(
                key(client, budget), (_, block) -> isOver(block) ? null : block.refusedOnce());
    return Optional.ofNullable(kept);
  }

  /** All that go on, the last to end first. */
  List<Block> list() {
    return blocks.asMap().values().stream()
        .filter(block -> !isOver(block))
        .sorted(Comparator.comparing(Block::until).reversed().thenComparing(Block::id))
        .toList();
  }

  /** Ends a block; empty when none of that id goes on. */
  Optional<Block> lift(UUID id) {
    Optional<Block> found = list().stream().filter(block -> block.id().equals(id)).findFirst();
    found.ifPresent(block -> blocks.invalidate(key(block.client(), block.budget())));
    return found;
  }

  static String key(Client client, Budget budget) {
    return budget + " " + client.kind() + " " + client.id();
  }

  private boolean isOver(Block block) {
    return !clock.instant().isBefore(block.until());
  }
}
