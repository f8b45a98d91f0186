package io.vitrine.trust;

import io.vitrine.trust.attacks.AttackClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees what only several requests of one source show (see {@link HabitList}). Bounded: the buckets
 * that were longest without a request are forgotten. Not thread-safe.
 */
final class Habits {

  /** Of each habit. */
  private static final int MOST_BUCKETS = 10_000;

  private static final int MOST_PATHS = 10_000;
  private static final int LONGEST_PATH = 256;
  private static final int MOST_SESSIONS = 100_000;
  private static final Duration LATE = Duration.ofMinutes(1);

  /** Nobody fills in a form within it. */
  private static final Duration HURRY = Duration.ofSeconds(2);

  private final List<Map<String, Bucket>> buckets =
      HabitList.ALL.stream().map(_ -> Habits.<Bucket>recent(MOST_BUCKETS)).toList();

  /** Paths come again and again. */
  private final Map<String, Sight.Path> paths = recent(MOST_PATHS);

  private final Map<String, Instant> carts = recent(MOST_BUCKETS);
  private final Map<String, Walk> walks = recent(MOST_SESSIONS);
  private final Map<String, Device> sessions = recent(MOST_SESSIONS);

  private static <T> Map<String, T> recent(int most) {
    return new LinkedHashMap<>(256, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
      }
    };
  }

  /** Takes a request in, and says which habits it shows. */
  List<Suspicion> see(Exchange exchange) {
    List<Suspicion> found = new ArrayList<>();
    Sight sight = new Sight(exchange, path(exchange), hurried(exchange));
    for (int i = 0; i < buckets.size(); i++) {
      if (HabitList.ALL.get(i).when().test(sight)) {
        fill(HabitList.ALL.get(i), buckets.get(i), sight, found);
      }
    }
    walk(sight, found);
    hijack(exchange, found);
    return found;
  }

  private Sight.Path path(Exchange exchange) {
    return exchange.path().length() > LONGEST_PATH
        ? Sight.Path.of(exchange)
        : paths.computeIfAbsent(exchange.path(), _ -> Sight.Path.of(exchange));
  }

  private static void fill(
      Habit habit, Map<String, Bucket> buckets, Sight sight, List<Suspicion> found) {
    String owner = habit.by().apply(sight);
    if (owner == null || owner.isEmpty()) {
      return;
    }
    String other = habit.distinct() == null ? null : habit.distinct().apply(sight);
    if (habit.distinct() != null && other == null) {
      return;
    }
    Bucket bucket = buckets.computeIfAbsent(owner, _ -> new Bucket());
    int requests = bucket.fill(habit, sight.exchange().at().toEpochMilli(), other);
    if (requests > 0) {
      String words =
          habit.capacity() + " in " + habit.seconds() + " s: " + sight.exchange().target();
      found.add(Suspicion.habit(habit.kind(), habit.rule(), words, requests));
    }
  }

  /** Whether a purchase comes right behind the first thing that its session put in. */
  private boolean hurried(Exchange exchange) {
    String session = exchange.session();
    if (session == null) {
      return false;
    }
    if (exchange.deed().is("add_to_cart")) {
      carts.putIfAbsent(session, exchange.at());
      return false;
    }
    Instant began = exchange.deed().is("purchase") ? carts.remove(session) : null;
    return began != null && Duration.between(began, exchange.at()).abs().compareTo(HURRY) < 0;
  }

  /** Numbers that are asked for one after the other. */
  private void walk(Sight sight, List<Suspicion> found) {
    long id = sight.path().number();
    if (id < 0 || !sight.path().owned() || sight.address() == null) {
      return;
    }
    String key = sight.address() + " " + sight.path().beforeNumber();
    Walk walk = walks.get(key);
    int steps =
        walk != null && id - walk.last() >= 1 && id - walk.last() <= 2 ? walk.steps() + 1 : 0;
    walks.put(key, new Walk(id, steps));
    if (steps >= Walk.LONG) {
      String words = steps + 1 + " numbers in a row up to " + sight.exchange().target();
      found.add(
          Suspicion.habit(
              AttackClass.OBJECT_WALKING,
              "numbers-in-a-row",
              words,
              steps == Walk.LONG ? steps + 1 : 1));
    }
  }

  /** A session that goes on from another device in another network at once. */
  private void hijack(Exchange exchange, List<Suspicion> found) {
    String session = exchange.session();
    String agent = exchange.agent();
    if (session == null || agent == null || exchange.address() == null) {
      return;
    }
    Device now = new Device(agent, network(exchange.address()), exchange.at().toEpochMilli());
    Device before = sessions.put(session, now);
    if (before != null && before.isOther(now)) {
      String words = before.network() + " then " + now.network() + " within minutes";
      found.add(Suspicion.habit(AttackClass.SESSION_HIJACK, "session-on-two-devices", words, 1));
    }
  }

  /** The first half of an address: what stays when a telephone changes its cell. */
  private static String network(String address) {
    String sign = address.indexOf(':') >= 0 ? ":" : ".";
    int first = address.indexOf(sign);
    int second = first < 0 ? -1 : address.indexOf(sign, first + 1);
    return second < 0 ? address : address.substring(0, second);
  }

  private record Walk(long last, int steps) {
    static final int LONG = 12;
  }

  private record Device(String agent, String network, long at) {

    private static final long SOON = Duration.ofMinutes(30).toMillis();

    boolean isOther(Device now) {
      boolean soon = Math.abs(now.at - at) < SOON;
      return soon && !agent.equals(now.agent) && !network.equals(now.network);
    }
  }

  /** What one source has filled. */
  private static final class Bucket {

    private Set<Integer> seen = Set.of();
    private double level;
    private long last;
    private int filled;
    private boolean over;

    /** How many requests overflow now: all since it was empty at first, then one by one. */
    int fill(Habit habit, long now, @Nullable String distinct) {
      if (last - now > LATE.toMillis()) {
        return 0;
      }
      level = Math.max(0, level - Math.max(0, now - last) * habit.leakPerMilli());
      last = Math.max(last, now);
      if (level == 0) {
        seen = Set.of();
        filled = 0;
        over = false;
      }
      if (distinct != null && !isNew(distinct, 4 * habit.capacity())) {
        return 0;
      }
      level++;
      filled++;
      if (level < habit.capacity()) {
        return 0;
      }
      int requests = over ? 1 : filled;
      over = true;
      level = habit.capacity();
      return requests;
    }

    private boolean isNew(String distinct, int most) {
      if (seen.isEmpty() || seen.size() > most) {
        seen = new HashSet<>();
      }
      return seen.add(distinct.hashCode());
    }
  }
}
