package io.vitrine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vitrine.Faults;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.store.Records;
import io.vitrine.store.SecurityFinding;
import io.vitrine.store.SecurityRecords;
import io.vitrine.store.SecurityRecords.Wanted;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each stored event is looked at once, whatever fails meanwhile. */
class LogFollowerTest {

  private static final Wanted ALL =
      new Wanted(null, null, null, null, null, null, null, null, null, null);
  private static final String UNREADABLE = "192.0.2.99";

  @TempDir Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private final Faults keeping = new Faults("keep");
  private final List<SecurityFinding> told = new ArrayList<>();
  private DuckEventStore store;
  private Records records;
  private Watch watch;
  private LogFollower follower;

  @BeforeEach
  void open() {
    store =
        DuckEventStore.open(
            StoreSettings.of(folder.resolve("store"), Shop.PARIS, Currency.getInstance("EUR")),
            Clock.systemUTC());
    records = Records.open(folder.resolve("records"));
    SecurityRecords failing = keeping.before(SecurityRecords.class, records.security());
    watch = new Watch(failing, new AllowList(failing), this::country, told::add);
    follower = new LogFollower(store, watch, Duration.ofDays(90), Clock.systemUTC());
  }

  @AfterEach
  void close() throws InterruptedException {
    follower.destroy();
    records.close();
    store.close();
  }

  private @Nullable String country(String address) {
    if (address.equals(UNREADABLE)) {
      throw new IllegalStateException("an address that the test wants to be unreadable");
    }
    return null;
  }

  private Event.Draft request(String id) {
    return Event.draft()
        .set(Field.ID, id)
        .set(Field.TYPE, EventType.LOG.name())
        .set(Field.TIMESTAMP, now)
        .set(Field.IP, "192.0.2.1");
  }

  private Event failedSignIn(int number) {
    return request("sign-in-" + number)
        .set(Field.METHOD, "POST")
        .set(Field.ENDPOINT, "/login")
        .set(Field.STATUS_CODE, 401L)
        .finish();
  }

  private Event injection(String id, String address) {
    return request(id)
        .set(Field.IP, address)
        .set(Field.SEARCH_QUERY, "1' union select password from users--")
        .finish();
  }

  private List<SecurityFinding> found() {
    return records.security().newest(ALL, null, 100);
  }

  /** Five failed sign-ins are a finding; three that are looked at twice would be one as well. */
  @Test
  void whatCannotBeKeptWaitsAndIsCountedOnce() {
    store.append(
        List.of(
            failedSignIn(1), failedSignIn(2), failedSignIn(3), injection("attack", "192.0.2.2")));
    keeping.next(2);
    assertThatThrownBy(follower::follow).hasMessageContaining("the test wants");
    assertThatThrownBy(follower::follow).hasMessageContaining("the test wants");
    assertThat(found()).isEmpty();
    assertThat(told).isEmpty();
    follower.follow();
    assertThat(found())
        .extracting(SecurityFinding::kind, SecurityFinding::count)
        .containsExactly(tuple("sql_injection", 1L));
    assertThat(told).extracting(SecurityFinding::kind).containsExactly("sql_injection");
    assertThat(records.security().position()).contains(4L);
    store.append(List.of(failedSignIn(4), failedSignIn(5)));
    follower.follow();
    assertThat(found())
        .extracting(SecurityFinding::kind, SecurityFinding::count)
        .containsExactlyInAnyOrder(tuple("sql_injection", 1L), tuple("brute_force", 5L));
  }

  @Test
  void whatIsKeptByAnotherIsKeptWithHowFarEventsWereLookedAt() {
    store.append(List.of(injection("one", "192.0.2.2"), injection("two", "192.0.2.3")));
    LoggedRequest.of(injection("one", "192.0.2.2")).ifPresent(one -> watch.see(one, 1));
    watch.flush();
    assertThat(records.security().position()).contains(1L);
    follower.follow();
    assertThat(found()).extracting(SecurityFinding::count).containsExactly(1L, 1L);
  }

  @Test
  void anEventThatCannotBeInspectedHoldsUpNoOther() {
    store.append(List.of(injection("bad", UNREADABLE), injection("good", "192.0.2.2")));
    follower.follow();
    assertThat(found()).extracting(SecurityFinding::eventId).containsExactly("good");
    assertThat(records.security().position()).contains(2L);
  }

  @Test
  void afterARestartNothingIsLookedAtAgain() throws InterruptedException {
    store.append(List.of(injection("one", "192.0.2.2")));
    follower.follow();
    follower.destroy();
    Watch next =
        new Watch(records.security(), new AllowList(records.security()), _ -> null, _ -> {});
    follower = new LogFollower(store, next, Duration.ofDays(90), Clock.systemUTC());
    store.append(List.of(injection("two", "192.0.2.3")));
    follower.follow();
    assertThat(found()).extracting(SecurityFinding::count).containsExactly(1L, 1L);
  }
}
