package io.vitrine.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets buckets refill by the program's clock. */
final class ClockMeter implements TimeMeter {

  private final Clock clock;

  ClockMeter(Clock clock) {
    this.clock = clock;
  }

  @Override
  public long currentTimeNanos() {
    return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
