package io.vitrine.store;

import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.PriceBands;
import io.vitrine.model.Problem;
import io.vitrine.model.Products;
import io.vitrine.model.Sort;
import io.vitrine.model.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How every event store tells what became of products. */
public abstract class ProductsContract extends StoreFixture {

  private static final Sort BY_REVENUE = new Sort("revenue", true);

  private Answer ask(Products.Group group, String search) {
    return store.answer(
        new Products(
            day("2026-03-28"), List.of(), Comparison.NONE, group, search, BY_REVENUE, 0, 50));
  }

  private List<Object> products(Products.Group group, String search) {
    Answer answer = ask(group, search);
    return answer.rows().stream().map(row -> Objects.requireNonNull(row.getFirst())).toList();
  }

  private void someShop() {
    append(
        view("ann", "mug", "2026-03-28T10:00:00")
            .set(Field.PRODUCT_NAME, "Blue mug")
            .set(Field.CATEGORY_ID, "Kitchen/Mugs"),
        view("ann", "mug", "2026-03-28T10:01:00"),
        view("bob", "mug", "2026-03-28T10:02:00"),
        did("bob", EventType.ADD_TO_CART, "2026-03-28T10:03:00").set(Field.PRODUCT_ID, "mug"),
        view("bob", "rug", "2026-03-28T10:04:00"),
        view("robot", "mug", "2026-03-28T10:04:00").set(Field.BOT, true),
        order("o1", EventType.PURCHASE, "2026-03-28T10:05:00")
            .set(Field.VISITOR_ID, "bob")
            .items(List.of(line("mug", 3, "4.00"), line("cup", 1, "9.00"))),
        order("o1", EventType.REFUND, "2026-03-30T10:05:00").items(List.of(line("mug", 1, "4.00"))),
        order("o2", EventType.PURCHASE, "2026-03-28T10:06:00")
            .items(List.of(line("rug", 1, "90.00"))),
        order("o2", EventType.CANCELLATION, "2026-03-28T10:07:00"));
  }

  @Test
  void eachProductHasItsFigures() {
    someShop();
    Answer answer = ask(Products.Group.ALL, "");
    assertThat(answer.columns())
        .extracting(Answer.Column::name)
        .startsWith("product", "product_name", "category", "views", "viewers", "add_to_carts")
        .endsWith("conversion_low", "conversion_high", "shop_conversion", "adjusted_p_value");
    assertThat(answer.rows().stream().map(row -> row.subList(0, 13)))
        .containsExactly(
            row(
                "cup",
                null,
                null,
                0L,
                0L,
                0L,
                1L,
                1L,
                money("9.00"),
                money("0.00"),
                money("9.00"),
                0L,
                null),
            row(
                "mug",
                "Blue mug",
                "Kitchen/Mugs",
                3L,
                2L,
                1L,
                1L,
                3L,
                money("8.00"),
                money("4.00"),
                money("4.00"),
                1L,
                0.5),
            row(
                "rug",
                null,
                null,
                1L,
                1L,
                0L,
                0L,
                0L,
                money("0.00"),
                money("0.00"),
                null,
                0L,
                0.0));
    assertThat(answer.value(1, "shop_conversion")).isEqualTo(1.0 / 3);
    assertThat(answer.meta().total()).isEqualTo(3);
    assertThat(answer.meta().notes()).isEmpty();
  }

  @Test
  void groupsAndSearchChooseProducts() {
    someShop();
    assertThat(products(Products.Group.SOLD, "")).containsExactly("cup", "mug");
    assertThat(products(Products.Group.NOT_SOLD, "")).containsExactly("rug");
    assertThat(products(Products.Group.NOT_CARTED, "")).containsExactly("rug");
    assertThat(products(Products.Group.UNDER_PERFORMING, "")).isEmpty();
    assertThat(products(Products.Group.ALL, " BLUE ")).containsExactly("mug");
    assertThat(products(Products.Group.ALL, "ug")).containsExactly("mug", "rug");
    assertThat(products(Products.Group.ALL, "%")).isEmpty();
  }

  @Test
  void pagesAreCutInTheOrderThatIsAskedFor() {
    someShop();
    Answer page =
        store.answer(
            new Products(
                day("2026-03-28"),
                List.of(),
                Comparison.PREVIOUS_PERIOD,
                Products.Group.ALL,
                "",
                new Sort("views", true),
                1,
                1));
    assertThat(page.rows()).hasSize(1);
    assertThat(page.value(0, "product")).isEqualTo("rug");
    assertThat(page.value(0, "revenue_previous")).isEqualTo(money("0.00"));
    assertThat(page.value(0, "conversion_previous")).isNull();
    assertThat(page.meta().total()).isEqualTo(3);
  }

  @Test
  void filtersHoldForViewsAndSalesAlike() {
    append(
        view("ann", "mug", "2026-03-28T10:00:00").set(Field.CHANNEL, "email"),
        view("bob", "mug", "2026-03-28T10:00:00").set(Field.CHANNEL, "search"),
        order("o1", EventType.PURCHASE, "2026-03-28T10:05:00")
            .set(Field.VISITOR_ID, "bob")
            .items(List.of(line("mug", 1, "4.00"))));
    Answer answer =
        store.answer(
            new Products(
                day("2026-03-28"),
                List.of(is(Dimension.CHANNEL, "email")),
                Comparison.NONE,
                Products.Group.ALL,
                "",
                BY_REVENUE,
                0,
                50));
    assertThat(answer.rows().getFirst().subList(3, 7)).isEqualTo(row(1L, 1L, 0L, 0L));
  }

  /** Intervals from table I of R. G. Newcombe, Statistics in Medicine 17 (1998), method 3. */
  @Test
  void intervalsAreThosePublished() {
    List<Event.Draft> events = new ArrayList<>(viewers("none", 20));
    events.addAll(viewers("one", 29));
    events.add(bought("o1", "one-1", "one"));
    append(events.toArray(Event.Draft[]::new));
    Answer answer = ask(Products.Group.ALL, "");
    assertThat(answer.value(0, "product")).isEqualTo("one");
    near(answer, 0, "conversion_low", 0.0061);
    near(answer, 0, "conversion_high", 0.1718);
    near(answer, 1, "conversion_low", 0.0);
    near(answer, 1, "conversion_high", 0.1611);
  }

  private static void near(Answer answer, int row, String column, double expected) {
    assertThat((Double) Objects.requireNonNull(answer.value(row, column)))
        .isCloseTo(expected, within(0.00005));
  }

  @Test
  void aProductUnderPerformsWhenChanceHardlyExplainsIt() {
    List<Event.Draft> events = new ArrayList<>(viewers("bad", 20));
    events.addAll(viewers("good", 40));
    for (int i = 1; i <= 40; i++) {
      events.add(bought("o" + i, "good-" + i, "good"));
    }
    append(events.toArray(Event.Draft[]::new));
    Answer answer = ask(Products.Group.UNDER_PERFORMING, "");
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.value(0, "product")).isEqualTo("bad");
    // Two of three viewers buy; that none of twenty does has the chance of 1/3 to the 20th, of two.
    assertThat((Double) Objects.requireNonNull(answer.value(0, "adjusted_p_value")))
        .isCloseTo(2 * Math.pow(1.0 / 3, 20), within(1e-15));
  }

  private static List<Event.Draft> viewers(String product, int count) {
    List<Event.Draft> views = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      views.add(view(product + "-" + i, product, "2026-03-28T10:00:00"));
    }
    return views;
  }

  private static Event.Draft bought(String order, String visitor, String product) {
    return order(order, EventType.PURCHASE, "2026-03-28T10:05:00")
        .set(Field.VISITOR_ID, visitor)
        .items(List.of(line(product, 1, "5.00")));
  }

  @Test
  void bandsOfPricesEndAtOneTwoAndFive() {
    append(
        bought("o1", "ann", "a"),
        order("o2", EventType.PURCHASE, "2026-03-28T10:05:00")
            .items(List.of(line("b", 1, "4.99"), line("c", 2, "10.00"), line("d", 1, "1000.00"))),
        order("o3", EventType.PURCHASE, "2026-03-28T10:05:00")
            .items(List.of(line("e", 1, "0.50"), line("f", 1, null))));
    Answer answer = store.answer(new PriceBands(day("2026-03-28"), List.of(), Comparison.NONE));
    assertThat(
            answer.rows().stream()
                .map(
                    row ->
                        List.of(
                            Objects.requireNonNull(row.get(0)), Objects.requireNonNull(row.get(1)),
                            Objects.requireNonNull(row.get(2)),
                                Objects.requireNonNull(row.get(8)))))
        .containsExactly(
            List.of(money("0.50"), money("1.00"), 1L, money("0.50")),
            List.of(money("2.00"), money("5.00"), 1L, money("4.99")),
            List.of(money("5.00"), money("10.00"), 1L, money("5.00")),
            List.of(money("10.00"), money("20.00"), 1L, money("20.00")),
            List.of(money("1000.00"), money("2000.00"), 1L, money("1000.00")));
    assertThat(answer.meta().notes()).containsExactly(new Answer.Note("lines_without_amount", 1));
  }

  @Test
  void whatCannotBeCountedIsRefusedByName() {
    TimeRange minutes =
        new TimeRange(Shop.at("2026-03-28T10:00:30"), Shop.at("2026-03-28T10:10:00"));
    refused(
        "products are counted over whole days or whole hours",
        new Products(
            minutes, List.of(), Comparison.NONE, Products.Group.ALL, "", BY_REVENUE, 0, 5));
    refused(
        "products are not filtered by level",
        new Products(
            day("2026-03-28"),
            List.of(new Filter(Dimension.LEVEL, Filter.Op.IS, List.of("INFO"))),
            Comparison.NONE,
            Products.Group.ALL,
            "",
            BY_REVENUE,
            0,
            5));
    assertThatThrownBy(
            () ->
                store.answer(
                    new Products(
                        day("2026-03-28"),
                        List.of(),
                        Comparison.NONE,
                        Products.Group.ALL,
                        "",
                        new Sort("1; DROP TABLE events", true),
                        0,
                        5)))
        .hasMessageStartingWith("products are not sorted by 1; DROP TABLE events");
  }

  private void refused(String message, Products question) {
    assertThatThrownBy(() -> store.answer(question))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.category()).isEqualTo(Problem.Category.CALLER))
        .hasMessage(message);
  }
}
