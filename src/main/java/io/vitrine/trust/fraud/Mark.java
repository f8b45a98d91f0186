package io.vitrine.trust.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A payment as it is remembered among others. */
record Mark(Transaction of) implements Comparable<Mark> {

  private static final Comparator<Mark> ORDER =
      Comparator.comparing(Mark::at).thenComparing(Mark::id);

  String id() {
    return of.id();
  }

  Instant at() {
    return of.at();
  }

  boolean failed() {
    return of.outcome() == Outcome.FAILED;
  }

  @Nullable String value(Link link) {
    return of.of(link);
  }

  /** Where it was made, as far as known. */
  @Nullable Place place() {
    return of.place() == null ? Place.of(of.countries().address()) : of.place();
  }

  Duration until(Instant later) {
    return Duration.between(at(), later);
  }

  /** By time, and by id at one instant, so that no order of arrival makes a difference. */
  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }
}
