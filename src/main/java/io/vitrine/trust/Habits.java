package io.vitrine.trust;

import io.vitrine.trust.attacks.AttackClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees what only several requests of one source show. Bounded: the buckets that were longest
 * without a request are forgotten. Not thread-safe.
 *
 * <p>The buckets are those of CrowdSec's scenarios and OWASP's automated threats, their sizes our
 * own.
 */
final class Habits {

  private static final int MOST_BUCKETS = 100_000;
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final Pattern SIGN_IN =
      Pattern.compile(
          "login|log-in|signin|sign-in|/auth|/session|/token|wp-login|xmlrpc|connexion");
  private static final Pattern SIGN_UP =
      Pattern.compile("regist|signup|sign-up|account/create|inscription");
  private static final Pattern COUPON = Pattern.compile("coupon|promo|voucher|gift-?card|giftcard");
  private static final Pattern OWNED =
      Pattern.compile(
          "user|account|order|invoice|customer|profile|basket|cart|address|payment|upload|document|message|ticket|keys|saved|dashboards|charts");
  private static final Pattern EXPORT = Pattern.compile("export|download|dump|backup|report");
  private static final Pattern NUMBER = Pattern.compile("/([0-9]{1,12})(?:$|[/?])");
  private static final Pattern ID =
      Pattern.compile("/(?:[0-9]{1,12}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})(?=$|/)");
  private static final Pattern FILE =
      Pattern.compile("\\.(?:js|css|png|jpe?g|gif|svg|ico|woff2?|webp|map|mp4|avif)$");

  private static final List<Habit> HABITS =
      List.of(
          new Habit(
              AttackClass.BRUTE_FORCE,
              "sign-ins-that-fail",
              e -> isSignIn(e) && (e.refused() || isDelayed(e)),
              Habits::source,
              null,
              5,
              60),
          new Habit(
              AttackClass.BRUTE_FORCE,
              "account-tried-from-many-addresses",
              e -> isSignIn(e) && e.refused(),
              e -> e.user() == null ? null : "user " + e.user(),
              Exchange::address,
              5,
              300),
          new Habit(
              AttackClass.CREDENTIAL_STUFFING,
              "one-address-many-accounts",
              e -> isSignIn(e) && (e.refused() || isDelayed(e)),
              Exchange::address,
              Exchange::user,
              5,
              120),
          new Habit(
              AttackClass.ACCOUNT_CREATION,
              "many-accounts-from-one-address",
              e -> e.changes() && SIGN_UP.matcher(e.lowerPath()).find(),
              Exchange::address,
              null,
              6,
              600),
          new Habit(
              AttackClass.SENSITIVE_FILE_PROBE,
              "many-paths-that-are-not-there",
              e ->
                  (e.status() == 404 || e.status() == 400)
                      && !e.isOwn()
                      && !FILE.matcher(e.path()).find(),
              Habits::source,
              Exchange::path,
              12,
              30),
          new Habit(
              AttackClass.SENSITIVE_FILE_PROBE,
              "many-paths-that-are-not-there",
              e -> e.status() == 404 && e.isOwn(),
              Habits::source,
              Exchange::path,
              12,
              30),
          new Habit(
              AttackClass.PRIVILEGE_ESCALATION,
              "many-forbidden-paths",
              e -> e.status() == 403 && !isSignIn(e),
              Habits::source,
              Exchange::path,
              3,
              60),
          new Habit(
              AttackClass.TOKEN_TAMPERING,
              "many-tokens-that-do-not-hold",
              e -> "bad_token".equals(e.problem()),
              Habits::source,
              null,
              10,
              60),
          new Habit(
              AttackClass.OBJECT_WALKING,
              "ids-of-others",
              e -> (e.refused() || e.status() == 404) && ID.matcher(e.path()).find(),
              e -> owned(e),
              Exchange::path,
              6,
              60),
          new Habit(
              AttackClass.SCRAPING,
              "many-pages-at-once",
              e ->
                  e.method().equals("GET")
                      && !e.isOwn()
                      && !FILE.matcher(e.path()).find()
                      && !e.robot(),
              Exchange::address,
              Exchange::path,
              80,
              20),
          new Habit(
              AttackClass.CARD_TESTING,
              "cards-that-are-declined",
              Habits::isDeclined,
              Exchange::address,
              null,
              8,
              240),
          new Habit(
              AttackClass.COUPON_GUESSING,
              "coupons-that-do-not-hold",
              e -> e.failed() && COUPON.matcher(e.lowerPath()).find(),
              Habits::source,
              null,
              8,
              60),
          new Habit(
              AttackClass.DENIAL_OF_SERVICE,
              "too-many-requests",
              e -> true,
              Exchange::address,
              null,
              400,
              10),
          new Habit(
              AttackClass.DENIAL_OF_SERVICE,
              "goes-on-when-limited",
              e -> e.status() == 429 && !isSignIn(e),
              Habits::source,
              null,
              15,
              60),
          new Habit(
              AttackClass.DENIAL_OF_INVENTORY,
              "carts-that-only-hold",
              e -> e.path().equals("add_to_cart"),
              Exchange::session,
              null,
              60,
              300),
          new Habit(
              AttackClass.DATA_EXFILTRATION,
              "many-exports",
              e -> e.status() < 400 && EXPORT.matcher(e.lowerPath()).find(),
              Habits::source,
              null,
              20,
              300));

  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_BUCKETS;
        }
      };

  private final Map<String, Walk> walks = recent();
  private final Map<String, Device> sessions = recent();

  private static <T> Map<String, T> recent() {
    return new LinkedHashMap<>(256, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST_BUCKETS;
      }
    };
  }

  /** Takes a request in, and says which habits it shows. */
  List<Suspicion> see(Exchange exchange) {
    List<Suspicion> found = new ArrayList<>();
    for (Habit habit : HABITS) {
      if (habit.when().test(exchange)) {
        fill(habit, exchange, found);
      }
    }
    walk(exchange, found);
    hijack(exchange, found);
    return found;
  }

  private void fill(Habit habit, Exchange exchange, List<Suspicion> found) {
    String owner = habit.by().apply(exchange);
    if (owner == null || owner.isEmpty()) {
      return;
    }
    String other = habit.distinct() == null ? null : habit.distinct().apply(exchange);
    if (habit.distinct() != null && other == null) {
      return;
    }
    Bucket bucket = buckets.computeIfAbsent(habit.rule() + " " + owner, _ -> new Bucket());
    int requests = bucket.fill(habit, exchange.at().toEpochMilli(), other);
    if (requests > 0) {
      String words = habit.capacity() + " in " + habit.seconds() + " s: " + exchange.target();
      found.add(Suspicion.habit(habit.kind(), habit.rule(), words, requests));
    }
  }

  /** Numbers that are asked for one after the other. */
  private void walk(Exchange exchange, List<Suspicion> found) {
    var number = NUMBER.matcher(exchange.path());
    if (exchange.address() == null
        || !number.find()
        || !OWNED.matcher(exchange.lowerPath()).find()) {
      return;
    }
    long id = Long.parseLong(number.group(1));
    String key = exchange.address() + " " + exchange.path().substring(0, number.start());
    Walk walk = walks.get(key);
    int steps =
        walk != null && id - walk.last() >= 1 && id - walk.last() <= 2 ? walk.steps() + 1 : 0;
    walks.put(key, new Walk(id, steps));
    if (steps >= Walk.LONG) {
      String words = steps + 1 + " numbers in a row up to " + exchange.target();
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

  private static String source(Exchange exchange) {
    return exchange.source();
  }

  private static boolean isSignIn(Exchange exchange) {
    return exchange.changes() && SIGN_IN.matcher(exchange.lowerPath()).find();
  }

  /** Of a payment: its outcome. */
  private static boolean isDeclined(Exchange exchange) {
    boolean failed = "failed".equals(exchange.problem()) && exchange.path().equals("payment");
    return failed || "declined".equals(exchange.problem());
  }

  private static boolean isDelayed(Exchange exchange) {
    return exchange.status() == 429;
  }

  private static @Nullable String owned(Exchange exchange) {
    String path = exchange.path().toLowerCase(Locale.ROOT);
    return OWNED.matcher(path).find() ? exchange.source() : null;
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

    private final Set<Integer> seen = new HashSet<>();
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
        seen.clear();
        filled = 0;
        over = false;
      }
      boolean known = distinct != null && !seen.add(distinct.hashCode());
      if (seen.size() > 4 * habit.capacity()) {
        seen.clear();
      }
      if (known) {
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
  }
}
