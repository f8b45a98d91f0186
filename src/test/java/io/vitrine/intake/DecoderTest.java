package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.model.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

  private final BodyDecoder decoder = new BodyDecoder(10_000, 50);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'a'}",
        "\uFEFF{'id':'a'}",
        "  [ {'id':'a'} ]  ",
        "{\n  'id':\n  'a'\n}\n",
        "{'id':'a'}\n\n",
        "\r\n{'id':'a'}\r\n"
      })
  void oneObjectIsReadInEveryForm(String body) {
    assertThat(ids(decode(body))).containsExactly("a");
  }

  @Test
  void aListOneALineAndObjectsOverSeveralLinesHoldTheSame() {
    for (String body :
        List.of(
            "[{'id':'a'},{'id':'b'}]",
            "{'id':'a'}\n{'id':'b'}",
            "{\n'id':'a'}\n{\n'id':'b'}",
            "{'id':'a'}\n \n{'id':'b'}\n")) {
      assertThat(ids(decode(body))).as(body).containsExactly("a", "b");
    }
  }

  @Test
  void anEmptyBodyAndAnEmptyListHoldNothing() {
    assertThat(Stream.of("", " \n ", "[]", " [ ] ").map(this::decode))
        .allSatisfy(decoded -> assertThat(decoded.size()).isZero());
  }

  @Test
  void aBrokenLineCostsThatLineOnly() {
    Decoded decoded = decode("{'id':'a'}\n{'id':'b\n{'id':'c'}\nnonsense\n{'id':'d'}");
    assertThat(ids(decoded)).containsExactly("a", "c", "d");
    assertThat(reasons(decoded)).containsExactly("1 broken_json", "3 broken_json");
  }

  @Test
  void aBrokenFirstLineCostsThatLineOnly() {
    Decoded decoded = decode("{'x':{'a':1}\n{'id':'b'}\n{'id':'c'}");
    assertThat(ids(decoded)).containsExactly("b", "c");
    assertThat(reasons(decoded)).containsExactly("0 broken_json");
  }

  @Test
  void aRecordOfAListThatCannotBeReadCostsNoneBesideIt() {
    Decoded decoded =
        decode("[{'id':'a'},{'id':tru},{'price':01},{'x':NaN},7,'text',[1],null,{'id':'z'}]");
    assertThat(ids(decoded)).containsExactly("a", "z");
    assertThat(reasons(decoded))
        .containsExactly(
            "1 broken_json",
            "2 broken_json",
            "3 broken_json",
            "4 not_an_object",
            "5 not_an_object",
            "6 not_an_object",
            "7 not_an_object");
  }

  @Test
  void aBreakOfTheListKeepsWhatCameBeforeAndSaysWhere() {
    Decoded decoded = decode("[{'id':'a'},\n{'id':'b'},\n{'id':'c',{]");
    assertThat(ids(decoded)).containsExactly("a", "b");
    assertThat(decoded.rejections().listed())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.index()).isEqualTo(2);
              assertThat(rejection.detail()).contains("line 3").contains("byte 36");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'id':'a'}",
        "[{'id':'a'},]",
        "[{'id':'a'}{'id':'b'}]",
        "[{'id':'a'}] x",
        "[{'id':'a'},"
      })
  void whatCannotBeToldApartIsOneRejection(String body) {
    Decoded decoded = decode(body);
    assertThat(ids(decoded)).containsExactly("a");
    assertThat(reasons(decoded)).containsExactly("1 broken_json");
  }

  @Test
  void limitsOfARecordAreReasons() {
    String nested = "{'a':".repeat(65) + "1" + "}".repeat(65);
    StringBuilder wide = new StringBuilder("{'f':1");
    for (int i = 0; i < 1_000; i++) {
      wide.append(",'f").append(i).append("':1");
    }
    Decoded decoded =
        decode(
            String.join(
                "\n",
                "{'message':'" + "x".repeat(10_000) + "'}",
                nested,
                wide + "}",
                "{'" + "n".repeat(300) + "':1}",
                "{'price':1" + "0".repeat(101) + "}",
                "{'id':'good'}"));
    assertThat(reasons(decoded))
        .containsExactly(
            "0 record_too_large",
            "1 too_deep",
            "2 too_many_fields",
            "3 too_long",
            "4 number_too_large");
    assertThat(ids(decoded)).containsExactly("good");
  }

  @Test
  void moreRecordsThanTheLimitAreRefusedAsAWhole() {
    assertThatThrownBy(() -> decode("{'id':'a'}\n".repeat(51)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.category()).isEqualTo(Problem.Category.TOO_LARGE));
  }

  @Test
  void invalidUtf8IsAReason() {
    byte[] body =
        "[{\"id\":\"a\"},{\"id\":\"??\"},{\"id\":\"\u00e9\"}]".getBytes(StandardCharsets.UTF_8);
    int at = new String(body, StandardCharsets.ISO_8859_1).indexOf('?');
    body[at] = (byte) 0xC0;
    body[at + 1] = (byte) 0x80;
    Decoded decoded = decoder.decode(body, body.length);
    assertThat(ids(decoded)).containsExactly("a", "\u00e9");
    assertThat(reasons(decoded)).containsExactly("1 invalid_utf8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'price':'12.50'      | price      | 12.50
          'price':12.50        | price      | 12.50
          'price':12           | price      | 12
          'price':1.25e1       | price      | 12.5
          'quantity':'3'       | quantity   | 3
          'quantity':3.0       | quantity   | 3
          'user_id':42         | user_id    | 42
          'order_id':8693.0    | order_id   | 8693.0
          'order_id':true      | order_id   | true
          'cache_hit':'true'   | cache_hit  | true
          'cache_hit':0        | cache_hit  | false
          'cache_hit':'no'     | cache_hit  | false
          'visitorId':' v '    | visitor_id | v
          'visitorid':'v'      | visitor_id | v
          'anonymous_id':'v'   | visitor_id | v
          'event':'view'       | type       | view
          'log_type':'error'   | type       | error
          'indicators':['a',1] | indicators | a,1
          'response_time':'7'  | response_time | 7.0
          """)
  void valuesAreReadAsSendersWriteThem(String given, String field, String expected) {
    Event.Draft draft = decode("{" + given + "}").drafts().getFirst();
    assertThat(String.valueOf(draft.value(Field.named(field).orElseThrow()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'price':'12,50'       | not_a_number
          'price':'$12'         | not_a_number
          'price':'NaN'         | not_a_number
          'price':'Infinity'    | not_a_number
          'price':1e400         | number_too_large
          'price':1e999999999   | number_too_large
          'price':100000000000000 | number_too_large
          'response_time':1e400 | number_too_large
          'quantity':99999999999999999999 | number_too_large
          'quantity':1.5        | not_a_number
          'cache_hit':'maybe'   | wrong_type
          'product_id':{'a':1}  | wrong_type
          'product_id':['a']    | wrong_type
          'timestamp':'yesterday' | impossible_time
          'timestamp':true      | impossible_time
          'timestamp':1e99      | impossible_time
          'items':[{'price':1}] | bad_item
          'items':[1]           | bad_item
          'unknown':123456789012345678901234567890123456789012 | number_too_large
          """)
  void valuesThatMeanNothingHaveAReason(String given, String reason) {
    assertThat(reasons(decode("{" + given + "}"))).containsExactly("0 " + reason);
  }

  @Test
  void hugeNegativeExponentsTakeNoTime() {
    Event.Draft draft = decode("{'price':1e-999999999,'timestamp':1e-99999}").drafts().getFirst();
    assertThat(draft.decimal(Field.PRICE)).isEqualByComparingTo("0");
    assertThat(draft.instant(Field.TIMESTAMP)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aFieldsOwnNameWinsOverAnotherAndNothingIsLost() {
    Event.Draft first = decode("{'event':'x','type':'view'}").drafts().getFirst();
    assertThat(first.text(Field.TYPE)).isEqualTo("view");
    Event.Draft second = decode("{'type':'view','event':'x','rate':2}").drafts().getFirst();
    assertThat(second.text(Field.TYPE)).isEqualTo("view");
    assertThat(second.others()).isEqualTo(Map.of("event", "x", "_sent_rate", 2L));
  }

  @Test
  void unknownValuesAreKeptAsTheyCame() {
    Event.Draft draft =
        decode("{'metadata':{'a':[1,2.5,true,'t'],'b':{}},'n':-7,'location':{'city':'Lyon'}}")
            .drafts()
            .getFirst();
    assertThat(draft.others())
        .isEqualTo(
            Map.of(
                "metadata",
                Map.of("a", List.of(1L, new BigDecimal("2.5"), true, "t"), "b", Map.of()),
                "n",
                -7L,
                "location",
                Map.of("city", "Lyon")));
  }

  @Test
  void linesOfAnOrderAreReadUnderTheirCommonNames() {
    Event.Draft draft =
        decode(
                "{'items':[{'product_id':'a','quantity':'2','price':'1.5','name':'A','category':'c'},"
                    + "{'item_id':7,'brand':'B'},{'id':'x','sku':'y'}]}")
            .drafts()
            .getFirst();
    assertThat(draft.items())
        .containsExactly(
            new OrderLine("a", "A", "c", 2, new BigDecimal("1.5")),
            new OrderLine("7", null, null, 1, null),
            new OrderLine("x", null, null, 1, null));
    assertThat(draft.others())
        .isEqualTo(Map.of("_item_fields", List.of(Map.of(), Map.of("brand", "B"), Map.of())));
  }

  private Decoded decode(String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return decoder.decode(bytes, bytes.length);
  }

  private static List<String> ids(Decoded decoded) {
    return decoded.drafts().stream().map(draft -> String.valueOf(draft.text(Field.ID))).toList();
  }

  private static List<String> reasons(Decoded decoded) {
    return decoded.rejections().listed().stream()
        .map(rejection -> rejection.index() + " " + rejection.reason().wireName())
        .toList();
  }
}
