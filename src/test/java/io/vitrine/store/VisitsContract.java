package io.vitrine.store;

import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.event;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every event store counts visitors and their sessions. */
public abstract class VisitsContract extends StoreFixture {

  @Test
  void aGapOfExactlyTheLimitStaysInTheSession() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("ann", "p2", "2026-03-02T10:30:00"),
        view("ann", "p1", "2026-03-02T11:00:00.001"),
        did("bob", EventType.PAGE_VIEW, "2026-03-02T10:00:00"));
    assertThat(
            totals(
                day("2026-03-02"),
                Metric.VISITORS,
                Metric.SESSIONS,
                Metric.EVENTS,
                Metric.VIEWS,
                Metric.PAGE_VIEWS,
                Metric.BOUNCE_RATE,
                Metric.SESSION_DURATION))
        .containsExactly(2L, 3L, 4L, 3L, 4L, 2.0 / 3, 600.0);
  }

  @Test
  void beingShownAnExperimentIsNothingThatAVisitorDoes() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        did("ann", EventType.EXPOSURE, "2026-03-02T10:00:01"),
        did("bob", EventType.EXPOSURE, "2026-03-02T10:00:00"),
        view("cid", "p1", "2026-03-02T23:50:00"),
        did("cid", EventType.EXPOSURE, "2026-03-03T00:05:00"),
        view("dan", "p1", "2026-03-02T23:50:00"),
        view("dan", "p2", "2026-03-03T00:05:00"),
        did("dan", EventType.EXPOSURE, "2026-03-03T00:05:00"));
    assertThat(
            totals(
                days("2026-03-02", "2026-03-03"),
                Metric.SESSIONS,
                Metric.EVENTS,
                Metric.BOUNCE_RATE,
                Metric.EVENTS_PER_SESSION))
        .containsExactly(4L, 8L, 0.75, 1.25);
    assertThat(
            breakdown(
                    day("2026-03-02"),
                    List.of(Dimension.DEVICE),
                    Metric.BOUNCE_RATE,
                    Metric.EVENTS_PER_SESSION)
                .rows())
        .containsExactly(row(null, 0.75, 1.25));
  }

  @Test
  void aLateEventJoinsTwoSessions() {
    append(view("ann", "p1", "2026-03-02T10:00:00"), view("ann", "p1", "2026-03-02T10:50:00"));
    assertThat(totals(day("2026-03-02"), Metric.SESSIONS)).containsExactly(2L);
    append(view("ann", "p1", "2026-03-02T10:25:00"));
    assertThat(totals(day("2026-03-02"), Metric.SESSIONS, Metric.BOUNCE_RATE))
        .containsExactly(1L, 0.0);
  }

  @Test
  void aSessionOverMidnightBelongsToTheDayItStarts() {
    append(
        did("ann", EventType.ADD_TO_CART, "2026-03-02T23:50:00"),
        order("o1", EventType.PURCHASE, "2026-03-03T00:05:00")
            .set(Field.VISITOR_ID, "ann")
            .set(Field.AMOUNT, money("20")));
    Metric[] metrics = {
      Metric.VISITORS,
      Metric.NEW_VISITORS,
      Metric.SESSIONS,
      Metric.PURCHASE_SESSIONS,
      Metric.CART_ABANDONMENT,
      Metric.EVENTS,
      Metric.BUYERS,
      Metric.ORDERS
    };
    assertThat(totals(day("2026-03-02"), metrics)).isEqualTo(row(1L, 1L, 1L, 1L, 0.0, 1L, 0L, 0L));
    assertThat(totals(day("2026-03-03"), metrics)).isEqualTo(row(1L, 0L, 0L, 0L, null, 1L, 1L, 1L));
    assertThat(totals(days("2026-03-02", "2026-03-03"), metrics))
        .isEqualTo(row(1L, 1L, 1L, 1L, 0.0, 2L, 1L, 1L));
  }

  @Test
  void aLateEventBeforeMidnightTakesTheNextDaysSession() {
    append(view("ann", "p1", "2026-03-03T00:05:00"));
    assertThat(totals(day("2026-03-03"), Metric.SESSIONS, Metric.NEW_VISITORS))
        .containsExactly(1L, 1L);
    append(view("ann", "p1", "2026-03-02T23:55:00"));
    assertThat(totals(day("2026-03-03"), Metric.SESSIONS, Metric.NEW_VISITORS))
        .containsExactly(0L, 0L);
    assertThat(totals(day("2026-03-02"), Metric.SESSIONS, Metric.NEW_VISITORS))
        .containsExactly(1L, 1L);
  }

  @Test
  void theSendersSessionCountsAsItSays() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00").set(Field.SESSION_ID, "s1"),
        view("ann", "p1", "2026-03-02T18:00:00").set(Field.SESSION_ID, "s1"),
        view("ann", "p1", "2026-03-02T18:01:00").set(Field.SESSION_ID, "s2"),
        view("bob", "p1", "2026-03-02T18:01:00").set(Field.SESSION_ID, "s2"));
    assertThat(totals(day("2026-03-02"), Metric.SESSIONS)).containsExactly(3L);
  }

  @Test
  void visitorsOfAPeriodAreDistinct() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("ann", "p1", "2026-03-04T10:00:00"),
        view("bob", "p1", "2026-03-04T10:00:00"));
    assertThat(totals(days("2026-03-02", "2026-03-04"), Metric.VISITORS)).containsExactly(2L);
    append(view("ann", "p1", "2026-03-03T10:00:00"), view("bob", "p1", "2026-03-01T10:00:00"));
    assertThat(totals(days("2026-03-02", "2026-03-04"), Metric.VISITORS)).containsExactly(2L);
    assertThat(totals(days("2026-03-03", "2026-03-03"), Metric.VISITORS)).containsExactly(1L);
    assertThat(totals(days("2026-03-02", "2026-03-04"), Metric.NEW_VISITORS)).containsExactly(1L);
  }

  @Test
  void aVisitorSeenLongAgoIsNotNewAfterAll() {
    append(view("ann", "p1", "2026-03-20T10:00:00"));
    assertThat(totals(day("2026-03-20"), Metric.NEW_VISITORS)).containsExactly(1L);
    append(view("ann", "p1", "2026-01-02T10:00:00"));
    assertThat(totals(day("2026-03-20"), Metric.NEW_VISITORS)).containsExactly(0L);
  }

  @Test
  void visitorsAreNewOnTheirFirstDay() {
    append(view("ann", "p1", "2026-03-02T10:00:00"), view("ann", "p1", "2026-03-04T10:00:00"));
    List<Dimension> by = List.of(Dimension.VISITOR_KIND);
    assertThat(breakdown(day("2026-03-02"), by, Metric.VISITORS).rows())
        .containsExactly(row("new", 1L));
    assertThat(breakdown(day("2026-03-04"), by, Metric.VISITORS, Metric.NEW_VISITORS).rows())
        .containsExactly(row("returning", 1L, 0L));
  }

  @Test
  void robotsAndLogsAreNoVisitors() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("bot", "p1", "2026-03-02T10:00:00").set(Field.BOT, true),
        did("ann", EventType.ERROR, "2026-03-02T10:00:00"),
        event(EventType.PAGE_VIEW, "2026-03-02T10:00:00"));
    assertThat(totals(day("2026-03-02"), Metric.VISITORS, Metric.EVENTS, Metric.SESSIONS))
        .containsExactly(1L, 1L, 1L);
    assertThat(
            totals(
                day("2026-03-02"),
                List.of(is(Dimension.BOT, "any")),
                Metric.VISITORS,
                Metric.SESSIONS))
        .containsExactly(2L, 2L);
    assertThat(totals(day("2026-03-02"), List.of(is(Dimension.BOT, "true")), Metric.VISITORS))
        .containsExactly(1L);
  }

  @Test
  void aSessionComesFromWhereItsFirstEventSays() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00").set(Field.CHANNEL, "email"),
        view("ann", "p1", "2026-03-02T10:01:00")
            .set(Field.CHANNEL, "direct")
            .set(Field.UTM_SOURCE, "late")
            .set(Field.PAGE, "/second"));
    List<Dimension> by = List.of(Dimension.CHANNEL, Dimension.SOURCE, Dimension.LANDING_PAGE);
    assertThat(breakdown(day("2026-03-02"), by, Metric.SESSIONS, Metric.EVENTS).rows())
        .containsExactly(row("email", "late", "/second", 1L, 2L));
  }

  private static Event.Draft exposure(String visitor, String at) {
    return did(visitor, EventType.EXPOSURE, at).set(Field.CHANNEL, "Direct").set(Field.PAGE, "/");
  }

  private static Event.Draft landing(String visitor, String at) {
    return did(visitor, EventType.PAGE_VIEW, at)
        .set(Field.CHANNEL, "Paid Search")
        .set(Field.UTM_SOURCE, "google")
        .set(Field.PAGE, "/lamps");
  }

  @Test
  void atOneInstantTheEventThatSaysFromWhereIsTheFirst() {
    for (int i = 0; i < 20; i++) {
      append(exposure("ann" + i, "2026-03-02T10:00:00"));
      append(landing("ann" + i, "2026-03-02T10:00:00"));
      append(landing("bob" + i, "2026-03-02T10:00:00"), exposure("bob" + i, "2026-03-02T10:00:00"));
    }
    List<Dimension> by = List.of(Dimension.CHANNEL, Dimension.SOURCE, Dimension.LANDING_PAGE);
    assertThat(breakdown(day("2026-03-02"), by, Metric.SESSIONS, Metric.EVENTS).rows())
        .containsExactly(row("Paid Search", "google", "/lamps", 40L, 80L));
  }

  @Test
  void atOneInstantAPageIsBeforeWhatHappensOnIt() {
    for (int i = 0; i < 20; i++) {
      append(
          exposure("ann" + i, "2026-03-02T10:00:00"),
          did("ann" + i, EventType.PAGE_VIEW, "2026-03-02T10:00:00").set(Field.PAGE, "/lamps"));
    }
    assertThat(
            breakdown(day("2026-03-02"), List.of(Dimension.LANDING_PAGE), Metric.SESSIONS).rows())
        .containsExactly(row("/lamps", 20L));
  }

  @Test
  void aLateLandingSaysFromWhereASessionOverMidnightComes() {
    append(
        exposure("ann", "2026-03-02T23:50:00"),
        exposure("ann", "2026-03-03T00:05:00"),
        order("o1", EventType.PURCHASE, "2026-03-03T00:10:00")
            .set(Field.VISITOR_ID, "ann")
            .set(Field.AMOUNT, money("20")));
    List<Dimension> by = List.of(Dimension.CHANNEL);
    assertThat(breakdown(day("2026-03-03"), by, Metric.EVENTS, Metric.ORDERS).rows())
        .containsExactly(row("Direct", 2L, 1L));
    append(landing("ann", "2026-03-02T23:50:00"));
    assertThat(breakdown(day("2026-03-03"), by, Metric.EVENTS, Metric.ORDERS).rows())
        .containsExactly(row("Paid Search", 2L, 1L));
    assertThat(breakdown(day("2026-03-02"), by, Metric.EVENTS, Metric.SESSIONS).rows())
        .containsExactly(row("Paid Search", 2L, 1L));
  }

  @Test
  void whereASessionComesFromIsKnownOnItsFirstDayOrNot() {
    append(exposure("ann", "2026-03-02T23:50:00"));
    append(did("ann", EventType.SEARCH, "2026-03-03T00:10:00").set(Field.UTM_SOURCE, "late"));
    List<Dimension> by = List.of(Dimension.SOURCE);
    assertThat(breakdown(days("2026-03-02", "2026-03-03"), by, Metric.EVENTS).rows())
        .containsExactly(row(null, 2L));
    append(did("ann", EventType.SEARCH, "2026-03-02T23:55:00").set(Field.UTM_SOURCE, "first"));
    assertThat(breakdown(days("2026-03-02", "2026-03-03"), by, Metric.EVENTS).rows())
        .containsExactly(row("first", 3L));
  }

  @Test
  void hoursAreThoseOfTheWallClock() {
    append(
        view("ann", "p1", "2026-03-29T01:30:00"),
        view("ann", "p1", "2026-03-29T03:10:00"),
        view("bob", "p1", "2026-03-29T03:10:00"));
    assertThat(
            breakdown(
                    day("2026-03-29"),
                    List.of(Dimension.WEEKDAY, Dimension.HOUR),
                    Metric.EVENTS,
                    Metric.SESSIONS)
                .rows())
        .containsExactly(row(7L, 1L, 1L, 1L), row(7L, 3L, 2L, 2L));
  }
}
