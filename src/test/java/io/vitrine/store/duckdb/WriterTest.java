package io.vitrine.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Problem;
import io.vitrine.store.Appended;
import io.vitrine.store.Outcome;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.ledger.Ledger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that wait together while the writer is busy. */
class WriterTest {

  @TempDir Path folder;

  private final CountDownLatch release = new CountDownLatch(1);
  private StoreSettings settings;
  private Database database;
  private Connected connected;
  private Committer committer;
  private Writer writer;

  @BeforeEach
  void open() {
    settings = StoreSettings.of(folder, Shop.PARIS, Currency.getInstance("EUR"));
    database = Database.open(settings);
    connected = database.connection();
    LedgerTables ledger =
        new LedgerTables(connected, new Ledger(settings.currency()), settings.zone());
    committer = new Committer(connected, ledger, new DirtyDays(), new RecentEvents(0), 0);
    writer = new Writer(committer, 4, () -> {}, () -> {});
  }

  @AfterEach
  void close() {
    release.countDown();
    writer.close();
    connected.close();
    database.close();
  }

  private void keepBusy() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    Thread.ofPlatform()
        .start(
            () ->
                writer.run(
                    () -> {
                      busy.countDown();
                      awaitRelease();
                    }));
    busy.await();
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Row view() {
    return row(Shop.view("ann", "p1", "2026-03-02T10:00:00"));
  }

  /** Its amount fits into no column, which only the commit finds out: the door was passed by. */
  private Row unstorable() {
    Row row = row(Shop.order("o1", EventType.PURCHASE, "2026-03-02T10:00:00"));
    Event.Draft draft =
        Shop.order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.AMOUNT, Shop.money("1e15"));
    return new Row(
        draft.finish(),
        row.idHash(),
        row.visitorKey(),
        row.millis(),
        row.localSeconds(),
        null,
        null,
        row.bytes());
  }

  private Row row(Event.Draft draft) {
    return Row.of(draft.finish(), settings.zone());
  }

  /** Brings a batch on a thread of its own and returns when it waits for its commit. */
  private FutureTask<Appended> waiting(Row... rows) {
    FutureTask<Appended> appended = new FutureTask<>(() -> writer.append(List.of(rows)));
    Thread thread = Thread.ofPlatform().start(appended);
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(appended.isDone()).isFalse();
      Thread.onSpinWait();
    }
    return appended;
  }

  @Test
  void aBatchThatFailsTakesNoOtherOfItsGroupAlong() throws Exception {
    keepBusy();
    FutureTask<Appended> first = waiting(view());
    FutureTask<Appended> bad = waiting(unstorable());
    FutureTask<Appended> last = waiting(view(), view());
    release.countDown();
    assertThat(first.get().outcomes()).containsExactly(Outcome.STORED);
    assertThat(last.get().outcomes()).isEqualTo(Collections.nCopies(2, Outcome.STORED));
    assertThatThrownBy(bad::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("store_failed"));
    assertThat(committer.sequence()).isEqualTo(3);
    assertThat(connected.<Long>list("watermark", row -> row.getLong(1))).containsExactly(3L);
    assertThat(writer.append(List.of(view())).outcomes()).containsExactly(Outcome.STORED);
  }

  @Test
  void whatIsMoreThanMayWaitIsRefusedAndFindsRoomLater() throws Exception {
    keepBusy();
    FutureTask<Appended> first = waiting(view(), view(), view());
    List<Row> two = List.of(view(), view());
    assertThatThrownBy(() -> writer.append(two))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.category()).isEqualTo(Problem.Category.LOAD);
              assertThat(problem).hasMessage("3 events wait for their commit; 4 is the limit");
            });
    release.countDown();
    assertThat(first.get().stored()).isEqualTo(3);
    assertThat(writer.append(two).stored()).isEqualTo(2);
  }
}
