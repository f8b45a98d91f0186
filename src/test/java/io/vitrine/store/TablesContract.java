package io.vitrine.store;

import static io.vitrine.store.Shop.at;
import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Answer;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.model.Segments;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableColumn;
import io.vitrine.model.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every event store holds in the tables of the history, on the days of four people: ann (five
 * events, Premium here), bob (three, Occasional), dan (one, New) and cat, a robot.
 */
public abstract class TablesContract extends StoreFixture {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-03-27");
  private static final LocalDate SATURDAY = LocalDate.parse("2026-03-28");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-30");
  private static final double THIRD = 1.0 / 3;
  private static final double TWO_THIRDS = 2.0 / 3;

  @Override
  protected StoreSettings settings() {
    StoreSettings any = super.settings();
    return new StoreSettings(
        any.folder(),
        any.zone(),
        any.currency(),
        any.sessionGap(),
        any.memory(),
        any.threads(),
        any.readers(),
        any.questionTimeout(),
        any.rowLimit(),
        new Segments(1, 3, 4),
        any.waitingEvents());
  }

  private void fill() {
    List<OrderLine> cart = List.of(line("p1", 2, "10.00"), line("p2", 1, "5.50"));
    append(
        view("ann", "p1", "2026-03-27T10:00:00")
            .set(Field.PRODUCT_NAME, "Mug")
            .set(Field.CATEGORY_ID, "cups"),
        view("ann", "p2", "2026-03-27T10:05:00"),
        did("ann", EventType.ADD_TO_CART, "2026-03-27T10:10:00").set(Field.PRODUCT_ID, "p1"),
        order("o1", EventType.PURCHASE, "2026-03-27T10:15:00")
            .set(Field.VISITOR_ID, "ann")
            .items(cart),
        order("o1", EventType.PURCHASE, "2026-03-27T10:15:05").items(cart),
        view("bob", "p1", "2026-03-27T10:30:00"),
        did("bob", EventType.PAGE_VIEW, "2026-03-27T10:31:00"),
        view("cat", "p1", "2026-03-27T10:00:00").set(Field.BOT, true),
        view("ann", "p1", "2026-03-28T11:00:00"));
    append(
        order("o3", EventType.PURCHASE, "2026-03-28T12:00:00")
            .set(Field.VISITOR_ID, "dan")
            .set(Field.PRODUCT_ID, "p2")
            .set(Field.AMOUNT, money("4")),
        order("o3", EventType.CANCELLATION, "2026-03-28T13:00:00"),
        order("o2", EventType.PURCHASE, "2026-03-30T09:00:00")
            .set(Field.VISITOR_ID, "bob")
            .set(Field.PRODUCT_ID, "p3")
            .set(Field.AMOUNT, money("8")),
        order("o2", EventType.REFUND, "2026-03-30T12:00:00").set(Field.AMOUNT, money("2")));
  }

  private Answer table(ShopTable table, Period period) {
    Answer answer = store.answer(new Question.Table(table, period, 0, 1000));
    assertThat(answer.columns())
        .extracting(Answer.Column::name)
        .isEqualTo(table.columns().stream().map(TableColumn::name).toList());
    assertThat(answer.meta().total()).isEqualTo(answer.rows().size());
    return answer;
  }

  private List<List<@Nullable Object>> rows(ShopTable table, Period period) {
    return table(table, period).rows();
  }

  private List<List<@Nullable Object>> rows(ShopTable table) {
    return rows(table, Period.ALWAYS);
  }

  private static LocalDateTime local(String text) {
    return LocalDateTime.parse(text);
  }

  private static List<@Nullable Object> event(
      String local,
      String visitor,
      String event,
      @Nullable String product,
      @Nullable String order,
      String segment,
      @Nullable Long views,
      @Nullable Long bought) {
    return row(
        at(local).toEpochMilli(),
        visitor,
        event,
        product,
        order,
        segment,
        views,
        bought,
        local(local),
        FRIDAY,
        10L,
        "Friday");
  }

  @Test
  void eventsHaveARowPerPurchasedLineAndKeepOtherNames() {
    fill();
    assertThat(rows(ShopTable.EVENTS_ENRICHED, day("2026-03-27")))
        .containsExactly(
            event("2026-03-27T10:00:00", "ann", "view", "p1", null, "Premium", 3L, 1L),
            event("2026-03-27T10:05:00", "ann", "view", "p2", null, "Premium", 1L, 1L),
            event("2026-03-27T10:10:00", "ann", "addtocart", "p1", null, "Premium", 3L, 1L),
            event("2026-03-27T10:15:00", "ann", "transaction", "p1", "o1", "Premium", 3L, 1L),
            event("2026-03-27T10:15:00", "ann", "transaction", "p2", "o1", "Premium", 1L, 1L),
            event("2026-03-27T10:30:00", "bob", "view", "p1", null, "Occasional", 3L, 1L),
            event("2026-03-27T10:31:00", "bob", "page_view", null, null, "Occasional", null, null));
  }

  @Test
  void aLineGivesItsAmountToOneRowAndACancelledOneToNone() {
    fill();
    Answer clean = table(ShopTable.DATA_CLEAN, Period.ALWAYS);
    assertThat(clean.rows().stream().filter(r -> Objects.equals(r.get(6), "transaction")).toList())
        .extracting(r -> r.get(0), r -> r.get(2), r -> r.get(7), r -> r.get(8), r -> r.get(9))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "ann", local("2026-03-27T10:15:00"), "p1", "o1", money("20.00")),
            org.assertj.core.groups.Tuple.tuple(
                "ann", local("2026-03-27T10:15:00"), "p2", "o1", money("5.50")),
            org.assertj.core.groups.Tuple.tuple(
                "dan", local("2026-03-28T12:00:00"), "p2", "o3", null),
            org.assertj.core.groups.Tuple.tuple(
                "bob", local("2026-03-30T09:00:00"), "p3", "o2", money("8.00")));
    Object session = Objects.requireNonNull(clean.value(0, "session_id"));
    assertThat(clean.rows().getFirst())
        .isEqualTo(
            row(
                "ann",
                session,
                local("2026-03-27T10:00:00"),
                FRIDAY,
                10L,
                "Friday",
                "view",
                "p1",
                null,
                null,
                "Premium",
                3L,
                1L));
    assertThat(table(ShopTable.SESSIONS_ENRICHED, Period.ALWAYS).value(0, "session_id"))
        .isEqualTo(session);
  }

  @Test
  void sessionsHaveTheirTimesAndProducts() {
    fill();
    Answer answer = table(ShopTable.SESSIONS_ENRICHED, day("2026-03-27"));
    assertThat(answer.rows())
        .containsExactly(
            row(
                "ann",
                answer.value(0, "session_id"),
                FRIDAY,
                local("2026-03-27T10:00:00"),
                local("2026-03-27T10:15:00"),
                4L,
                2L,
                900.0,
                "Premium",
                5L),
            row(
                "bob",
                answer.value(1, "session_id"),
                FRIDAY,
                local("2026-03-27T10:30:00"),
                local("2026-03-27T10:31:00"),
                2L,
                1L,
                60.0,
                "Occasional",
                3L));
  }

  @Test
  void aSessionOverMidnightEndsOnTheNextDay() {
    append(view("ann", "p1", "2026-03-28T23:50:00"), view("ann", "p1", "2026-03-29T00:10:00"));
    Answer answer = table(ShopTable.SESSIONS_ENRICHED, Period.ALWAYS);
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.value(0, "session_end")).isEqualTo(local("2026-03-29T00:10:00"));
    assertThat(answer.value(0, "duration")).isEqualTo(1200.0);
  }

  @Test
  void transactionsAreTheLinesOfTheLedger() {
    fill();
    assertThat(rows(ShopTable.TRANSACTIONS_ENRICHED))
        .containsExactly(
            row(
                "o1",
                FRIDAY,
                10L,
                local("2026-03-27T10:15:00"),
                "ann",
                "p1",
                "o1",
                "transaction",
                money("20.00"),
                "Premium",
                5L,
                3L,
                1L),
            row(
                "o1",
                FRIDAY,
                10L,
                local("2026-03-27T10:15:00"),
                "ann",
                "p2",
                "o1",
                "transaction",
                money("5.50"),
                "Premium",
                5L,
                1L,
                1L),
            row(
                "o2",
                MONDAY,
                9L,
                local("2026-03-30T09:00:00"),
                "bob",
                "p3",
                "o2",
                "transaction",
                money("8.00"),
                "Occasional",
                3L,
                0L,
                1L));
  }

  @Test
  void theFunnelHasEveryCalendarDay() {
    fill();
    assertThat(rows(ShopTable.DAILY_FUNNEL))
        .containsExactly(
            row(FRIDAY, 2L, 2L, 2L, 1L, 0L, 1L, 3L, 1L, 2L, THIRD, TWO_THIRDS, 2.0, 0.5),
            row(SATURDAY, 2L, 2L, 1L, 0L, 0L, 1L, 1L, 0L, 0L, 0.0, 0.0, null, 0.5),
            row(SATURDAY.plusDays(1), 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, null, null, null, null),
            row(MONDAY, 1L, 1L, 0L, 0L, 0L, 1L, 0L, 0L, 1L, null, null, null, 1.0));
  }

  @Test
  void theHoursAreAlwaysTwentyFour() {
    assertThat(rows(ShopTable.HOURLY_ANALYSIS)).hasSize(24);
    fill();
    List<List<@Nullable Object>> hours = rows(ShopTable.HOURLY_ANALYSIS);
    assertThat(hours).hasSize(24);
    assertThat(hours.get(3))
        .isEqualTo(row(3L, 0L, 0L, 0L, 0L, 0L, 0L, money("0.00"), null, null, null));
    assertThat(hours.get(9))
        .isEqualTo(row(9L, 1L, 1L, 1L, 0L, 0L, 1L, money("6.00"), null, null, null));
    assertThat(hours.get(10))
        .isEqualTo(row(10L, 2L, 2L, 6L, 3L, 1L, 2L, money("25.50"), THIRD, TWO_THIRDS, 2.0));
  }

  @Test
  void segmentsHaveTheirSharesOfVisitorsEventsAndRevenue() {
    fill();
    Object nothing = money("0.00");
    assertThat(rows(ShopTable.SEGMENT_PERFORMANCE))
        .containsExactly(
            row(
                "New", 1L, THIRD, 1L, 1L, 1.0 / 9, 0L, 0L, 0L, 0L, nothing, 0.0, null, null, null,
                null, 1.0, nothing),
            row(
                "Occasional",
                1L,
                THIRD,
                2L,
                3L,
                3.0 / 9,
                1L,
                0L,
                1L,
                1L,
                money("6.00"),
                6 / 31.5,
                0.0,
                1.0,
                null,
                money("6.00"),
                3.0,
                money("6.00")),
            row(
                "Regular", 0L, 0.0, 0L, 0L, 0.0, 0L, 0L, 0L, 0L, nothing, 0.0, null, null, null,
                null, null, null),
            row(
                "Premium",
                1L,
                THIRD,
                2L,
                5L,
                5.0 / 9,
                3L,
                1L,
                2L,
                1L,
                money("25.50"),
                25.5 / 31.5,
                THIRD,
                TWO_THIRDS,
                2.0,
                money("25.50"),
                5.0,
                money("25.50")));
  }

  @Test
  void aJourneyIsOfTheWholeHistoryWhateverThePeriod() {
    fill();
    List<@Nullable Object> bob =
        row(
            "bob",
            "view -> page_view -> transaction",
            local("2026-03-27T10:30:00"),
            local("2026-03-30T09:00:00"),
            3L,
            "Occasional",
            69.5);
    assertThat(rows(ShopTable.USER_JOURNEY))
        .containsExactly(
            row(
                "ann",
                "view -> view -> addtocart -> transaction -> transaction -> view",
                local("2026-03-27T10:00:00"),
                local("2026-03-28T11:00:00"),
                5L,
                "Premium",
                25.0),
            bob,
            row(
                "dan",
                "transaction",
                local("2026-03-28T12:00:00"),
                local("2026-03-28T12:00:00"),
                1L,
                "New",
                0.0));
    assertThat(rows(ShopTable.USER_JOURNEY, day("2026-03-30"))).containsExactly(bob);
  }

  @Test
  void productsAreLabelledAmongThoseWithSales() {
    fill();
    append(view("dan", "p4", "2026-03-28T12:00:10"));
    assertThat(rows(ShopTable.PRODUCT_PERFORMANCE))
        .containsExactly(
            row("p1", "Mug", "cups", 3L, 1L, 1L, money("20.00"), THIRD, THIRD, 1.0, "High Revenue"),
            row("p3", null, null, 0L, 0L, 1L, money("6.00"), null, null, null, "Low Performer"),
            row("p2", null, null, 1L, 0L, 1L, money("5.50"), 0.0, 1.0, null, "High Conversion"),
            row("p4", null, null, 1L, 0L, 0L, money("0.00"), 0.0, 0.0, null, "No Sales"));
  }

  @Test
  void allSixLabelsOccur() {
    sold("top", 2, "100");
    sold("revenue", 40, "90");
    sold("revenue2", 30, "80");
    sold("conversion", 1, "10");
    sold("conversion2", 1, "9");
    for (String popular : List.of("popular1", "popular2", "popular3")) {
      sold(popular, 20, "5");
    }
    sold("low", 3, "1");
    append(view("eve", "none", "2026-03-28T10:00:00"));
    assertThat(rows(ShopTable.PRODUCT_PERFORMANCE))
        .extracting(r -> r.get(0) + ": " + r.get(10))
        .containsExactly(
            "top: Top Performer",
            "revenue: High Revenue",
            "revenue2: High Revenue",
            "conversion: High Conversion",
            "conversion2: High Conversion",
            "popular1: Popular",
            "popular2: Popular",
            "popular3: Popular",
            "low: Low Performer",
            "none: No Sales");
  }

  private void sold(String product, int views, String amount) {
    for (int i = 0; i < views; i++) {
      append(view("eve", product, "2026-03-28T10:00:00"));
    }
    append(
        order("of-" + product, EventType.PURCHASE, "2026-03-28T10:01:00")
            .set(Field.PRODUCT_ID, product)
            .set(Field.AMOUNT, money(amount)));
  }

  @Test
  void aDayHasItsTwentyNineFigures() {
    fill();
    assertThat(rows(ShopTable.DAILY_METRICS))
        .containsExactly(
            row(
                FRIDAY,
                "Friday",
                13L,
                3L,
                false,
                2L,
                2L,
                2L,
                6L,
                3L,
                1L,
                2L,
                THIRD,
                TWO_THIRDS,
                2.0,
                money("25.50"),
                money("25.50"),
                money("25.50"),
                money("25.50"),
                3.0,
                1.0,
                money("12.75"),
                money("25.50"),
                2.0,
                TWO_THIRDS,
                0L,
                1L,
                0L,
                1L),
            row(
                SATURDAY,
                "Saturday",
                13L,
                3L,
                true,
                2L,
                2L,
                2L,
                2L,
                1L,
                0L,
                0L,
                0.0,
                0.0,
                null,
                money("0.00"),
                null,
                null,
                null,
                1.0,
                1.0,
                money("0.00"),
                money("12.75"),
                2.0,
                0.5,
                1L,
                0L,
                0L,
                1L),
            row(
                SATURDAY.plusDays(1),
                "Sunday",
                13L,
                3L,
                true,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                null,
                null,
                null,
                money("0.00"),
                null,
                null,
                null,
                null,
                null,
                null,
                money("8.50"),
                4.0 / 3,
                0.5,
                0L,
                0L,
                0L,
                0L),
            row(
                MONDAY,
                "Monday",
                14L,
                3L,
                false,
                1L,
                1L,
                1L,
                1L,
                0L,
                0L,
                1L,
                null,
                null,
                null,
                money("6.00"),
                money("6.00"),
                money("6.00"),
                money("6.00"),
                1.0,
                1.0,
                money("6.00"),
                money("7.88"),
                1.25,
                0.75,
                0L,
                1L,
                0L,
                0L));
    assertThat(table(ShopTable.DAILY_METRICS, day("2026-03-30")).value(0, "ma7_users"))
        .isEqualTo(1.25);
  }

  @Test
  void productsAreRankedByRevenue() {
    fill();
    assertThat(rows(ShopTable.PRODUCTS_SUMMARY))
        .containsExactly(
            row(
                1L,
                "p1",
                "cups",
                2L,
                3L,
                4L,
                3L,
                1L,
                1L,
                THIRD,
                THIRD,
                1.0,
                money("20.00"),
                money("10.00"),
                money("10.00"),
                money("10.00"),
                1L,
                2.0,
                1.5,
                money("10.00"),
                money("6.67")),
            row(
                2L,
                "p3",
                null,
                1L,
                1L,
                1L,
                0L,
                0L,
                1L,
                null,
                null,
                null,
                money("6.00"),
                money("8.00"),
                money("8.00"),
                money("8.00"),
                1L,
                1.0,
                1.0,
                money("6.00"),
                null),
            row(
                3L,
                "p2",
                null,
                2L,
                2L,
                2L,
                1L,
                0L,
                1L,
                0.0,
                1.0,
                null,
                money("5.50"),
                money("5.50"),
                money("5.50"),
                money("5.50"),
                1L,
                1.0,
                1.0,
                money("2.75"),
                money("5.50")));
  }

  @Test
  void anEmptyShopHasEmptyTables() {
    for (ShopTable table : ShopTable.values()) {
      int rows =
          switch (table) {
            case HOURLY_ANALYSIS -> 24;
            case SEGMENT_PERFORMANCE -> 4;
            case EVENTS_ENRICHED,
                DATA_CLEAN,
                SESSIONS_ENRICHED,
                TRANSACTIONS_ENRICHED,
                DAILY_FUNNEL,
                USER_JOURNEY,
                PRODUCT_PERFORMANCE,
                DAILY_METRICS,
                PRODUCTS_SUMMARY ->
                0;
          };
      assertThat(rows(table)).as(table.wireName()).hasSize(rows);
    }
  }

  @Test
  void pagesAreStretchesOfTheWholeTable() {
    fill();
    for (ShopTable table : ShopTable.values()) {
      List<List<@Nullable Object>> whole = rows(table);
      for (int offset = 0; offset <= whole.size(); offset += 2) {
        Answer page = store.answer(new Question.Table(table, Period.ALWAYS, offset, 2));
        assertThat(page.rows())
            .as(table + " from " + offset)
            .isEqualTo(whole.subList(offset, Math.min(whole.size(), offset + 2)));
        assertThat(page.meta().total()).isEqualTo(whole.size());
        assertThat(store.count(table, Period.ALWAYS)).isEqualTo(whole.size());
      }
    }
  }

  @Test
  void aCsvIsWholeAndNothingIsLeftBehind() throws IOException {
    fill();
    append(
        view("=1+1", "p\"1\",\nx", "2026-04-01T10:00:00.007"),
        view("eve", "", "2026-04-01T11:00:00"));
    String csv = export(ShopTable.DATA_CLEAN, TableFormat.CSV, day("2026-04-01"));
    assertThat(csv.replaceAll("\\d{6,}", "N"))
        .isEqualTo(
            "user_id,session_id,timestamp,date,hour,day_of_week,event_type,product_id,"
                + "transaction_id,amount,segment,product_views,product_purchases\r\n"
                + "=1+1,N,2026-04-01T10:00:00.007,2026-04-01,10,Wednesday,view,"
                + "\"p\"\"1\"\",\nx\",,,New,1,0\r\n"
                + "eve,N,2026-04-01T11:00:00.000,2026-04-01,11,Wednesday,view,\"\",,,New,1,0\r\n");
    assertThat(export(ShopTable.TRANSACTIONS_ENRICHED, TableFormat.CSV, day("2026-03-30")))
        .endsWith(
            "\r\no2,2026-03-30,9,2026-03-30T09:00:00.000,bob,p3,o2,transaction,8.00,Occasional,"
                + "3,0,1\r\n");
    assertThat(leftBehind()).isEmpty();
  }

  private String export(ShopTable table, TableFormat format, Period period) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.export(table, period, format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<Path> leftBehind() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("export-")).toList();
    }
  }

  @Test
  void everyTableIsAParquetFile() throws IOException {
    fill();
    for (ShopTable table : ShopTable.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.export(table, Period.ALWAYS, TableFormat.PARQUET, out);
      assertThat(out.toString(StandardCharsets.ISO_8859_1)).startsWith("PAR1").endsWith("PAR1");
    }
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void anExportWhoseReaderGoesAwayEndsAndLeavesNothing() throws IOException {
    fill();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  store.export(
                      ShopTable.DAILY_METRICS,
                      Period.ALWAYS,
                      TableFormat.CSV,
                      new java.io.OutputStream() {
                        @Override
                        public void write(int b) throws IOException {
                          throw new IOException("gone");
                        }
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
    }
    assertThat(leftBehind()).isEmpty();
    assertThat(rows(ShopTable.DAILY_METRICS)).hasSize(4);
  }

  @Test
  void asManyExportsRunAsThereAreReadersAndQuestionsDoNotWait() throws IOException {
    fill();
    ByteArrayOutputStream[] inner = {new ByteArrayOutputStream()};
    store.export(
        ShopTable.DAILY_METRICS,
        Period.ALWAYS,
        TableFormat.PARQUET,
        during(
            () ->
                store.export(
                    ShopTable.DAILY_METRICS,
                    Period.ALWAYS,
                    TableFormat.PARQUET,
                    during(
                        () -> {
                          assertThat(rows(ShopTable.DAILY_METRICS)).hasSize(4);
                          assertThatThrownBy(
                                  () ->
                                      store.export(
                                          ShopTable.DAILY_METRICS,
                                          Period.ALWAYS,
                                          TableFormat.CSV,
                                          inner[0]))
                              .isInstanceOfSatisfying(
                                  Problem.class,
                                  problem ->
                                      assertThat(problem.category())
                                          .isEqualTo(Problem.Category.LOAD));
                        }))));
    assertThat(inner[0].size()).isZero();
  }

  /** Something that happens while an export is under way. */
  private interface Meanwhile {
    void happen() throws IOException;
  }

  private static java.io.OutputStream during(Meanwhile meanwhile) {
    return new java.io.OutputStream() {
      private boolean happened;

      @Override
      public void write(int b) throws IOException {
        if (!happened) {
          happened = true;
          meanwhile.happen();
        }
      }
    };
  }
}
