package io.vitrine.trust.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.Faults;
import io.vitrine.intake.Intakes;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.store.EventStore;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Payments are judged in the order of storing, once, whatever fails meanwhile. */
class FollowerTest {

  @TempDir Path folder;

  private final Faults appending = new Faults("append");
  private final Faults keeping = new Faults("keep");
  private DuckEventStore store;
  private Records records;
  private Follower follower;

  @BeforeEach
  void open() {
    StoreSettings settings =
        StoreSettings.of(folder.resolve("store"), Shop.PARIS, Currency.getInstance("EUR"));
    store = DuckEventStore.open(settings, Clock.systemUTC());
    records = Records.open(folder.resolve("records"));
    Records failing = withFaults(records);
    JsonMapper json = new JsonMapper();
    Clock clock = Clock.fixed(Pay.NOON.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    follower =
        new Follower(
            store,
            Intakes.of(appending.before(EventStore.class, store), settings),
            failing,
            new RuleBook(failing, json, clock),
            new ListBook(failing),
            new Judge(json, settings),
            clock);
  }

  private Records withFaults(Records real) {
    FraudRecords fraud = keeping.before(FraudRecords.class, real.fraud());
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (_, called, arguments) ->
                called.getName().equals("fraud") ? fraud : called.invoke(real, arguments));
  }

  @AfterEach
  void close() throws InterruptedException {
    follower.destroy();
    records.close();
    store.close();
  }

  /**
   * Small payments that fail with many cards. The last two are stored late: those before them were
   * judged without them, and would be judged otherwise a second time.
   */
  private static List<Event.Draft> cardTesting() {
    List<Event.Draft> payments = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      payments.add(
          Pay.of("1.20", Pay.at("t" + i, i < 6 ? 5L * i : 5L * i - 14))
              .set(Field.IP, "91.176.0.9")
              .set(Field.STATUS, "declined")
              .other("card_hash", "c" + i)
              .other("device_id", "d"));
    }
    return payments;
  }

  private List<Double> kept() {
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      scores.add(records.fraud().get("t" + i).map(FraudRecord::score).orElse(-1.0));
    }
    return scores;
  }

  private static List<Double> expected() {
    return Pay.scores(cardTesting()).stream().map(Score::value).toList();
  }

  private long cases() {
    return store.after(8, 100, List.of("fraud")).events().size();
  }

  private void append() {
    cardTesting().forEach(payment -> store.append(List.of(payment.finish())));
  }

  @Test
  void whenScoresCannotBeKeptTheyAreNotMadeAgain() {
    append();
    keeping.next(2);
    assertThatThrownBy(follower::follow).hasMessageContaining("the test wants");
    assertThatThrownBy(follower::follow).hasMessageContaining("the test wants");
    assertThat(records.fraud().judgedUntil()).isZero();
    follower.follow();
    assertThat(kept()).isEqualTo(expected());
    assertThat(cases()).isEqualTo(expected().stream().filter(score -> score >= 50).count());
    assertThat(records.fraud().judgedUntil()).isGreaterThanOrEqualTo(8);
  }

  @Test
  void whenTheLogOfACaseCannotBeStoredItIsStoredLaterAndOnce() {
    append();
    appending.next(1);
    assertThatThrownBy(follower::follow).hasMessageContaining("the test wants");
    assertThat(kept()).containsOnly(-1.0);
    follower.follow();
    assertThat(kept()).isEqualTo(expected());
    assertThat(cases()).isPositive();
    assertThat(cases()).isEqualTo(expected().stream().filter(score -> score >= 50).count());
  }
}
