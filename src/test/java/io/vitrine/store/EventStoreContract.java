package io.vitrine.store;

import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.event;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What every event store does with events: keep each once, give each back, come back after a stop.
 */
public abstract class EventStoreContract extends StoreFixture {

  @Test
  void anEventIsStoredOnceForEver() {
    Event event = view("ann", "p1", "2026-03-28T10:00:00").set(Field.ID, "e").finish();
    assertThat(store.append(List.of(event, event)).outcomes())
        .containsExactly(Outcome.STORED, Outcome.DUPLICATE);
    assertThat(store.append(List.of(event)).outcomes()).containsExactly(Outcome.DUPLICATE);
    reopen(settings());
    assertThat(store.append(List.of(event)).outcomes()).containsExactly(Outcome.DUPLICATE);
    assertThat(store.watermark().sequence()).isEqualTo(1);
  }

  @Test
  void theSameIdAtAnotherTimeIsADuplicate() {
    append(view("ann", "p1", "2026-03-28T10:00:00").set(Field.ID, "e"));
    Appended again = append(view("bob", "p2", "2025-01-01T10:00:00").set(Field.ID, "e"));
    assertThat(again.duplicates()).isEqualTo(1);
    assertThat(again.watermark()).isEqualTo(1);
  }

  @Test
  void everythingOfAnEventComesBack() {
    Event.Draft draft =
        did("ann", EventType.PURCHASE, "2026-03-28T10:00:00")
            .set(Field.ORDER_ID, "o1")
            .set(Field.QUANTITY, 3L)
            .set(Field.AMOUNT, money("12.34"))
            .set(Field.RATE, 0.9)
            .set(Field.BOT, false)
            .set(Field.RECEIVED_AT, Shop.at("2026-03-28T10:00:01.234"))
            .set(Field.PAGE_TITLE, "Tasse \u2615 d\u2019\u00e9t\u00e9 'quoted'")
            .items(List.of(line("p1", 2, "1.5"), line("p2", 1, null)))
            .other("colour", "red")
            .other("size", 12L)
            .other("weight", money("1.25"))
            .other("gone", null)
            .other("tags", List.of("a", 1L, Map.of("deep", true)));
    Event event = draft.finish();
    store.append(List.of(event));
    StoredEvent stored = store.after(0, 10).getFirst();
    assertThat(stored.sequence()).isEqualTo(1);
    for (Field field : Field.values()) {
      assertThat(stored.event().value(field)).as(field.name()).isEqualTo(event.value(field));
    }
    assertThat(stored.event().items()).isEqualTo(event.items());
    assertThat(stored.event().others()).isEqualTo(event.others());
  }

  @Test
  void eventsAreNumberedInTheOrderOfStoring() {
    append(view("ann", "p1", "2026-03-28T11:00:00"), view("ann", "p2", "2026-03-28T10:00:00"));
    append(view("ann", "p3", "2026-03-27T10:00:00"));
    assertThat(store.after(0, 10)).extracting(StoredEvent::sequence).containsExactly(1L, 2L, 3L);
    assertThat(store.after(1, 1)).extracting(StoredEvent::sequence).containsExactly(2L);
    assertThat(store.after(3, 10)).isEmpty();
    assertThat(store.find(List.of(3L, 99L, 1L)))
        .extracting(StoredEvent::sequence)
        .containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void eventsOfSomeTypesAreReadAndTheOthersPassed() {
    append(view("ann", "p1", "2026-03-28T10:00:00"));
    append(
        event(EventType.TRANSACTION, "2026-03-28T11:00:00").set(Field.TRANSACTION_ID, "t1"),
        view("bob", "p1", "2026-03-28T11:00:00"),
        event(EventType.ERROR, "2026-03-28T12:00:00").set(Field.MESSAGE, "no stock"));
    List<String> payments = List.of(EventType.TRANSACTION.name(), "payment");
    Stretch all = store.after(0, 10, payments);
    assertThat(all.until()).isEqualTo(4);
    assertThat(all.events()).extracting(StoredEvent::sequence).containsExactly(2L);
    assertThat(all.events().getFirst().event().text(Field.TRANSACTION_ID)).isEqualTo("t1");
    assertThat(store.after(0, 1, payments)).isEqualTo(new Stretch(1, List.of()));
    Stretch one = store.after(1, 1, payments);
    assertThat(one.until()).isEqualTo(2);
    assertThat(one.events()).extracting(StoredEvent::sequence).containsExactly(2L);
    assertThat(store.after(2, 10, payments)).isEqualTo(new Stretch(4, List.of()));
    assertThat(store.after(4, 10, payments)).isEqualTo(new Stretch(4, List.of()));
    assertThat(
            store
                .after(0, 10, List.of(EventType.ERROR.name(), EventType.TRANSACTION.name()))
                .events())
        .extracting(StoredEvent::sequence)
        .containsExactly(2L, 4L);
    assertThat(store.after(0, 10, List.of("payment")).events()).isEmpty();
  }

  @Test
  void logsAreReadWithTheirTextsAndOthersOnlyPassed() {
    append(view("ann", "p1", "2026-03-28T10:00:00"));
    append(
        event(EventType.ERROR, "2026-03-28T11:00:00.123")
            .set(Field.MESSAGE, "no stock")
            .set(Field.SERVICE, "cart")
            .set(Field.ID, "log-2")
            .set(Field.DURATION_MS, 3.0)
            .other("shelf", Map.of("place", "B 7", "rows", List.of("a", "b")))
            .other("size", 12L)
            .other("gone", null));
    append(view("ann", "p1", "2026-03-28T12:00:00"), view("bob", "p1", "2026-03-28T12:00:00"));
    LogText log =
        new LogText(
            2,
            Shop.at("2026-03-28T11:00:00.123"),
            Map.of(
                "id", List.of("log-2"),
                "type", List.of("error"),
                "message", List.of("no stock"),
                "service", List.of("cart"),
                "duration_ms", List.of(3.0),
                "shelf.place", List.of("B 7"),
                "shelf.rows", List.of("a", "b"),
                "size", List.of(12L)));
    assertThat(logsAfter(0, 10)).isEqualTo(new LogStretch(4, List.of(log)));
    assertThat(logsAfter(0, 1)).isEqualTo(new LogStretch(1, List.of()));
    assertThat(logsAfter(1, 2)).isEqualTo(new LogStretch(3, List.of(log)));
    assertThat(logsAfter(4, 10)).isEqualTo(new LogStretch(4, List.of()));
    reopen(settings());
    assertThat(logsAfter(0, 10)).as("read back").isEqualTo(new LogStretch(4, List.of(log)));
  }

  /** Each log brings its event along, which has no equality. */
  private LogStretch logsAfter(long sequence, int limit) {
    LogStretch stretch = store.logsAfter(sequence, limit);
    assertThat(stretch.logs()).allMatch(log -> log.event() != null);
    return new LogStretch(
        stretch.until(),
        stretch.logs().stream()
            .map(log -> new LogText(log.sequence(), log.timestamp(), log.values()))
            .toList());
  }

  @Test
  void errorsThatSayTheSameKnowWhenTheyWereFirstSeen() {
    append(failure("cart", "no product 12", "2026-03-28T10:00:00"));
    append(failure("cart", "no product 7", "2026-03-28T11:00:00"));
    append(failure("search", "no product 7", "2026-03-28T12:00:00"));
    append(failure("cart", "other", "2026-03-28T12:00:00"));
    append(event(EventType.LOG, "2026-03-28T09:00:00").set(Field.MESSAGE, "no product 3"));
    assertThat(store.firstSeen(List.of("no product *", "unheard of")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                new ErrorGroup("no product *", "cart"), Shop.at("2026-03-28T10:00:00"),
                new ErrorGroup("no product *", "search"), Shop.at("2026-03-28T12:00:00")));
    append(failure("cart", "no product 9", "2026-03-28T08:00:00"));
    reopen(settings());
    assertThat(store.firstSeen(List.of("no product *")))
        .as("a late one")
        .containsEntry(new ErrorGroup("no product *", "cart"), Shop.at("2026-03-28T08:00:00"));
  }

  private Event.Draft failure(String service, String message, String at) {
    return event(EventType.ERROR, at).set(Field.SERVICE, service).set(Field.MESSAGE, message);
  }

  @Test
  void everyTypeOfLogIsReadForTheIndex() {
    for (EventType type : EventType.logs()) {
      append(event(type, "2026-03-28T10:00:00").set(Field.SERVICE, type.name()));
    }
    assertThat(store.logsAfter(0, 100).logs())
        .flatExtracting(log -> log.values().get("service"))
        .containsExactlyInAnyOrderElementsOf(
            EventType.logs().stream().map(EventType::name).toList());
  }

  @Test
  void manyThreadsAppendAtOnce() throws InterruptedException, ExecutionException {
    List<Callable<Appended>> senders = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      senders.add(() -> append(view("ann", "p", "2026-03-28T10:00:00"), same()));
    }
    long stored = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Appended> appended : threads.invokeAll(senders)) {
        stored += appended.get().stored();
      }
    }
    assertThat(stored).isEqualTo(21);
    assertThat(store.watermark().sequence()).isEqualTo(21);
    assertThat(totals(day("2026-03-28"), Metric.EVENTS)).containsExactly(21L);
  }

  private static Event.Draft same() {
    return view("ann", "p", "2026-03-28T10:00:00").set(Field.ID, "same");
  }

  @Test
  void tooMuchAtOnceIsRefusedAndNeverHalfStored() throws InterruptedException {
    reopen(waiting(1));
    AtomicLong stored = new AtomicLong();
    AtomicLong refused = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.execute(() -> count(stored, refused));
      }
    }
    assertThat(store.watermark().sequence()).isEqualTo(stored.get());
    assertThat(stored.get() / 2 + refused.get()).isEqualTo(50);
  }

  private void count(AtomicLong stored, AtomicLong refused) {
    try {
      Appended appended =
          append(view("ann", "p", "2026-03-28T10:00:00"), view("ann", "q", "2026-03-28T10:00:00"));
      stored.addAndGet(appended.stored());
    } catch (Problem e) {
      assertThat(e.category()).isEqualTo(Problem.Category.LOAD);
      assertThat(e.retryAfter()).isPresent();
      refused.incrementAndGet();
    }
  }

  private StoreSettings waiting(int events) {
    StoreSettings now = settings();
    return new StoreSettings(
        folder,
        now.zone(),
        now.currency(),
        now.sessionGap(),
        now.memory(),
        now.threads(),
        now.readers(),
        now.questionTimeout(),
        now.rowLimit(),
        now.segments(),
        events);
  }

  @Test
  void aStopLosesNothing() {
    append(
        view("ann", "p1", "2026-03-28T10:00:00"),
        order("o1", EventType.PURCHASE, "2026-03-28T10:05:00").set(Field.AMOUNT, money("7")));
    reopen(settings());
    assertThat(totals(day("2026-03-28"), Metric.VIEWS, Metric.REVENUE))
        .containsExactly(1L, money("7.00"));
    append(view("ann", "p1", "2026-03-28T10:10:00"));
    assertThat(store.watermark().sequence()).isEqualTo(3);
    assertThat(totals(day("2026-03-28"), Metric.VIEWS, Metric.SESSIONS)).containsExactly(2L, 1L);
  }

  @Test
  void anotherZoneMovesTheDays() {
    append(
        view("ann", "p1", "2026-03-28T23:30:00"),
        order("o1", EventType.PURCHASE, "2026-03-28T23:40:00").set(Field.AMOUNT, money("7")),
        event(EventType.LOG, "2026-03-28T23:50:00"));
    assertThat(totals(day("2026-03-28"), Metric.VISITORS, Metric.ORDERS, Metric.LOGS))
        .containsExactly(1L, 1L, 1L);
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    reopen(StoreSettings.of(folder, tokyo, settings().currency()));
    assertThat(totals(day("2026-03-28"), Metric.VISITORS, Metric.ORDERS, Metric.LOGS))
        .containsExactly(0L, 0L, 0L);
    assertThat(totals(day("2026-03-29"), Metric.VISITORS, Metric.ORDERS, Metric.LOGS))
        .containsExactly(1L, 1L, 1L);
    assertThat(breakdown(day("2026-03-29"), List.of(Dimension.HOUR), Metric.VISITORS).rows())
        .containsExactly(row(7L, 1L));
  }

  @Test
  void anotherSessionGapCountsSessionsAgain() {
    append(view("ann", "p1", "2026-03-28T10:00:00"), view("ann", "p1", "2026-03-28T10:20:00"));
    assertThat(totals(day("2026-03-28"), Metric.SESSIONS)).containsExactly(1L);
    StoreSettings now = settings();
    reopen(
        new StoreSettings(
            folder,
            now.zone(),
            now.currency(),
            Duration.ofMinutes(10),
            now.memory(),
            now.threads(),
            now.readers(),
            now.questionTimeout(),
            now.rowLimit(),
            now.segments(),
            now.waitingEvents()));
    assertThat(totals(day("2026-03-28"), Metric.SESSIONS)).containsExactly(2L);
  }

  @Test
  void aFolderInUseIsRefusedByName() {
    assertThatThrownBy(() -> open(settings()))
        .isInstanceOf(Problem.class)
        .hasMessage("the data folder " + folder + " is in use by another process");
  }

  @Test
  void anAmountThatDoesNotFitIsRefusedAndNothingIsStored() {
    assertThatThrownBy(
            () ->
                append(
                    view("ann", "p1", "2026-03-28T10:00:00"),
                    view("ann", "p1", "2026-03-28T10:00:00").set(Field.PRICE, money("1e14"))))
        .hasMessage("price is 1E+14; 14 digits before the point are the limit");
    assertThat(store.watermark().sequence()).isZero();
  }

  @Test
  void anEmptyStoreSaysSo() {
    assertThat(store.watermark()).isEqualTo(new Watermark(0, null));
    assertThat(store.extent().firstDay()).isNull();
    assertThat(store.append(List.of()).outcomes()).isEmpty();
    assertThat(totals(day("2026-03-28"), Metric.VISITORS, Metric.AOV, Metric.REVENUE))
        .isEqualTo(row(0L, null, money("0.00")));
  }

  @Test
  void theExtentIsThatOfVisitors() {
    append(
        view("ann", "p1", "2026-03-28T10:00:00"),
        view("ann", "p1", "2026-04-02T10:00:00"),
        event(EventType.LOG, "2020-01-01T00:00:00"));
    Extent extent = store.extent();
    assertThat(extent.firstDay()).isEqualTo(LocalDate.parse("2026-03-28"));
    assertThat(extent.lastDay()).isEqualTo(LocalDate.parse("2026-04-02"));
    assertThat(extent.events()).isEqualTo(3);
    assertThat(extent.bytes()).isPositive();
  }

  @Test
  void valuesAreOfferedTheCommonestFirst() {
    append(
        view("ann", "p1", "2026-03-28T10:00:00").set(Field.CHANNEL, "Email"),
        view("bob", "p1", "2026-03-28T10:00:00").set(Field.CHANNEL, "Email"),
        view("cat", "p2", "2026-03-28T10:00:00").set(Field.CHANNEL, "paid email"),
        view("dan", "p2", "2026-03-28T10:00:00").set(Field.CHANNEL, "search"));
    assertThat(store.values(Dimension.CHANNEL, "eMAIL", 10))
        .containsExactly(new ValueCount("Email", 2), new ValueCount("paid email", 1));
    assertThat(store.values(Dimension.PRODUCT, "", 1)).containsExactly(new ValueCount("p1", 2));
    assertThat(store.values(Dimension.TYPE, "VIEW", 9))
        .containsExactly(new ValueCount("product_view", 4));
    assertThatThrownBy(() -> store.values(Dimension.DAY, "", 1)).isInstanceOf(Problem.class);
  }

  @Test
  void aQuestionThatTakesTooLongIsStopped() {
    StoreSettings now = settings();
    reopen(
        new StoreSettings(
            folder,
            now.zone(),
            now.currency(),
            now.sessionGap(),
            now.memory(),
            now.threads(),
            now.readers(),
            Duration.ofNanos(1),
            now.rowLimit(),
            now.segments(),
            now.waitingEvents()));
    Question question =
        new Question.Totals(
            List.of(Metric.VISITORS), day("2026-03-28"), List.of(), Comparison.NONE);
    assertThatThrownBy(() -> store.answer(question))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.category()).isEqualTo(Problem.Category.LOAD));
  }
}
