package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappedImportTest extends MappedFixture {

  private static final String HEAD =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  private static final String SALES =
      """
      source: till
      format: csv
      delimiter: ";"
      decimal: ","
      encoding: windows-1252
      time: dd.MM.yyyy HH:mm
      zone: Europe/Berlin
      group: Bon
      fields:
        timestamp: Zeit
        order_id: Bon
        currency: {constant: GBP}
      item:
        product_id: Artikel
        product_name: Name
        price: Preis
        quantity: Stück
      rules:
        - event: purchase
      """;

  /** Keeps its place in time by its number: line n happens n minutes after eight. */
  private static String line(int minute, String invoice, String product, int pieces, String rest) {
    return "%s,%s,THING,%d,2011-01-05 08:%02d:00,%s\n"
        .formatted(invoice, product, pieces, minute, rest);
  }

  private ImportReport retail(String... lines) {
    return bring(file("shop.csv", HEAD + String.join("", lines)), "online-retail");
  }

  @Test
  void anInvoiceIsOnePurchaseAndEqualLinesStayTwo() {
    ImportReport report =
        retail(
            line(1, "1", "A", 2, "2.50,17.0,United Kingdom"),
            line(1, "1", "A", 2, "2.50,17.0,United Kingdom"),
            line(2, "2", "B", 1, "0.125,,EIRE"));
    assertThat(stored()).hasSize(2);
    Event first = stored().getFirst();
    assertThat(first.text(Field.ORDER_ID)).isEqualTo("1");
    assertThat(first.text(Field.VISITOR_ID)).isEqualTo("17");
    assertThat(first.text(Field.COUNTRY)).isEqualTo("GB");
    assertThat(first.items()).hasSize(2);
    assertThat(first.timestamp()).isEqualTo("2011-01-05T08:01:00Z");
    assertThat(stored().getLast().has(Field.VISITOR_ID)).isFalse();
    assertThat(json(report).get("exact_duplicates").asInt()).isEqualTo(1);
    assertThat(json(report).at("/revenue/gross").decimalValue()).isEqualByComparingTo("10.13");
    assertThat(term(report, "file")).isEqualTo("3 10.125");
    assertThat(term(report, "gross_revenue")).isEqualTo("3 10.13");
    assertThat(term(report, "rounding")).isEqualTo("0 -0.005");
  }

  @Test
  void aReturnTakesTheLatestEarlierLineOfTheSamePriceWithEnoughPieces() {
    ImportReport report =
        retail(
            line(1, "1", "A", 5, "2.00,17,France"),
            line(2, "2", "A", 5, "2.00,17,France"),
            line(3, "3", "A", 9, "1.00,17,France"),
            line(4, "C4", "A", -4, "2.00,17,France"),
            line(5, "C5", "A", -4, "2.00,17,France"),
            line(6, "C6", "A", -4, "2.00,17,France"),
            line(7, "7", "A", 50, "2.00,17,France"));
    assertThat(refundedOrders()).containsExactly("2", "1", "3");
    assertThat(term(report, "refunds_matched")).isEqualTo("3 -24.00");
    assertThat(json(report).at("/revenue/net").decimalValue()).isEqualByComparingTo("105");
  }

  private List<String> refundedOrders() {
    return stored().stream()
        .filter(event -> event.type().name().equals("refund"))
        .map(event -> String.valueOf(event.text(Field.ORDER_ID)))
        .toList();
  }

  @Test
  void aReturnWithoutItsPurchaseIsKeptUnderItsOwnNumber() {
    ImportReport report =
        retail(
            line(1, "1", "A", 5, "2.00,17,France"),
            line(2, "C2", "A", -6, "2.00,17,France"),
            line(3, "C3", "A", -1, "2.00,18,France"),
            line(4, "C4", "A", -1, "2.00,,France"),
            line(5, "C5", "B", -1, "2.00,17,France"));
    assertThat(refundedOrders()).containsExactly("C2", "C3", "C4", "C5");
    assertThat(term(report, "refunds_unmatched")).isEqualTo("4 -18.00");
    assertThat(json(report).at("/revenue/refunded").decimalValue()).isEqualByComparingTo("0");
    assertThat(json(report).at("/revenue/refunds_without_order").decimalValue())
        .isEqualByComparingTo("18");
    assertThat(json(report).get("orders").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsNoSaleIsLeftOutWithItsReasonAndKeptInTheRejects() {
    ImportReport report =
        retail(
            line(1, "1", "A", 1, "2.00,17,France"),
            line(1, "1", "B", 1, "0.0,17,France"),
            line(2, "2", "C", -7, "0.0,,France"),
            line(3, "A3", "D", 1, "-11.50,,France"));
    assertThat(term(report, "left_out.no_price")).isEqualTo("1 0.00");
    assertThat(term(report, "left_out.stock_correction")).isEqualTo("1 0.00");
    assertThat(term(report, "left_out.adjustment")).isEqualTo("1 -11.50");
    assertThat(term(report, "file")).isEqualTo("4 -9.50");
    assertThat(rejects())
        .hasSize(4)
        .contains("shop.csv,3,no_price,\"1,B,THING,1,2011-01-05 08:01:00,0.0,17,France\"");
    assertThat(stored()).hasSize(1);
  }

  @Test
  void badRowsStayOutAndTheRestComesIn() {
    ImportReport report =
        retail(
            line(1, "1", "A", 1, "2.00,17,France"),
            line(1, "1", "B", 1, "dear,17,France"),
            line(1, "1", "", 1, "3.00,17,France"),
            line(2, "", "B", 1, "4.00,17,France"),
            "2,A,THING,1,yesterday,5.00,17,France\n",
            "3,A,THING\n",
            line(4, "4", "A", 1, "6.00,17.5,France"),
            line(5, "5", "A", 1, "7.00,17,France,too much"));
    assertThat(json(report).get("rejected").toString())
        .isEqualTo(
            """
            {"fields_beyond":1,"fields_missing":1,"group_missing":1,"number_invalid":2,\
            "product_missing":1,"timestamp_invalid":1}""");
    assertThat(term(report, "file")).isEqualTo("8 27.00");
    assertThat(term(report, "gross_revenue")).isEqualTo("1 2.00");
    assertThat(rejects()).contains("shop.csv,7,fields_missing,\"3,A,THING\"");
  }

  @Test
  void theSameFileAddsNothingAndAnOverlappingOneWhatIsNew() {
    String first = line(1, "1", "A", 3, "2.00,17,France");
    String second = line(2, "2", "B", 1, "3.00,17,France");
    String back = line(3, "C3", "A", -1, "2.00,17,France");
    retail(first, second, back);
    assertThat(retail(first, second, back).again()).isTrue();
    assertThat(store.watermark().sequence()).isEqualTo(3);
    ImportReport more = retail(second, back, line(4, "4", "C", 1, "4.00,18,France"));
    assertThat(more.again()).isFalse();
    assertThat(more.added()).isEqualTo(1);
    assertThat(term(more, "repeated")).isEqualTo("2 1.00");
    assertThat(term(more, "gross_revenue")).isEqualTo("1 4.00");
    assertThat(store.watermark().sequence()).isEqualTo(4);
  }

  @Test
  void anotherShopsWayOfWritingIsRead() {
    String text =
        """
        Bon;Artikel;Name;Preis;Stück;Zeit\r
        7;x;"Käse; jung\r
        und €";1.234,50;2;05.07.2021 09:30\r
        """;
    Path file = file("kasse.csv", text, Charset.forName("windows-1252"));
    ImportReport report = bring(file, mapping(SALES));
    Event event = stored().getFirst();
    assertThat(event.timestamp()).isEqualTo("2021-07-05T07:30:00Z");
    assertThat(event.items().getFirst().productName()).startsWith("Käse; jung").endsWith("und €");
    assertThat(term(report, "gross_revenue")).isEqualTo("1 2469.00");
  }

  @Test
  void plainPackedAndMarkedFilesGiveTheSameEvents() {
    String text = HEAD + line(1, "1", "A", 1, "2.00,17,France");
    bring(file("plain.csv", "\uFEFF" + text.replace("\n", "\r\n")), "online-retail");
    List<Path> packed =
        Arrays.asList(
            file("shop.csv.gz", gzip(text)), file("shop.zip", zip("some/where/shop.csv", text)));
    packed.forEach(file -> assertThat(bring(file, "online-retail").added()).isZero());
    assertThat(stored()).hasSize(1);
  }

  @Test
  void rowsOfOneGroupNeedNotStandTogether() {
    retail(
        line(1, "1", "A", 1, "2.00,17,France"),
        line(2, "2", "B", 1, "2.00,17,France"),
        line(1, "1", "C", 1, "2.00,17,France"));
    assertThat(stored()).hasSize(2);
    assertThat(stored().getFirst().items()).hasSize(2);
  }

  @Test
  void anOrderMayHaveMoreLinesThanARequestMay() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      lines.append(line(1, "1", "P" + i, 1, "1.00,17,France"));
    }
    ImportReport report = retail(lines.toString());
    assertThat(term(report, "gross_revenue")).isEqualTo("1500 1500.00");
    assertThat(stored().getFirst().items()).hasSize(1_500);
  }

  @Test
  void moneyWithoutARateIsCountedAndSaidToBeInNoSum() {
    String orders = order("EUR", 10);
    ImportReport report = bring(file("orders.json", orders), "sample-orders");
    assertThat(json(report).get("orders").asInt()).isEqualTo(1);
    assertThat(json(report).get("events_without_rate").asInt()).isEqualTo(1);
    assertThat(json(report).get("note").asString()).contains("vitrine.shop.rates");
    assertThat(json(report).at("/revenue/gross").decimalValue()).isEqualByComparingTo("0");
    assertThat(term(report, "gross_revenue")).isEqualTo("2 22.50");
  }

  @Test
  void moneyIsConvertedAtTheRateOfItsTime() {
    rates = new String[] {"EUR=0.5"};
    ImportReport report = bring(file("orders.json", order("EUR", 10)), "sample-orders");
    assertThat(json(report).at("/revenue/gross").decimalValue()).isEqualByComparingTo("11.25");
    assertThat(term(report, "gross_revenue")).isEqualTo("2 22.50");
  }

  private static String order(String currency, int id) {
    return """
        {"type":"order","order_id":%d,"order_date":"2016-12-26T09:28:48+00:00","customer_id":38,\
        "currency":"%s","geoip":{"country_iso_code":"EG"},"products":[\
        {"product_id":1,"product_name":"Shirt","category":"C","quantity":2,"taxful_price":20},\
        {"product_id":2,"product_name":"Sock","category":"C","quantity":1,"taxful_price":2.5}]}
        """
        .formatted(id, currency);
  }

  @Test
  void aBrokenLineOfJsonIsARejectAndOtherObjectsHaveNoRule() {
    String lines = order("GBP", 1) + "{\"type\":\n" + "{\"type\":\"return\"}\n[1]\n";
    ImportReport report = bring(file("orders.json", lines), "sample-orders");
    assertThat(stored()).hasSize(1);
    assertThat(json(report).get("rejected").toString())
        .isEqualTo("{\"broken_json\":1,\"not_an_object\":1}");
    assertThat(term(report, "left_out.no_rule")).isEqualTo("1 0.00");
  }

  @Test
  void aListOfObjectsIsReadLikeLines() {
    String mapping =
        """
        source: clicks
        format: json
        time: milliseconds
        fields:
          timestamp: at
          type: {column: what, values: {seen: product_view}}
          visitor_id: who.id
          product_id: what_of.0
        """;
    String text =
        """
        [{"at": 1600000000123, "what": "seen", "who": {"id": 7}, "what_of": ["p1"]},
         {"at": 1600000000123, "what": "seen", "who": {"id": 7}, "what_of": ["p1"]},
         {"at": 1600000001000, "what": "wish", "who": {"id": 8}}]
        """;
    ImportReport report = bring(file("clicks.json", text), mapping(mapping));
    assertThat(stored())
        .extracting(event -> event.type().name())
        .containsExactly("product_view", "wish");
    assertThat(stored().getFirst().timestamp()).isEqualTo("2020-09-13T12:26:40.123Z");
    assertThat(stored().getFirst().text(Field.PRODUCT_ID)).isEqualTo("p1");
    assertThat(term(report, "repeated")).isEqualTo("1 0.00");
    assertThat(term(report, "no_money")).isEqualTo("2 0.00");
  }

  @Test
  void filesThatCannotBeReadAreRefusedAndNothingIsStored() {
    String good = HEAD + line(1, "1", "A", 1, "2.00,17,France").repeat(2_000);
    byte[] packed = gzip(good + line(2, "2", "B", 1, "2.00,17,France"));
    byte[] cut = Arrays.copyOf(packed, packed.length - 20);
    assertRefused(folder.resolve("no.csv"), "online-retail", "file_missing", "no.csv");
    assertRefused(file("cut.csv.gz", cut), "online-retail", "file_damaged", "cut.csv");
    assertRefused(file("x.csv.gz", "text"), "online-retail", "file_damaged", "x.csv");
    assertRefused(file("x.zip", "text"), "online-retail", "file_damaged", "x.zip");
    assertRefused(
        file("two.zip", zip("a.csv", HEAD, "b.csv", HEAD)),
        "online-retail",
        "archive_ambiguous",
        "2 files");
    assertRefused(
        file("b.csv", new byte[] {0, 1, 2, 3}), "online-retail", "file_not_text", "binary");
    assertRefused(file("none.csv", ""), "online-retail", "file_empty", "none.csv");
    assertRefused(file("head.csv", HEAD), "online-retail", "file_empty", "no rows");
    assertRefused(
        file("columns.csv", HEAD.replace("UnitPrice", "Price")),
        "online-retail",
        "column_missing",
        "UnitPrice",
        "Price, CustomerID");
    assertRefused(
        file("latin.csv", HEAD + line(1, "1", "é", 1, "2,1,France"), StandardCharsets.ISO_8859_1),
        "online-retail",
        "encoding_wrong",
        "encoding");
    assertRefused(
        file(
            "dates.csv",
            (HEAD + line(1, "1", "A", 1, "2,1,France")).replace("2011-01-05", "5/1/2011")),
        "online-retail",
        "nothing_readable",
        "5/1/2011 08:01:00");
    assertRefused(
        file("quote.csv", HEAD + "1,\"A,B\n"), "online-retail", "csv_broken", "quote.csv");
    assertRefused(file("list.json", "{}"), mapping(JSON), "json_no_list", "list.json");
    assertRefused(file("list.json", "[{\"at\": 1}, {]"), mapping(JSON), "json_broken", "row 2");
  }

  private static final String JSON =
      """
      source: s
      format: json
      time: seconds
      fields: {timestamp: at, type: {constant: view}}
      """;
}
