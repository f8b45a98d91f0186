package io.vitrine.store;

import static io.vitrine.store.Shop.at;
import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Paths;
import io.vitrine.model.Problem;
import io.vitrine.model.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store tells the ways of sessions and the timeline of a visitor. */
public abstract class PathsContract extends StoreFixture {

  private Answer ask(
      Paths.Label label,
      @Nullable String anchor,
      Paths.Direction direction,
      int length,
      Paths.Show show,
      Filter... filters) {
    return store.answer(
        new Paths(label, anchor, direction, length, show, 10, day("2026-03-02"), List.of(filters)));
  }

  private static Event.Draft page(String visitor, String page, String time) {
    return did(visitor, EventType.PAGE_VIEW, time).set(Field.PAGE, page);
  }

  private static Event.Draft purchase(String visitor, String order, String time) {
    return order(order, EventType.PURCHASE, time)
        .set(Field.VISITOR_ID, visitor)
        .items(List.of(line("p1", 1, "10.00")));
  }

  private void twoSessions() {
    append(
        page("ann", "/?utm=x", "2026-03-02T10:00:00"),
        page("ann", "/", "2026-03-02T10:00:05"),
        view("ann", "p1", "2026-03-02T10:00:10"),
        did("ann", EventType.EXPOSURE, "2026-03-02T10:00:11"),
        purchase("ann", "o1", "2026-03-02T10:01:10"),
        page("bob", "/", "2026-03-02T11:00:00"),
        view("bob", "p2", "2026-03-02T11:00:20"),
        page("bob", "/sale", "2026-03-02T11:00:30"),
        page("bot", "/", "2026-03-02T11:00:00").set(Field.BOT, true));
  }

  @Test
  void movesLeadFromStepToStepUntilTheSessionEnds() {
    twoSessions();
    Answer answer = ask(Paths.Label.PAGES, null, Paths.Direction.FROM, 4, Paths.Show.MOVES);
    assertThat(answer.columns())
        .extracting(Answer.Column::name)
        .containsExactly("position", "from_step", "to_step", "sessions", "median_seconds");
    assertThat(answer.rows())
        .containsExactly(
            row(1L, "/", "product_view", 2L, 15.0),
            row(2L, "product_view", "/sale", 1L, 10.0),
            row(2L, "product_view", "purchase", 1L, 60.0),
            row(3L, "/sale", null, 1L, null),
            row(3L, "purchase", null, 1L, null));
  }

  @Test
  void waysToAStepEndThere() {
    twoSessions();
    assertThat(ask(Paths.Label.TYPES, "purchase", Paths.Direction.TO, 5, Paths.Show.MOVES).rows())
        .containsExactly(
            row(3L, "page_view", "product_view", 1L, 10.0),
            row(4L, "product_view", "purchase", 1L, 60.0));
  }

  @Test
  void waysFromAStepBeginAtItsFirst() {
    twoSessions();
    assertThat(
            ask(Paths.Label.PAGES, "product_view", Paths.Direction.FROM, 2, Paths.Show.WAYS).rows())
        .containsExactly(
            row("product_view", "/sale", 1L, 0.5, 0L, 0.0, 10.0),
            row("product_view", "purchase", 1L, 0.5, 1L, 1.0, 60.0));
  }

  @Test
  void commonWaysAreCountedWithWhatTheyBring() {
    twoSessions();
    append(page("cat", "/", "2026-03-02T12:00:00"), page("dan", "/", "2026-03-02T12:00:00"));
    assertThat(ask(Paths.Label.TYPES, null, Paths.Direction.FROM, 3, Paths.Show.WAYS).rows())
        .containsExactly(
            row("page_view", null, null, 2L, 0.5, 0L, 0.0, 0.0),
            row("page_view", "product_view", "page_view", 1L, 0.25, 0L, 0.0, 30.0),
            row("page_view", "product_view", "purchase", 1L, 0.25, 1L, 1.0, 70.0));
  }

  @Test
  void sessionsAreThoseThatFitTheFilters() {
    append(
        page("ann", "/", "2026-03-02T10:00:00").set(Field.CHANNEL, "Email"),
        page("bob", "/", "2026-03-02T10:00:00").set(Field.CHANNEL, "Direct"),
        page("bob", "/", "2026-03-03T10:00:00").set(Field.CHANNEL, "Email"));
    Answer answer =
        ask(
            Paths.Label.TYPES,
            null,
            Paths.Direction.FROM,
            2,
            Paths.Show.WAYS,
            is(Dimension.CHANNEL, "Email"));
    assertThat(answer.value(0, "sessions")).isEqualTo(1L);
  }

  @Test
  void aTimelineTellsEverythingOfOneVisitorLatestFirst() {
    twoSessions();
    append(
        order("o1", EventType.REFUND, "2026-03-05T10:00:00")
            .set(Field.AMOUNT, new java.math.BigDecimal("4.00")),
        page("ann", "/", "2026-03-04T10:00:00").set(Field.CHANNEL, "Email"));
    Answer answer = store.answer(new Timeline("ann", days("2026-03-01", "2026-03-31"), 100));
    assertThat(answer.rows()).hasSize(6);
    assertThat(answer.value(0, "at")).isEqualTo(at("2026-03-04T10:00:00"));
    assertThat(answer.value(0, "session")).isEqualTo(2L);
    assertThat(answer.value(0, "channel")).isEqualTo("Email");
    assertThat(answer.value(1, "event_type")).isEqualTo("purchase");
    assertThat(answer.value(1, "session")).isEqualTo(1L);
    assertThat(answer.value(1, "revenue")).isEqualTo(Shop.money("6.00"));
    assertThat(answer.value(1, "cancelled")).isEqualTo(false);
    assertThat(answer.value(5, "page")).isEqualTo("/?utm=x");
    assertThat(store.answer(new Timeline("nobody", day("2026-03-02"), 100)).rows()).isEmpty();
    assertThat(store.answer(new Timeline("ann", day("2026-03-02"), 2)).meta().notes())
        .containsExactly(new Answer.Note("rows_left_out", 3));
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    refused(
        "a way has 2 to 10 steps, not 1",
        () -> ask(Paths.Label.TYPES, null, Paths.Direction.FROM, 1, Paths.Show.MOVES));
    refused(
        "ways to a step name the step in anchor",
        () -> ask(Paths.Label.TYPES, null, Paths.Direction.TO, 3, Paths.Show.MOVES));
    refused(
        "ways of sessions are not filtered by product",
        () ->
            ask(
                Paths.Label.TYPES,
                null,
                Paths.Direction.FROM,
                3,
                Paths.Show.MOVES,
                is(Dimension.PRODUCT, "p1")));
  }

  private static void refused(String message, Runnable question) {
    assertThatThrownBy(question::run).isInstanceOf(Problem.class).hasMessage(message);
  }
}
