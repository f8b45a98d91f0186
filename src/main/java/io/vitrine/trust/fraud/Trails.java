package io.vitrine.trust.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every user, card, device, address, e-mail and delivery address did lately. Bounded: those
 * that nobody asked for or added to longest are forgotten. Not thread-safe.
 */
final class Trails {

  private static final Duration WEEK = Duration.ofDays(8);

  /** An account's own history is compared over a year and some days. */
  private static final Duration YEAR = Duration.ofDays(400);

  private record Key(Link link, String value) {}

  private final Map<Key, Trail> trails;

  /**
   * Empty trails.
   *
   * @param most how many are remembered
   */
  Trails(int most) {
    this.trails =
        new LinkedHashMap<>(1_024, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Trail> eldest) {
            return size() > most;
          }
        };
  }

  void add(Mark mark) {
    for (Link link : Link.values()) {
      String value = mark.value(link);
      if (value != null) {
        trails.computeIfAbsent(new Key(link, value), key -> new Trail(kept(link))).add(mark);
      }
    }
  }

  void remove(Mark mark) {
    for (Link link : Link.values()) {
      Trail trail = trail(link, mark.value(link));
      if (trail != null) {
        trail.remove(mark);
      }
    }
  }

  /** Payments with that value after an instant, up to and with another one. */
  List<Mark> between(Link link, @Nullable String value, Instant after, Instant until) {
    Trail trail = trail(link, value);
    return trail == null ? List.of() : trail.between(after, until);
  }

  private @Nullable Trail trail(Link link, @Nullable String value) {
    return value == null ? null : trails.get(new Key(link, value));
  }

  private static Duration kept(Link link) {
    return link == Link.USER ? YEAR : WEEK;
  }
}
