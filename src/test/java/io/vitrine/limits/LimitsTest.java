package io.vitrine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Budgets refill steadily, belong to one client, and can be given back. */
class LimitsTest {

  private static final Client HERE = Client.address("198.51.100.7");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Limits limits =
      new Limits(new LimitSettings(200, 600, 3000, 100, 1000, DataSize.ofMegabytes(1)), clock);
  private final Allowance api = limits.allowance(Budget.API);

  @Test
  void whoAsks150TimesAMinuteNeverWaits() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int minute = 0; minute < 10; minute++) {
      Instant end = clock.instant().plus(Duration.ofMinutes(1));
      for (int i = 0; i < 150; i++) {
        assertThat(refused(HERE)).as("minute %s, seed %s", minute, seed).isFalse();
        Duration left = Duration.between(clock.instant(), end);
        clock.move(Duration.ofNanos(random.nextLong(left.toNanos() / (150 - i) + 1)));
      }
      clock.move(Duration.between(clock.instant(), end));
    }
    assertThat(limits.blocks()).isEmpty();
    assertThat(limits.refused(Budget.API)).isZero();
  }

  @Test
  void all150MayComeInTheSameInstant() {
    for (int minute = 0; minute < 5; minute++) {
      assertThat(refusals(HERE, 150)).isZero();
      clock.move(Duration.ofMinutes(1));
    }
  }

  @Test
  void whoUsedItsBudgetUpWaitsUntilAQuarterIsBack() {
    assertThat(refusals(HERE, 200)).isZero();
    Standing refused = limits.take(HERE, api);
    assertThat(refused.block()).isNotNull();
    assertThat(refused.block().until()).isEqualTo(clock.instant().plusSeconds(15));
    clock.move(Duration.ofSeconds(14));
    assertThat(refused(HERE)).isTrue();
    assertThat(limits.blocks()).extracting(Block::refused).containsExactly(1L);
    clock.move(Duration.ofSeconds(1));
    assertThat(limits.blocks()).isEmpty();
    assertThat(refusals(HERE, 50)).isZero();
    assertThat(refused(HERE)).isTrue();
    assertThat(limits.refused(Budget.API)).isEqualTo(3);
  }

  @Test
  void aBudgetIsOneClientsAndOneBudget() {
    refusals(HERE, 201);
    assertThat(refused(Client.address("198.51.100.8"))).isFalse();
    assertThat(refused(Client.user(UUID.randomUUID(), "zoe"))).isFalse();
    assertThat(limits.take(HERE, limits.allowance(Budget.PAGES)).block()).isNull();
  }

  @Test
  void aNetworkOfIpv6IsOneClient() {
    refusals(Client.address("2001:db8:1:2::1"), 201);
    assertThat(refused(Client.address("2001:db8:1:2:ffff::7"))).isTrue();
    assertThat(refused(Client.address("2001:db8:1:3::1"))).isFalse();
    assertThat(Client.address("2001:db8:1:2::1").name()).isEqualTo("2001:db8:1:2::/64");
    assertThat(Client.address("not:an address").name()).isEqualTo("not:an address");
  }

  @Test
  void aLiftedBlockGivesAWholeBudget() {
    refusals(HERE, 201);
    Block block = limits.blocks().getFirst();
    assertThat(limits.lift(UUID.randomUUID())).isEmpty();
    assertThat(limits.lift(block.id())).contains(block);
    assertThat(limits.lift(block.id())).isEmpty();
    assertThat(refusals(HERE, 200)).isZero();
  }

  @Test
  void whatARequestBroughtIsMadeUpForBeforeTheNext() {
    Client key = Client.key(UUID.randomUUID(), "web shop");
    Allowance events = limits.allowance(Budget.INGESTED_EVENTS);
    limits.charge(key, events, 2000);
    Block block = limits.take(key, events).block();
    assertThat(block).isNotNull();
    assertThat(Duration.between(clock.instant(), block.until()))
        .isBetween(Duration.ofSeconds(60), Duration.ofMillis(60_100));
    clock.move(Duration.ofSeconds(61));
    assertThat(limits.take(key, events).block()).isNull();
  }

  private long refusals(Client client, int requests) {
    long before = limits.refused(Budget.API);
    for (int i = 0; i < requests; i++) {
      limits.take(client, api);
    }
    return limits.refused(Budget.API) - before;
  }

  private boolean refused(Client client) {
    return limits.take(client, api).block() != null;
  }
}
