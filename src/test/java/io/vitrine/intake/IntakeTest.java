package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

  @TempDir Path folder;

  @Test
  void aReceiptCountsEveryRecord() {
    try (Bench bench = Bench.of()) {
      Receipt receipt =
          bench.send(
              """
              [{"id":"a","type":"search"},{"id":"a","type":"search"},{"type":"search","price":-1},
               {"id":"b","type":"view"},{"id":tru}]""");
      assertThat(receipt.accepted()).isEqualTo(2);
      assertThat(receipt.duplicates()).isEqualTo(1);
      assertThat(receipt.rejected()).extracting(Rejection::index).containsExactly(2, 4);
      assertThat(receipt.rejectedTotal()).isEqualTo(2);
      assertThat(receipt.isAllRejected()).isFalse();
    }
  }

  @Test
  void sentAgainEverythingIsADuplicate() {
    try (Bench bench = Bench.of()) {
      String batch = "{\"id\":\"a\",\"type\":\"view\"}\n{\"id\":\"b\",\"type\":\"view\"}";
      assertThat(bench.send(batch).accepted()).isEqualTo(2);
      Receipt second = bench.send(batch);
      assertThat(second.accepted()).isZero();
      assertThat(second.duplicates()).isEqualTo(2);
    }
  }

  @Test
  void theFirstThousandRejectionsAreListed() {
    try (Bench bench = Bench.of()) {
      Receipt receipt = bench.send("7\n".repeat(1_500));
      assertThat(receipt.rejected()).hasSize(1_000);
      assertThat(receipt.rejectedTotal()).isEqualTo(1_500);
      assertThat(receipt.isAllRejected()).isTrue();
    }
  }

  @Test
  void aBusyStorePassesThroughAndNothingIsCounted() {
    try (Bench bench = Bench.of()) {
      bench.store.busy(true);
      assertThatThrownBy(() -> bench.send("{\"type\":\"view\"}"))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.retryAfter()).contains(Duration.ofSeconds(2)));
      assertThat(bench.intake.counts().accepted()).isZero();
    }
  }

  @Test
  void draftsOfOthersGoTheSameWay() {
    try (Bench bench = Bench.of()) {
      Event.Draft good = Event.draft().set(Field.TYPE, "view").set(Field.ID, "x");
      Event.Draft bad = Event.draft().set(Field.TYPE, "view").set(Field.QUANTITY, 0L);
      Receipt receipt = bench.intake.accept(List.of(bad, good));
      assertThat(receipt.accepted()).isEqualTo(1);
      assertThat(receipt.rejected()).extracting(Rejection::index).containsExactly(0);
      assertThat(bench.store.only().type().name()).isEqualTo("product_view");
    }
  }

  @Test
  void stepsAreCountedByName() {
    try (Bench bench = Bench.of()) {
      bench.send("{\"type\":\"view\"}\n{\"type\":\"view\",\"price\":-1}");
      assertThat(bench.intake.steps())
          .filteredOn(step -> step.name().equals("ReadMoney"))
          .singleElement()
          .satisfies(
              step -> {
                assertThat(step.kept()).isEqualTo(1);
                assertThat(step.dropped()).isEqualTo(1);
                assertThat(step.spent()).isPositive();
              });
    }
  }

  @Test
  void tapsSeeWhatIsNewAndCanNeitherFailNorSlowTheReply() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch release = new CountDownLatch(1);
    Tap watching = tap("watching", events -> events.forEach(event -> seen.add(event.id())));
    Tap failing =
        tap(
            "failing",
            events -> {
              throw new IllegalStateException("on purpose");
            });
    Tap stuck =
        tap(
            "stuck",
            events -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    IntakeSettings defaults = IntakeSettings.defaults();
    IntakeSettings small =
        new IntakeSettings(
            defaults.bodyLimit(),
            defaults.recordLimit(),
            defaults.records(),
            defaults.inFlight(),
            defaults.clockTolerance(),
            defaults.addresses(),
            List.of(),
            3);
    try (Bench bench = new Bench(small, folder, List.of(), List.of(watching, failing, stuck))) {
      bench.send("{\"id\":\"a\",\"type\":\"view\"}\n{\"id\":\"a\",\"type\":\"view\"}");
      Awaitility.await().until(() -> seen.size() == 1);
      for (int i = 0; i < 5; i++) {
        bench.send("{\"id\":\"b" + i + "\",\"type\":\"view\"}");
        int sent = i + 2;
        Awaitility.await().until(() -> seen.size() == sent);
      }
      assertThat(seen).containsExactly("a", "b0", "b1", "b2", "b3", "b4");
      TapQueue slow = bench.taps.queues().get(2);
      assertThat(slow.passedOver()).isEqualTo(3);
      assertThat(slow.waiting()).isEqualTo(3);
      Awaitility.await().until(() -> bench.taps.queues().get(1).failed() == 6);
    }
    release.countDown();
  }

  private static Tap tap(String name, java.util.function.Consumer<List<Event>> work) {
    return new Tap() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void stored(List<Event> events, long watermark) {
        work.accept(events);
      }
    };
  }
}
