package io.vitrine.trust;

import io.vitrine.trust.attacks.AttackClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The habits that are watched for: those of who looks for a way in, and the automated threats of
 * OWASP. The buckets are those of CrowdSec's scenarios and OWASP's automated threats, their sizes
 * our own. What is told apart most cheaply is asked first, for every event passes here.
 */
final class HabitList {

  private static final Set<String> OPINIONS =
      Set.of("product_view", "review", "rating", "vote", "like");
  private static final Set<String> USUAL_METHODS = Set.of("GET", "POST", "HEAD");

  private static final List<Habit> WAYS_IN =
      List.of(
          new Habit(
              AttackClass.BRUTE_FORCE,
              "sign-ins-that-fail",
              Sight::isFailedSignIn,
              Sight::source,
              null,
              5,
              60),
          new Habit(
              AttackClass.BRUTE_FORCE,
              "account-tried-from-many-addresses",
              s -> s.exchange().refused() && s.user() != null && s.isSignIn(),
              Sight::user,
              Sight::address,
              5,
              300),
          new Habit(
              AttackClass.CREDENTIAL_STUFFING,
              "one-address-many-accounts",
              Sight::isFailedSignIn,
              Sight::address,
              Sight::user,
              5,
              120),
          new Habit(
              AttackClass.SENSITIVE_FILE_PROBE,
              "many-paths-that-are-not-there",
              HabitList::leadsNowhere,
              Sight::source,
              Sight::where,
              12,
              30),
          new Habit(
              AttackClass.PRIVILEGE_ESCALATION,
              "many-forbidden-paths",
              s -> s.exchange().status() == 403 && !s.isSignIn(),
              Sight::source,
              Sight::where,
              3,
              60),
          new Habit(
              AttackClass.TOKEN_TAMPERING,
              "many-tokens-that-do-not-hold",
              s -> "bad_token".equals(s.exchange().problem()),
              Sight::source,
              null,
              10,
              60),
          new Habit(
              AttackClass.OBJECT_WALKING,
              "ids-of-others",
              s ->
                  (s.exchange().refused() || s.exchange().status() == 404)
                      && s.path().id()
                      && s.path().owned(),
              Sight::source,
              Sight::where,
              6,
              60),
          new Habit(
              AttackClass.FINGERPRINTING,
              "many-methods",
              s -> !USUAL_METHODS.contains(s.exchange().method()) && s.exchange().failed(),
              Sight::source,
              s -> s.exchange().method(),
              3,
              60),
          new Habit(
              AttackClass.DENIAL_OF_SERVICE,
              "too-many-requests",
              _ -> true,
              Sight::address,
              null,
              400,
              10),
          new Habit(
              AttackClass.DENIAL_OF_SERVICE,
              "goes-on-when-limited",
              s -> s.exchange().status() == 429 && !s.isSignIn(),
              Sight::source,
              null,
              15,
              60),
          new Habit(
              AttackClass.DATA_EXFILTRATION,
              "many-exports",
              s -> s.path().export() && s.exchange().status() < 400,
              Sight::source,
              null,
              20,
              300));

  private static final List<Habit> AUTOMATED =
      List.of(
          new Habit(
              AttackClass.ACCOUNT_CREATION,
              "many-accounts-from-one-address",
              s -> s.path().signUp() && s.exchange().changes(),
              Sight::address,
              null,
              6,
              600),
          new Habit(
              AttackClass.ACCOUNT_AGGREGATION,
              "one-client-many-accounts",
              s -> s.user() != null && s.isLogged() && !s.exchange().failed(),
              Sight::session,
              Sight::user,
              6,
              3_600),
          new Habit(
              AttackClass.SCRAPING,
              "many-pages-at-once",
              s ->
                  s.isLogged()
                      && !s.exchange().robot()
                      && s.exchange().method().equals("GET")
                      && !s.path().file(),
              Sight::address,
              Sight::where,
              80,
              20),
          new Habit(
              AttackClass.CARD_TESTING,
              "cards-that-are-declined",
              HabitList::isDeclined,
              Sight::address,
              null,
              8,
              240),
          new Habit(
              AttackClass.COUPON_GUESSING,
              "coupons-that-do-not-hold",
              s -> s.exchange().failed() && s.path().coupon(),
              Sight::source,
              null,
              8,
              60),
          new Habit(
              AttackClass.CASHING_OUT,
              "gift-cards-of-many-accounts",
              s -> s.exchange().deed().gift(),
              Sight::address,
              Sight::user,
              4,
              3_600),
          new Habit(
              AttackClass.DENIAL_OF_INVENTORY,
              "carts-that-only-hold",
              s -> s.where().equals("add_to_cart"),
              Sight::session,
              null,
              60,
              300),
          new Habit(
              AttackClass.SCALPING,
              "one-product-grabbed",
              s -> s.exchange().deed().is("add_to_cart"),
              Sight::addressAndProduct,
              null,
              12,
              30),
          new Habit(
              AttackClass.EXPEDITING,
              "purchases-faster-than-people",
              Sight::hurried,
              Sight::source,
              null,
              3,
              600),
          new Habit(
              AttackClass.SKEWING,
              "one-product-over-and-over",
              s -> OPINIONS.contains(s.exchange().deed().type()) && !s.exchange().robot(),
              Sight::addressAndProduct,
              null,
              60,
              120),
          new Habit(
              AttackClass.AD_FRAUD,
              "paid-clicks-of-one-address",
              s -> s.exchange().deed().paid() && !s.exchange().robot(),
              Sight::address,
              Sight::session,
              25,
              600),
          new Habit(
              AttackClass.SNIPING,
              "bids-in-the-last-seconds",
              s -> s.exchange().deed().late(),
              Sight::source,
              null,
              3,
              86_400),
          new Habit(
              AttackClass.CAPTCHA_DEFEAT,
              "captchas-in-series",
              s -> s.path().captcha() && (s.exchange().changes() || s.isLogged()),
              Sight::source,
              null,
              10,
              300));

  /** All, in the order in which they are told. */
  static final List<Habit> ALL = Stream.concat(WAYS_IN.stream(), AUTOMATED.stream()).toList();

  private HabitList() {}

  private static boolean leadsNowhere(Sight sight) {
    int status = sight.exchange().status();
    return status == 404
        ? !sight.isLogged() || !sight.path().file()
        : status == 400 && sight.isLogged() && !sight.path().file();
  }

  /** Of a payment: its outcome. */
  private static boolean isDeclined(Sight sight) {
    String outcome = sight.exchange().problem();
    return "declined".equals(outcome)
        || ("failed".equals(outcome) && sight.where().equals("payment"));
  }
}
