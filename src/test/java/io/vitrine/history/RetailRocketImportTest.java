package io.vitrine.history;

import static io.vitrine.history.SmallSet.EVENTS;
import static io.vitrine.history.SmallSet.PART1;
import static io.vitrine.history.SmallSet.PART2;
import static io.vitrine.history.SmallSet.TREE;
import static io.vitrine.history.SmallSet.at;
import static io.vitrine.history.SmallSet.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Comparison;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.ShopTable;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.past.SessionRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailRocketImportTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-10T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private EventStore store;

  private EventStore open() {
    return DuckEventStore.open(
        StoreSettings.of(data(), ZoneOffset.UTC, Currency.getInstance("EUR")), CLOCK);
  }

  private Path data() {
    return folder.resolve("data");
  }

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private ImportReport run(Path files) {
    return run(files, SessionRule.INACTIVITY);
  }

  private ImportReport run(Path files, SessionRule rule) {
    return new RetailRocketImport(store, data()).run(files, rule, part -> {});
  }

  private Path files() {
    return folder.resolve("files");
  }

  private List<Event> events() {
    return store.after(0, 1000).stream().map(StoredEvent::event).toList();
  }

  private List<@Nullable Object> totals(Metric... metrics) {
    Period june = new Period(LocalDate.parse("2015-06-01"), LocalDate.parse("2015-06-30"));
    return store
        .answer(new Question.Totals(List.of(metrics), june, List.of(), Comparison.NONE))
        .rows()
        .getFirst();
  }

  private static Map<String, Object> map(Object... parts) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      map.put((String) parts[i], parts[i + 1]);
    }
    return map;
  }

  @Test
  void tellsHowFarItIsUntilEverythingIsCounted() {
    List<Double> told = new ArrayList<>();
    new RetailRocketImport(store, data())
        .run(
            new SmallSet().write(files()),
            SessionRule.INACTIVITY,
            part -> {
              synchronized (told) {
                told.add(part);
              }
            });
    assertThat(told).isSorted().endsWith(1.0);
    assertThat(told).as("reading").anyMatch(part -> part > 0 && part < 0.4);
    assertThat(told).as("storing").anyMatch(part -> part > 0.4 && part < 0.7);
    assertThat(told).as("counting").anyMatch(part -> part > 0.7 && part < 1);
  }

  @Test
  void tellsWhatTheFilesHold() {
    ImportReport report = run(new SmallSet().write(files()));
    assertThat(report.added()).isEqualTo(8);
    assertThat(report.again()).isFalse();
    Map<String, Object> content = new LinkedHashMap<>(report.content());
    assertThat(content.remove("seconds")).isEqualTo(0.0);
    assertThat(content)
        .isEqualTo(
            map(
                "events",
                map(
                    "raw",
                    14,
                    "duplicates",
                    1,
                    "kept",
                    8,
                    "views",
                    4,
                    "add_to_carts",
                    1,
                    "transactions",
                    3,
                    "known_before",
                    0,
                    "added",
                    8),
                "visitors",
                3,
                "products",
                4,
                "orders",
                2,
                "session_rule",
                "inactivity",
                "sessions",
                5,
                "sessions_by_inactivity",
                5,
                "sessions_by_calendar_day",
                3,
                "calendar_days",
                2,
                "first_date",
                "2015-06-01",
                "last_date",
                "2015-06-02",
                "properties",
                map("rows", 9, "items", 4, "distinct", 4),
                "categories",
                3,
                "revenue",
                new BigDecimal("2800.50"),
                "lines_without_price",
                1,
                "lines_priced_later",
                1,
                "rejected",
                map(
                    "duplicate", 1,
                    "event_unknown", 1,
                    "fields_missing", 1,
                    "id_invalid", 1,
                    "timestamp_invalid", 1,
                    "transaction_id_missing", 1)));
  }

  @Test
  void everyRowThatIsLeftOutStandsInTheRejectsWithItsLine() throws IOException {
    run(new SmallSet().write(files()));
    String fingerprint = store.imports().all().getFirst().fingerprint();
    Path rejects = data().resolve("imports").resolve(fingerprint).resolve("rejects.csv");
    assertThat(Files.readString(rejects))
        .isEqualTo(
            lines(
                "file,line,reason,text",
                "events.csv,11,timestamp_invalid,\"0,4,view,10,\"",
                "events.csv,12,id_invalid,\"" + at(1) + ",-4,view,10,\"",
                "events.csv,13,event_unknown,\"" + at(1) + ",4,wish,10,\"",
                "events.csv,14,transaction_id_missing,\"" + at(1) + ",4,transaction,10,\"",
                "events.csv,15,fields_missing,\"" + at(1) + ",4\"",
                "events.csv,6,duplicate,\"" + at(20) + ",1,transaction,11,500\""));
  }

  @Test
  void anEventHasThePriceCategoryAndAvailabilityOfItsTime() {
    run(new SmallSet().write(files()));
    List<String> told = events().stream().map(RetailRocketImportTest::told).toList();
    assertThat(told)
        .containsExactly(
            "product_view 1 10 null 1/2/3 false null",
            "add_to_cart 1 10 null 1/2/3 true null",
            "purchase 1 10 2500 1/2/3 true 500",
            "purchase 1 11 300.5 null null 500",
            "product_view 1 12 null 1/2 null null",
            "product_view 2 10 null 1/2/3 true null",
            "product_view 2 10 null 1/2/3 true null",
            "purchase 3 13 null null null 501");
  }

  private static String told(Event event) {
    BigDecimal price = event.decimal(Field.PRICE);
    return String.join(
        " ",
        event.type().name(),
        event.text(Field.VISITOR_ID),
        event.text(Field.PRODUCT_ID),
        price == null ? "null" : price.toPlainString(),
        event.text(Field.CATEGORY_ID),
        String.valueOf(event.value(Field.AVAILABLE)),
        event.text(Field.ORDER_ID));
  }

  @Test
  void theStoreAnswersFromWhatCameIn() {
    run(new SmallSet().write(files()));
    assertThat(
            totals(
                Metric.VISITORS,
                Metric.SESSIONS,
                Metric.VIEWS,
                Metric.ORDERS,
                Metric.ORDER_LINES,
                Metric.REVENUE))
        .containsExactly(3L, 5L, 4L, 2L, 3L, new BigDecimal("2800.50"));
  }

  @Test
  void byCalendarDayAVisitorsDayIsOneSession() {
    ImportReport report = run(new SmallSet().write(files()), SessionRule.CALENDAR_DAY);
    assertThat(report.content()).containsEntry("sessions", 3);
    assertThat(totals(Metric.SESSIONS)).containsExactly(3L);
  }

  @Test
  void thePropertiesAreATableWithTheirValuesTakenApart() {
    run(new SmallSet().write(files()));
    List<String> rows =
        store
            .answer(new Question.Table(ShopTable.ITEM_PROPERTIES, Period.ALWAYS, 0, 100))
            .rows()
            .stream()
            .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" | ")))
            .toList();
    assertThat(rows)
        .contains(
            at(-100) + " | 10 | 790 | n1000.000 | numeric | 1000.0 | null | true | 1",
            at(-50) + " | 11 | 888 | n5.000 17 n6.000 | mixed | 5.0 | 17 | true | 3",
            at(-100) + " | 10 | categoryid | 3 | text | null | 3 | false | 1",
            at(5) + " | 10 | available | 1 | text | null | 1 | false | 1")
        .hasSize(9);
    assertThat(store.count(ShopTable.ITEM_PROPERTIES, Period.ALWAYS)).isEqualTo(9);
  }

  @Test
  void theSameFilesASecondTimeAddNothing() {
    ImportReport first = run(new SmallSet().write(files()));
    ImportReport second = run(files());
    assertThat(second.again()).isTrue();
    assertThat(second.added()).isZero();
    assertThat(second.content()).isEqualTo(first.content());
    assertThat(events()).hasSize(8);
    assertThat(store.imports().all()).hasSize(1);
  }

  @Test
  void filesThatOverlapAddOnlyWhatIsNew() {
    SmallSet set = new SmallSet();
    run(set.write(files()));
    String more = set.text(EVENTS) + at(24 * 60 + 50) + ",9,view,10,\n";
    ImportReport report = run(set.with(EVENTS, more).write(folder.resolve("more")));
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.content().get("events"))
        .isEqualTo(
            map(
                "raw",
                15,
                "duplicates",
                1,
                "kept",
                9,
                "views",
                5,
                "add_to_carts",
                1,
                "transactions",
                3,
                "known_before",
                8,
                "added",
                1));
    assertThat(events()).hasSize(9);
    assertThat(totals(Metric.ORDERS, Metric.REVENUE))
        .containsExactly(2L, new BigDecimal("2800.50"));
  }

  @Test
  void packedFilesAndFilesOfRealCopiesGiveTheSame() {
    Map<String, Object> plain = figures(run(new SmallSet().write(files())));
    SmallSet set = new SmallSet();
    String other =
        "\uFEFFtransactionid,event,itemid,visitorid,datetime,timestamp\r\n"
            + set.text(EVENTS)
                .lines()
                .skip(1)
                .map(RetailRocketImportTest::rearranged)
                .reduce("", String::concat);
    SmallSet real =
        new SmallSet()
            .with(EVENTS, other)
            .with(
                "item_properties.csv",
                set.text(PART1) + set.text(PART2).substring(set.text(PART2).indexOf('\n') + 1))
            .without(PART1)
            .without(PART2);
    assertThat(fresh(real.write(folder.resolve("real")))).isEqualTo(plain);
    assertThat(fresh(new SmallSet().writeGzip(folder.resolve("gz")))).isEqualTo(plain);
    assertThat(fresh(new SmallSet().writeZip(folder.resolve("zip")))).isEqualTo(plain);
  }

  /** Another order of columns, one column more, 500.0 for 500, and the ends of lines of Windows. */
  private static String rearranged(String line) {
    List<String> fields = List.of(line.split(",", -1));
    if (fields.size() < 5) {
      return line + "\r\n";
    }
    String order = fields.get(4).isEmpty() ? "" : fields.get(4) + ".0";
    return String.join(
            ",", order, fields.get(2), fields.get(3), fields.get(1), "2015-06-01", fields.get(0))
        + "\r\n";
  }

  private Map<String, Object> fresh(Path files) {
    Path other = files.resolveSibling(files.getFileName() + "-data");
    StoreSettings settings = StoreSettings.of(other, ZoneOffset.UTC, Currency.getInstance("EUR"));
    try (EventStore opened = DuckEventStore.open(settings, CLOCK)) {
      return figures(
          new RetailRocketImport(opened, other).run(files, SessionRule.INACTIVITY, part -> {}));
    }
  }

  private static Map<String, Object> figures(ImportReport report) {
    return report.content();
  }

  @Test
  void withoutPropertiesAndTreeTheEventsComeInAlone() {
    ImportReport report =
        run(new SmallSet().without(PART1).without(PART2).without(TREE).write(files()));
    assertThat(report.added()).isEqualTo(8);
    assertThat(report.content()).containsEntry("lines_without_price", 3);
    assertThat(report.content()).containsEntry("lines_priced_later", 0);
  }

  @Test
  void aMissingColumnIsNamed() {
    SmallSet set = new SmallSet().with(EVENTS, "timestamp,visitor,event,itemid,transactionid\n");
    refused(set.write(files()))
        .hasMessage(
            "events.csv has no column visitorid; it has timestamp, visitor, event, itemid,"
                + " transactionid");
  }

  @Test
  void aFileWithoutRowsIsRefused() {
    SmallSet set = new SmallSet();
    String header = set.text(EVENTS).lines().findFirst().orElseThrow() + "\n";
    refused(set.with(EVENTS, header).write(files())).hasMessage("events.csv has no rows");
  }

  @Test
  void anEmptyFileIsRefused() {
    refused(new SmallSet().with(PART2, "").write(files()))
        .hasMessage("item_properties_part2.csv has no column timestamp; it has nothing");
  }

  @Test
  void aBinaryFileIsRefused() {
    Path files = new SmallSet().write(files());
    SmallSet.write(files.resolve(TREE), new byte[] {0x50, 0x4b, 3, 4, 0, (byte) 0xff, '\n'});
    refused(files).hasMessage("category_tree.csv is not a text file: it begins with binary data");
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    Path files = new SmallSet().with(PART2, lengthened(PART2)).writeGzip(files());
    Path part = files.resolve(PART2 + ".gz");
    byte[] whole = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(whole, whole.length - 20));
    refused(files).hasMessage("item_properties_part2.csv.gz ends in the middle: it is cut off");
  }

  private static String lengthened(String file) {
    StringBuilder text = new StringBuilder(new SmallSet().text(file));
    for (int i = 0; i < 1000; i++) {
      text.append(at(i)).append(',').append(i).append(",888,n").append(i * 37).append(".000\n");
    }
    return text.toString();
  }

  @Test
  void secondsForMillisecondsAreRefused() {
    SmallSet set = new SmallSet();
    String seconds = set.text(EVENTS).replaceAll("(?m)^(\\d{10})\\d{3},", "$1,");
    refused(set.with(EVENTS, seconds).write(files()))
        .hasMessageStartingWith("the timestamps of events.csv look like seconds");
  }

  @Test
  void aFolderWithoutEventsIsRefused() {
    refused(new SmallSet().without(EVENTS).write(files()))
        .hasMessage(files() + " has no events.csv, neither plain nor as .gz or .zip");
    refused(folder.resolve("nowhere"))
        .hasMessage("there is no folder " + folder.resolve("nowhere"));
  }

  /** A refused import leaves nothing, and the right files come in afterwards. */
  private AbstractThrowableAssert<?, ? extends Throwable> refused(Path files) {
    AbstractThrowableAssert<?, ? extends Throwable> refusal = assertThatThrownBy(() -> run(files));
    assertThat(events()).isEmpty();
    assertThat(store.imports().all()).isEmpty();
    assertThat(run(new SmallSet().write(folder.resolve("right"))).added()).isEqualTo(8);
    store.close();
    deleteData();
    store = open();
    return refusal;
  }

  private void deleteData() {
    try (Stream<Path> all = Files.walk(data())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCircleInTheTreeIsCutWhereItCloses() {
    SmallSet set = new SmallSet().with(TREE, lines("categoryid,parentid", "1,3", "2,1", "3,2"));
    run(set.write(files()));
    assertThat(events().getFirst().text(Field.CATEGORY_ID)).isEqualTo("1/2/3");
  }

  @Test
  void eventsThatArriveLaterJoinThePast() {
    run(new SmallSet().write(files()));
    store.append(
        List.of(
            Event.draft()
                .set(Field.ID, "late")
                .set(Field.TYPE, "product_view")
                .set(Field.TIMESTAMP, Instant.ofEpochMilli(at(15)))
                .set(Field.VISITOR_ID, "1")
                .set(Field.PRODUCT_ID, "10")
                .finish()));
    assertThat(totals(Metric.VISITORS, Metric.SESSIONS, Metric.VIEWS)).containsExactly(3L, 5L, 5L);
  }
}
