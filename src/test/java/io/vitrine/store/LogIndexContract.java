package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.store.LogIndex.LogHit;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LogIndex} does. */
public abstract class LogIndexContract {

  protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  protected LogIndex index;

  /** Opens the index of this test, again and again on the same place. */
  protected abstract LogIndex open();

  @BeforeEach
  void openFirst() {
    index = open();
  }

  @AfterEach
  void close() {
    index.close();
  }

  protected static LogText log(long sequence, long secondsAfterNoon, String message) {
    return new LogText(sequence, NOON.plusSeconds(secondsAfterNoon), List.of(message));
  }

  /** Adds logs that are all of their stretch. */
  protected void add(LogText... logs) {
    index.add(new LogStretch(logs[logs.length - 1].sequence(), List.of(logs)));
  }

  protected List<Long> sequences(String words) {
    return index.newest(words, null, 100).stream().map(LogHit::sequence).toList();
  }

  @Test
  void findsLogsThatHoldAllWordsNewestFirst() {
    add(
        log(1, 30, "payment timeout for order 77"),
        log(2, 10, "Timeout while calling the payment provider"),
        log(3, 20, "payment captured"));
    index.commit();

    assertThat(sequences("PAYMENT timeout")).containsExactly(1L, 2L);
    assertThat(sequences("")).containsExactly(1L, 3L, 2L);
    assertThat(sequences("absent")).isEmpty();
  }

  @Test
  void takesAnyTextForPlainWords() {
    add(log(1, 0, "GET /cart?id=7&x=(1+1)* failed"));
    index.commit();

    assertThat(sequences("/cart?id=7&x=(1+1)*")).containsExactly(1L);
    assertThat(sequences("\"[unbalanced:{~^")).isEmpty();
    assertThat(sequences("!!!")).as("no word at all matches every log").containsExactly(1L);
  }

  @Test
  void remembersHowFarAStretchWentThatEndsInOtherEvents() {
    index.add(new LogStretch(7, List.of(log(1, 0, "first"))));
    index.commit();
    index.add(new LogStretch(9, List.of()));
    index.commit();

    assertThat(index.size()).isEqualTo(1);
    assertThat(index.committedSequence()).isEqualTo(9);
  }

  @Test
  void addsNothingTwice() {
    add(log(1, 0, "once"));
    add(log(1, 0, "once"), log(2, 0, "twice"));
    add(log(1, 0, "once"));
    index.commit();

    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void pagesThroughLogsOfTheSameInstantWithoutGapOrRepeat() {
    add(
        LongStream.rangeClosed(1, 25)
            .mapToObj(i -> log(i, 0, "same instant"))
            .toArray(LogText[]::new));
    index.commit();

    List<LogHit> first = index.newest("same", null, 10);
    List<LogHit> second = index.newest("same", first.getLast(), 10);
    List<LogHit> third = index.newest("same", second.getLast(), 10);

    assertThat(first).hasSize(10);
    assertThat(second).hasSize(10);
    assertThat(third).hasSize(5);
    assertThat(first.getFirst().sequence()).isEqualTo(25);
    assertThat(third.getLast().sequence()).isEqualTo(1);
    assertThat(second).doesNotContainAnyElementsOf(first);
  }

  @Test
  void keepsWhatWasCommittedWithItsSequence() {
    add(log(1, 0, "kept"));
    index.commit();
    index.close();

    index = open();

    assertThat(index.committedSequence()).isEqualTo(1);
    assertThat(sequences("kept")).containsExactly(1L);
  }
}
