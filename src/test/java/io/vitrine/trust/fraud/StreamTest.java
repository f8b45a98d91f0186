package io.vitrine.trust.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted while payments stream in is what a count over all of them says. */
class StreamTest {

  private static final int PAYMENTS = 400;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void streamedFiguresAreThoseOfACountOverAllPayments(long seed) {
    List<Transaction> payments = payments(new Random(seed));
    Memory memory = new Memory();
    for (int i = 0; i < payments.size(); i++) {
      Transaction payment = payments.get(i);
      assertThat(memory.observe(payment).past().figures())
          .as("seed %d, payment %s", seed, payment.id())
          .isEqualTo(counted(payment, payments.subList(0, i)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void theOrderOfArrivalMakesNoDifferenceInTheEnd(long seed) {
    Random random = new Random(seed);
    List<Transaction> payments = payments(random);
    List<Transaction> shuffled = new ArrayList<>(payments);
    Collections.shuffle(shuffled, random);
    Trails trails = new Trails(100_000);
    shuffled.forEach(payment -> trails.add(new Mark(payment)));
    for (Transaction payment : payments) {
      assertThat(new Past(trails, payment).figures())
          .as("seed %d, payment %s", seed, payment.id())
          .isEqualTo(counted(payment, payments));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  void aRestartMakesNoDifferenceToTheFigures(long seed) {
    List<Transaction> payments = payments(new Random(seed));
    Memory before = new Memory();
    Memory after = new Memory();
    payments.subList(0, 300).forEach(before::observe);
    payments.subList(0, 300).forEach(after::restore);
    for (Transaction payment : payments.subList(300, PAYMENTS)) {
      assertThat(after.observe(payment).past().figures())
          .as("seed %d, payment %s", seed, payment.id())
          .isEqualTo(before.observe(payment).past().figures());
    }
  }

  /** Within four days, so that nothing is too old for a trail; few of each, so that they meet. */
  private static List<Transaction> payments(Random random) {
    List<Transaction> payments = new ArrayList<>();
    long second = 0;
    for (int i = 0; i < PAYMENTS; i++) {
      second += random.nextInt(1_700);
      Event.Draft draft = Pay.at("t" + i, second);
      draft.set(Field.USER_ID, random.nextBoolean() ? "u" + random.nextInt(12) : null);
      draft.set(Field.IP, "10.0.0." + random.nextInt(9));
      draft.set(Field.STATUS, random.nextInt(4) == 0 ? "declined" : "approved");
      if (random.nextBoolean()) {
        draft
            .other("card_hash", "c" + random.nextInt(15))
            .other("device_id", "d" + random.nextInt(8));
      }
      if (random.nextInt(3) == 0) {
        draft.other("email", "e" + random.nextInt(9) + "@example.org");
        draft.other("shipping_address", "Street " + random.nextInt(7));
      }
      payments.add(Pay.read(draft));
    }
    return payments;
  }

  private static Map<String, Integer> counted(Transaction payment, List<Transaction> all) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    for (Link link : Link.values()) {
      for (Window window : Window.values()) {
        List<Transaction> same = same(payment, all, link, window.length());
        long failed = same.stream().filter(one -> one.outcome() == Outcome.FAILED).count();
        String name = link.wireName() + "_" + window.wireName();
        figures.put(name, same.size());
        figures.put(name + "_failed", (int) failed);
      }
      for (Link other : Link.values()) {
        Set<String> values = new HashSet<>();
        same(payment, all, link, Duration.ofDays(7)).forEach(one -> values.add("" + one.of(other)));
        values.add("" + payment.of(other));
        values.remove("null");
        figures.put(
            other.wireName() + "s_of_" + link.wireName(),
            payment.of(link) == null ? 0 : values.size());
      }
    }
    return figures;
  }

  private static List<Transaction> same(
      Transaction payment, List<Transaction> all, Link link, Duration length) {
    String value = payment.of(link);
    return all.stream()
        .filter(
            one -> value != null && value.equals(one.of(link)) && !one.id().equals(payment.id()))
        .filter(one -> !one.at().isAfter(payment.at()))
        .filter(one -> one.at().isAfter(payment.at().minus(length)))
        .toList();
  }
}
