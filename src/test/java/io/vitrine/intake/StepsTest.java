package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.intake.IntakeSettings.Anonymise;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of each step, through all of them. The clock stands at 2025-06-01T12:00:00Z. */
class StepsTest {

  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/137.0.0.0 Safari/537.36";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'product_id':'LONG'                         | too_long
          'product_id':'a\\u0000b'                    | control_character
          'visitor_id':'a\\nb'                        | control_character
          'timestamp':'2025-06-02T12:00:01Z'          | future
          'timestamp':'1999-12-31T23:59:59Z'          | too_old
          'timestamp':0                               | too_old
          'type':'n\u00e9'                            | bad_type_name
          'type':'a/b'                                | bad_type_name
          'type':'LONG'                               | bad_type_name
          'price':-1                                  | negative
          'quantity':0                                | negative
          'quantity':-3                               | negative
          'tax':-0.01                                 | negative
          'amount':99999999999998                     | OK
          'amount':99999999999999.99999               | number_too_large
          'price':9e13,'quantity':2                   | number_too_large
          'quantity':1000000001                       | number_too_large
          'amount':-5                                 | OK
          'type':'purchase','amount':-5               | negative
          'amount':5,'currency':'XYZ'                 | unknown_currency
          'currency':'EURO'                           | unknown_currency
          'type':'refund','amount':5                  | missing_order
          'type':'cancellation'                       | missing_order
          'items':[{'id':'a','quantity':0}]           | negative
          'items':[{'id':'a','price':-1}]             | negative
          'items':[{'id':'a','price':9e13,'quantity':2}] | number_too_large
          'items':[{'id':'a','price':6e13},{'id':'b','price':6e13}] | number_too_large
          'items':[{'id':'a','quantity':1000000001}]  | number_too_large
          'type':'exposure','experiment':'e','variant':'b' | incomplete_exposure
          'type':'exposure','experiment':'e','visitor_id':'v' | incomplete_exposure
          'type':'exposure','experiment':'e','variant':'b','visitor_id':'v' | OK
          'type':'fraud','fraud_score':101            | out_of_range
          'type':'performance','response_time':-1     | negative
          """)
  void rulesHaveTheirReasons(String fields, String reason) {
    String type = fields.contains("'type'") ? "" : "'type':'search',";
    String body = "{" + type + fields.replace("LONG", "x".repeat(129)) + "}";
    try (Bench bench = Bench.of()) {
      Receipt receipt = bench.send(body.replace('\'', '"'));
      String result =
          receipt.rejected().isEmpty() ? "OK" : receipt.rejected().getFirst().reason().wireName();
      assertThat(result).as(receipt.toString()).isEqualTo(reason);
    }
  }

  @Test
  void aRecordThatCouldBeAnythingHasAReason() {
    try (Bench bench = Bench.of()) {
      Receipt receipt = bench.send("{\"product_id\":\"p\"}");
      assertThat(receipt.rejected())
          .containsExactly(
              new Rejection(
                  0,
                  Reason.MISSING_TYPE,
                  "the record has no type, and its fields do not tell what happened"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "view, product_view",
    "addtocart, add_to_cart",
    "Add To Cart, add_to_cart",
    "Order Completed, purchase",
    "order, purchase",
    "pageview, page_view",
    "$pageview, page_view",
    "begin_checkout, checkout",
    "Order Refunded, refund",
    "TRANSACTION, transaction",
    "I.am:my-OWN type, i.am:my-own_type",
    "ERROR, error"
  })
  void typesAreKnownByTheirNames(String given, String expected) {
    assertThat(accepted("'type':'" + given + "','order_id':'o'").type().name()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'fraud_score':7,'transaction_id':'t'  | fraud
          'error_code':'E1'                     | error
          'response_time':12                    | performance
          'transaction_id':'t','amount':5       | transaction
          'action':'click','page':'/'           | user_behavior
          'level':'info','message':'m'          | log
          'search_query':'shoes'                | search
          'experiment':'e','variant':'b','visitor_id':'v' | exposure
          """)
  void aMissingTypeIsReadFromTheFields(String fields, String expected) {
    assertThat(accepted(fields).type().name()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                        | -                    | 2025-06-01T12:00:00Z | -
          2025-06-01T11:59:00.123Z | -                    | 2025-06-01T11:59:00.123Z | -
          2005-03-01T00:00:00Z     | -                    | 2005-03-01T00:00:00Z | -
          2025-06-01T12:04:59Z     | -                    | 2025-06-01T12:04:59Z | -
          2025-06-01T12:10:00Z     | -                    | 2025-06-01T12:00:00Z | 600000
          2025-06-02T11:59:00Z     | -                    | 2025-06-01T12:00:00Z | 86340000
          2025-06-01T10:00:00Z     | 2025-06-01T10:00:30Z | 2025-06-01T11:59:30Z | -
          2035-06-01T10:00:00Z     | 2035-06-01T11:00:00Z | 2025-06-01T11:00:00Z | -
          """)
  void timesAreStamped(
      @Nullable String said, @Nullable String sent, Instant expected, @Nullable Long skew) {
    Event event =
        accepted(
            "'type':'search'"
                + (said == null ? "" : ",'timestamp':'" + said + "'")
                + (sent == null ? "" : ",'sent_at':'" + sent + "'"));
    assertThat(event.timestamp()).isEqualTo(expected);
    assertThat(event.instant(Field.RECEIVED_AT)).isEqualTo(Bench.NOW);
    assertThat(event.others().get("_clock_skew_ms")).isEqualTo(skew);
  }

  @Test
  void textThatPeopleReadIsCutAndSaysSo() {
    Event event = accepted("'type':'log','message':'" + "m".repeat(40_000) + "'");
    assertThat(event.text(Field.MESSAGE)).hasSize(32_768);
    assertThat(event.others()).containsEntry("_truncated", List.of("message"));
  }

  @Test
  void controlAndHalfCharactersLeaveTexts() {
    Event event =
        accepted(
            "'type':'log','message':'a\\u0000b\\nc\\ud83d','page_title':'x\\ty\\u0007','k\\u0001':'v\\u0000'");
    assertThat(event.text(Field.MESSAGE)).isEqualTo("ab\nc\uFFFD");
    assertThat(event.text(Field.PAGE_TITLE)).isEqualTo("x y");
    assertThat(event.others()).containsEntry("k", "v");
  }

  @ParameterizedTest
  @CsvSource({
    "warning, WARN",
    "Err, ERROR",
    "ERROR, ERROR",
    "critical, FATAL",
    "notice, INFO",
    "3, ERROR",
    "30, INFO",
    "verbose, TRACE",
    "audit, AUDIT",
    "info, INFO"
  })
  void levelsAreWrittenInCapitals(String given, String expected) {
    assertThat(accepted("'type':'log','severity':'" + given + "'").text(Field.LEVEL))
        .isEqualTo(expected);
  }

  @Test
  void anErrorWithoutALevelHasError() {
    assertThat(accepted("'type':'error'").text(Field.LEVEL)).isEqualTo("ERROR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          EUR | 1.0
          usd | 0.9
          GBP | -
          CHF | 1.05
          JPY | -
          """)
  void ratesAreThoseOfTheEventsDayOrAbsent(String currency, @Nullable Double rate) {
    List<String> rates =
        List.of("USD=0.92", "USD=0.9@2025-01-01", "GBP=1.2@2026-01-01", " CHF = 1.05 ");
    try (Bench bench = Bench.of(IntakeSettings.defaults(), rates)) {
      bench.send("{\"type\":\"search\",\"amount\":1,\"currency\":\"" + currency + "\"}");
      assertThat(bench.store.only().number(Field.RATE)).isEqualTo(rate);
    }
  }

  @Test
  void moneyHasFourDigitsAndTheShopsCurrency() {
    Event event =
        accepted(
            "'type':'order','transaction_id':'T1','amount':'12.34565',"
                + "'items':[{'id':'p','price':1.00005,'quantity':2}]");
    assertThat(event.decimal(Field.AMOUNT)).isEqualTo(new BigDecimal("12.3457"));
    assertThat(event.text(Field.CURRENCY)).isEqualTo("EUR");
    assertThat(event.number(Field.RATE)).isEqualTo(1.0);
    assertThat(event.text(Field.ORDER_ID)).isEqualTo("T1");
    assertThat(event.items())
        .containsExactly(new OrderLine("p", null, null, 2, new BigDecimal("1.0001")));
  }

  @Test
  void anEventWithoutMoneyHasNoCurrency() {
    Event event = accepted("'type':'search'");
    assertThat(event.has(Field.CURRENCY)).isFalse();
    assertThat(event.has(Field.RATE)).isFalse();
  }

  @Test
  void aRefundIsWhatIsGivenBackAndAPurchaseWithoutAnOrderIsItsOwn() {
    assertThat(accepted("'type':'refund','order_id':'o','amount':-5").decimal(Field.AMOUNT))
        .isEqualByComparingTo("5");
    assertThat(accepted("'type':'purchase','id':'e7','amount':5").text(Field.ORDER_ID))
        .isEqualTo("e7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          8.8.8.8                 | -              | US | 8.8.8.8
          8.8.8.8:443             | -              | US | 8.8.8.8
          8.8.8.8, 10.0.0.1       | -              | US | 8.8.8.8
          ::ffff:8.8.8.8          | -              | US | 8.8.8.8
          2001:67c:2e8:22::c100:68b | -            | NL | 2001:67c:2e8:22:0:0:c100:68b
          10.1.2.3                | -              | -  | 10.1.2.3
          127.0.0.1               | -              | -  | 127.0.0.1
          8.8.8.8                 | fr             | FR | 8.8.8.8
          8.8.8.8                 | FRA            | FR | 8.8.8.8
          8.8.8.8                 | United Kingdom | GB | 8.8.8.8
          8.8.8.8                 | Atlantis       | US | 8.8.8.8
          1.2.3                   | -              | -  | -
          999.1.1.1               | -              | -  | -
          localhost               | -              | -  | -
          """)
  void countriesAreGivenOrFound(
      String ip, @Nullable String given, @Nullable String country, @Nullable String kept) {
    Event event =
        accepted(
            "'type':'log','ip':'" + ip + "'" + (given == null ? "" : ",'country':'" + given + "'"));
    assertThat(event.text(Field.COUNTRY)).isEqualTo(country);
    assertThat(event.text(Field.IP)).isEqualTo(kept);
    assertThat(event.others().containsKey("_unreadable_ip")).isEqualTo(kept == null);
    assertThat(event.others().get("country")).isEqualTo("Atlantis".equals(given) ? given : null);
  }

  @ParameterizedTest
  @CsvSource({
    "81.2.69.142, 81.2.69.0, GB",
    "2001:67c:2e8:22::c100:68b, 2001:67c:2e8:0:0:0:0:0, NL"
  })
  void addressesAreCutToTheirNetworkAfterTheyWereUsed(String ip, String kept, String country) {
    try (Bench bench = Bench.of(Bench.settings(Anonymise.TRUNCATE, List.of()), List.of())) {
      bench.send("{\"type\":\"log\",\"ip\":\"" + ip + "\"}");
      assertThat(bench.store.only().text(Field.IP)).isEqualTo(kept);
      assertThat(bench.store.only().text(Field.COUNTRY)).isEqualTo(country);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36 | Chrome | Windows | desktop | false
          Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Mobile Safari | iOS | phone | false
          Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Mobile/15E148 Safari/604.1 | Mobile Safari | iOS | tablet | false
          Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 | Chrome | Android | tablet | false
          Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36 | Chrome Mobile | Android | phone | false
          Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0 | Firefox | Linux | desktop | false
          Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) 94.0.4606.31/7.0 TV Safari/537.36 | Samsung Internet | Tizen | other | false
          Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | Googlebot | Other | other | true
          curl/8.5.0 | curl | Other | other | true
          """)
  void userAgentsAreRead(String agent, String browser, String system, String device, boolean bot) {
    Event event = accepted("'type':'search','user_agent':'" + agent + "'");
    assertThat(event.text(Field.DEVICE)).isEqualTo(device);
    assertThat(event.flag(Field.BOT)).isEqualTo(bot);
    assertThat(event.text(Field.SYSTEM)).isEqualTo(system);
    if (!device.equals("other")) {
      assertThat(event.text(Field.BROWSER)).isEqualTo(browser);
    }
  }

  @Test
  void anEndlessAddressIsNotRemembered() {
    Event event = accepted("'type':'log','ip':'" + "1".repeat(100_000) + "'");
    assertThat(event.has(Field.IP)).isFalse();
    assertThat(event.others()).containsEntry("_unreadable_ip", true);
  }

  @Test
  void noUserAgentIsNoRobotAndWhatTheSenderSaysStays() {
    Event event = accepted("'type':'search','device':'mobile','browser':'App'");
    assertThat(event.has(Field.BOT)).isFalse();
    assertThat(event.text(Field.DEVICE)).isEqualTo("phone");
    assertThat(event.text(Field.BROWSER)).isEqualTo("App");
    assertThat(accepted("'type':'search','device':'fridge'").others())
        .containsEntry("device", "fridge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "undefined", "-", "(not set)"})
  void idsThatSayNothingAreNone(String id) {
    Event event =
        accepted(
            "'type':'search','visitor_id':'"
                + id
                + "','user_id':'"
                + id
                + "','session_id':'"
                + id
                + "'");
    assertThat(event.has(Field.VISITOR_ID)).isFalse();
    assertThat(event.has(Field.USER_ID)).isFalse();
    assertThat(event.has(Field.SESSION_ID)).isFalse();
  }

  @Test
  void visitorsAreNamedOrKnownByTheirUserOrForADayByTheirBrowser() {
    assertThat(accepted("'type':'search','visitor_id':'0','user_id':'u'").text(Field.VISITOR_ID))
        .isEqualTo("0");
    assertThat(accepted("'type':'search','user_id':'u'").text(Field.VISITOR_ID))
        .isEqualTo("user:u");
    String browser = "'type':'search','ip':'8.8.8.8','user_agent':'" + CHROME + "'";
    try (Bench bench = Bench.of()) {
      bench.send(json(browser));
      bench.send(json(browser + ",'timestamp':'2025-06-01T00:00:00+02:00'"));
      bench.send(json(browser + ",'timestamp':'2025-05-31T23:59:59+02:00'"));
      bench.send(json(browser.replace("8.8.8.8", "8.8.8.9")));
      bench.send(json(browser.replace("search", "log")));
      List<String> visitors =
          bench.store.events().stream()
              .map(event -> String.valueOf(event.text(Field.VISITOR_ID)))
              .toList();
      assertThat(visitors.get(0)).startsWith("day:").hasSize(26).isEqualTo(visitors.get(1));
      assertThat(visitors.get(2)).startsWith("day:").isNotEqualTo(visitors.get(0));
      assertThat(visitors.get(3)).startsWith("day:").isNotEqualTo(visitors.get(0));
      assertThat(visitors.get(4)).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://shop.fr/                            | -                              | -          | -       | Direct
          https://shop.fr/?utm_source=News&utm_medium=Email&utm_campaign=May | -       | news       | email   | Email
          https://shop.fr/?gclid=1                    | https://www.google.fr/         | google     | cpc     | Paid Search
          https://shop.fr/?msclkid=1                  | -                              | bing       | cpc     | Paid Search
          https://shop.fr/?fbclid=1                   | -                              | facebook   | social  | Organic Social
          https://shop.fr/?utm_source=facebook&utm_medium=paid_social | -              | facebook   | paid_social | Paid Social
          https://shop.fr/?utm_source=x&utm_medium=cpc&utm_campaign=summer-shop | -    | x          | cpc     | Paid Shopping
          https://shop.fr/?utm_source=x&utm_medium=banner | -                          | x          | banner  | Display
          https://shop.fr/?utm_source=x&utm_medium=cpc | -                             | x          | cpc     | Paid Other
          https://shop.fr/?utm_source=awin&utm_medium=affiliate | -                    | awin       | affiliate | Affiliates
          https://shop.fr/?utm_source=sms&utm_medium=x | -                             | sms        | x       | SMS
          https://shop.fr/?utm_source=a&utm_medium=webpush | -                         | a          | webpush | Push
          https://shop.fr/?utm_source=a&utm_medium=b   | -                             | a          | b       | Unassigned
          https://shop.fr/                            | https://www.google.co.uk/      | google     | organic | Organic Search
          https://shop.fr/                            | https://l.facebook.com/l.php   | facebook   | social  | Organic Social
          https://shop.fr/                            | https://m.youtube.com/watch    | youtube    | video   | Organic Video
          https://shop.fr/                            | https://www.amazon.de/         | amazon     | shopping | Organic Shopping
          https://shop.fr/                            | https://mail.google.com/       | gmail      | email   | Email
          https://shop.fr/                            | https://blog.example.org/x     | blog.example.org | referral | Referral
          https://shop.fr/                            | android-app://com.google.android.gm | com.google.android.gm | referral | Referral
          https://www.shop.fr/cart                    | https://shop.fr/               | -          | -       | Direct
          https://shop.fr/cart                        | https://pay.shop.fr/           | -          | -       | Direct
          /cart                                       | https://own.example/           | -          | -       | Direct
          https://shop.fr/thanks                      | https://www.paypal.com/x       | -          | -       | Direct
          https://shop.fr/thanks                      | https://hooks.stripe.com/x     | -          | -       | Direct
          https://shop.fr/                            | nonsense                       | -          | -       | Direct
          """)
  void sourcesAndChannelsAreRead(
      String page,
      @Nullable String referrer,
      @Nullable String source,
      @Nullable String medium,
      String channel) {
    try (Bench bench = Bench.of(Bench.settings(Anonymise.OFF, List.of("own.example")), List.of())) {
      bench.send(
          json(
              "'type':'page_view','page':'"
                  + page
                  + "'"
                  + (referrer == null ? "" : ",'referrer':'" + referrer + "'")));
      Event event = bench.store.only();
      assertThat(event.text(Field.UTM_SOURCE)).isEqualTo(source);
      assertThat(event.text(Field.UTM_MEDIUM)).isEqualTo(medium);
      assertThat(event.text(Field.CHANNEL)).isEqualTo(channel);
    }
  }

  @Test
  void anOrderWithoutASourceHasTheChannelOfItsSession() {
    Event order =
        accepted("'type':'purchase','page':'https://shop.fr/ok','referrer':'https://paypal.com/'");
    assertThat(order.has(Field.CHANNEL)).isFalse();
    assertThat(order.text(Field.REFERRER_HOST)).isEqualTo("paypal.com");
    assertThat(accepted("'type':'log','referrer':'https://google.com/'").has(Field.CHANNEL))
        .isFalse();
  }

  @Test
  void anEventWithoutAnIdHasATimeOrderedOne() {
    assertThat(accepted("'type':'search'").id())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .startsWith("0197");
  }

  private static Event accepted(String fields) {
    try (Bench bench = Bench.of()) {
      Receipt receipt = bench.send(json(fields));
      assertThat(receipt.rejected()).isEmpty();
      return bench.store.only();
    }
  }

  private static String json(String fields) {
    return "{" + fields.replace('\'', '"') + "}";
  }
}
