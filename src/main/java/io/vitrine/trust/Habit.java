package io.vitrine.trust;

import io.vitrine.trust.attacks.AttackClass;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is harmless once and an attack when it goes on: a bucket that fills with each request and
 * leaks with time.
 *
 * @param kind what it is then
 * @param rule its name
 * @param when which requests fill the bucket
 * @param by whose bucket it is; null for a request of nobody
 * @param distinct only a request with a new one of these fills it; null from this function, or no
 *     function, means that each does
 * @param capacity how many fill it
 * @param seconds in which a full bucket empties
 */
record Habit(
    AttackClass kind,
    String rule,
    Predicate<Sight> when,
    Function<Sight, @Nullable String> by,
    @Nullable Function<Sight, @Nullable String> distinct,
    int capacity,
    int seconds) {

  double leakPerMilli() {
    return capacity / (seconds * 1000.0);
  }
}
