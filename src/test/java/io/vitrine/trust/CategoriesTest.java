package io.vitrine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.trust.attacks.AttackClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twenty technical attacks on shops and OWASP's twenty-one automated threats, as their logs tell of
 * them: each is a finding of its class, and an ordinary day is none.
 */
class CategoriesTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String ADDRESS = "203.0.113.77";

  private static Event.Draft event(String type, int millis) {
    return Event.draft()
        .set(Field.ID, "e" + millis)
        .set(Field.TYPE, type)
        .set(Field.TIMESTAMP, NOON.plusMillis(millis))
        .set(Field.IP, ADDRESS)
        .set(Field.USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
  }

  private static Event.Draft request(String method, String target, int status, int millis) {
    return event("log", millis)
        .set(Field.METHOD, method)
        .set(Field.ENDPOINT, target)
        .set(Field.STATUS_CODE, (long) status);
  }

  private static Arguments once(int number, String name, AttackClass kind, Event.Draft event) {
    return Arguments.of(number, name, kind, List.of(event.finish()));
  }

  private static Arguments often(
      int number, String name, AttackClass kind, int times, IntFunction<Event.Draft> event) {
    List<Event> events =
        IntStream.range(0, times).mapToObj(event).map(Event.Draft::finish).toList();
    return Arguments.of(number, name, kind, events);
  }

  private static Event.Draft search(String text) {
    return event("search", 0).set(Field.SEARCH_QUERY, text);
  }

  private static Event.Draft body(String text) {
    return request("POST", "/review", 200, 0).other("request_body", text);
  }

  static List<Arguments> technical() {
    return List.of(
        once(1, "SQL injection", AttackClass.SQL_INJECTION, search("1' or '1'='1")),
        once(2, "NoSQL injection", AttackClass.NOSQL_INJECTION, body("{\"user\":{\"$ne\":null}}")),
        once(3, "XSS", AttackClass.CROSS_SITE_SCRIPTING, search("<script>alert(1)</script>")),
        once(4, "Command injection", AttackClass.COMMAND_INJECTION, search("a;cat /etc/hosts")),
        once(5, "PHP injection", AttackClass.CODE_INJECTION, search("<?php system('id'); ?>")),
        once(6, "Log4Shell", AttackClass.NAME_LOOKUP, search("${jndi:ldap://a.example/b}")),
        once(6, "Deserialisation", AttackClass.DESERIALISATION, search("rO0ABXNyABFqYXZhLnV0aWw=")),
        once(7, "Template injection", AttackClass.TEMPLATE_INJECTION, search("{{7*7}}")),
        once(8, "Prototype pollution", AttackClass.PROTOTYPE_POLLUTION, search("__proto__[a]=1")),
        once(9, "LDAP injection", AttackClass.LDAP_INJECTION, search("*)(uid=*))(|(uid=*")),
        once(9, "XPath injection", AttackClass.XPATH_INJECTION, search("x'] | //user/*[a='b")),
        once(
            10,
            "XXE",
            AttackClass.XML_EXTERNAL_ENTITY,
            body("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")),
        once(11, "Traversal", AttackClass.PATH_TRAVERSAL, search("../../../../etc/passwd")),
        once(
            12,
            "Remote file inclusion",
            AttackClass.REMOTE_FILE_INCLUSION,
            request("GET", "/index.php?page=http://a.example/shell.txt?", 200, 0)),
        once(
            13,
            "SSRF",
            AttackClass.SERVER_SIDE_REQUEST_FORGERY,
            request("GET", "/fetch?url=http://169.254.169.254/latest/meta-data/", 200, 0)),
        once(
            14,
            "Open redirect",
            AttackClass.OPEN_REDIRECT,
            request("GET", "/login?next=//evil.example/", 302, 0)),
        once(15, "CRLF", AttackClass.HEADER_INJECTION, search("x%0d%0aSet-Cookie: a=b")),
        once(16, "Method abuse", AttackClass.METHOD_ABUSE, request("TRACE", "/", 405, 0)),
        once(
            17,
            "Web shell",
            AttackClass.WEB_SHELL,
            request("GET", "/uploads/avatar.php?cmd=id", 200, 0)),
        once(
            18,
            "Session fixation",
            AttackClass.SESSION_FIXATION,
            request("GET", "/cart?PHPSESSID=abc123", 200, 0)),
        once(
            19,
            "Sensitive file",
            AttackClass.SENSITIVE_FILE_PROBE,
            request("GET", "/.git/config", 404, 0)),
        once(
            20,
            "Leak of an answer",
            AttackClass.INFORMATION_LEAK,
            request("GET", "/p/1", 500, 0)
                .other("response", "You have an error in your SQL syntax near '1'")));
  }

  static List<Arguments> automated() {
    return List.of(
        often(21, "Carding", AttackClass.CARD_TESTING, 9, i -> payment(i, "declined")),
        often(
            22,
            "Token cracking",
            AttackClass.COUPON_GUESSING,
            9,
            i -> request("POST", "/coupon/apply", 404, 100 * i)),
        often(
            23,
            "Ad fraud",
            AttackClass.AD_FRAUD,
            26,
            i -> page("/", i).set(Field.UTM_MEDIUM, "cpc").set(Field.SESSION_ID, "s" + i)),
        often(
            24,
            "Fingerprinting",
            AttackClass.FINGERPRINTING,
            4,
            i -> request(List.of("TRACE", "PROPFIND", "OPTIONS", "CONNECT").get(i), "/", 405, i)),
        often(25, "Scalping", AttackClass.SCALPING, 13, i -> cart(100 * i)),
        often(26, "Expediting", AttackClass.EXPEDITING, 8, CategoriesTest::hurriedPurchase),
        often(
            27,
            "Credential cracking",
            AttackClass.BRUTE_FORCE,
            6,
            i -> request("POST", "/login", 401, 100 * i).set(Field.USER_ID, "anna")),
        often(
            28,
            "Credential stuffing",
            AttackClass.CREDENTIAL_STUFFING,
            6,
            i -> request("POST", "/login", 401, 100 * i).set(Field.USER_ID, "user-" + i)),
        often(
            29,
            "Captcha defeat",
            AttackClass.CAPTCHA_DEFEAT,
            11,
            i -> request("POST", "/captcha/verify", 200, 500 * i)),
        often(30, "Card cracking", AttackClass.CARD_TESTING, 9, i -> payment(i, "failed")),
        often(31, "Scraping", AttackClass.SCRAPING, 90, i -> page("/p/x" + i, 10 * i)),
        often(
            32,
            "Cashing out",
            AttackClass.CASHING_OUT,
            6,
            i ->
                event("transaction", 60_000 * i)
                    .set(Field.ACTION, "pay")
                    .set(Field.PAYMENT_METHOD, "gift_card")
                    .set(Field.USER_ID, "user-" + i)),
        often(
            33,
            "Sniping",
            AttackClass.SNIPING,
            4,
            i ->
                event("bid", 1_000 * i)
                    .set(Field.ACTION, "bid")
                    .other("ends_at", NOON.plusMillis(1_000 * i + 900).toString())),
        once(
            34,
            "Vulnerability scanning",
            AttackClass.SCANNER,
            request("GET", "/", 200, 0).set(Field.USER_AGENT, "sqlmap/1.7#stable")),
        often(35, "Denial of service", AttackClass.DENIAL_OF_SERVICE, 420, i -> page("/", i)),
        often(
            36,
            "Skewing",
            AttackClass.SKEWING,
            70,
            i ->
                event("product_view", 100 * i)
                    .set(Field.PAGE, "/p/1")
                    .set(Field.PRODUCT_ID, "p-1")),
        once(
            37,
            "Spamming",
            AttackClass.SPAM,
            body("great [url=http://a.example]cheap[/url] things")),
        often(
            38,
            "Footprinting",
            AttackClass.SENSITIVE_FILE_PROBE,
            13,
            i -> request("GET", "/a/b" + i, 404, 100 * i)),
        often(
            39,
            "Account creation",
            AttackClass.ACCOUNT_CREATION,
            7,
            i -> request("POST", "/register", 201, 1_000 * i)),
        often(
            40,
            "Account aggregation",
            AttackClass.ACCOUNT_AGGREGATION,
            7,
            i ->
                page("/account", 1_000 * i).set(Field.VISITOR_ID, "v").set(Field.USER_ID, "u" + i)),
        often(
            41,
            "Denial of inventory",
            AttackClass.DENIAL_OF_INVENTORY,
            65,
            i -> cart(100 * i).set(Field.PRODUCT_ID, "p" + i).set(Field.SESSION_ID, "s")));
  }

  private static Event.Draft page(String page, int millis) {
    return event("page_view", millis).set(Field.PAGE, page);
  }

  private static Event.Draft cart(int millis) {
    return event("add_to_cart", millis).set(Field.PRODUCT_ID, "p-1");
  }

  private static Event.Draft payment(int number, String status) {
    return event("transaction", 1_000 * number).set(Field.ACTION, "pay").set(Field.STATUS, status);
  }

  private static Event.Draft hurriedPurchase(int number) {
    String type = number % 2 == 0 ? "add_to_cart" : "purchase";
    return event(type, 1_000 * number).set(Field.VISITOR_ID, "v" + number / 2);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource({"technical", "automated"})
  void eachCategoryIsAFindingOfItsClass(
      int number, String name, AttackClass kind, List<Event> events) {
    assertThat(found(events)).as("%d %s", number, name).contains(kind);
  }

  @Test
  void allFortyOneAreTried() {
    Set<Object> numbers = new TreeSet<>();
    technical().forEach(one -> numbers.add(one.get()[0]));
    automated().forEach(one -> numbers.add(one.get()[0]));
    assertThat(numbers).hasSize(41);
  }

  /** An office of twenty people behind one address who look around, buy and come from an ad. */
  @Test
  void anOrdinaryDayIsNone() {
    List<Event> events = new ArrayList<>();
    for (int person = 0; person < 20; person++) {
      String visitor = "v" + person;
      int start = 180_000 * person;
      for (int view = 0; view < 8; view++) {
        events.add(
            page("/p/" + (person * 31 + view * 7) % 90, start + 15_000 * view)
                .set(Field.VISITOR_ID, visitor)
                .set(Field.UTM_MEDIUM, view == 0 ? "cpc" : null)
                .finish());
      }
      events.add(cart(start + 125_000).set(Field.VISITOR_ID, visitor).finish());
      events.add(
          event("purchase", start + 170_000)
              .set(Field.VISITOR_ID, visitor)
              .set(Field.USER_ID, "u" + person)
              .set(Field.PAYMENT_METHOD, person % 10 == 0 ? "gift_card" : "card")
              .finish());
    }
    assertThat(found(events)).isEmpty();
  }

  private static Set<AttackClass> found(List<Event> events) {
    Habits habits = new Habits();
    Set<AttackClass> kinds = EnumSet.noneOf(AttackClass.class);
    for (Event event : events) {
      LoggedRequest.of(event)
          .ifPresent(
              exchange -> {
                Inspection.of(exchange).forEach(one -> kinds.add(one.kind()));
                habits.see(exchange).forEach(one -> kinds.add(one.kind()));
              });
    }
    return kinds;
  }
}
