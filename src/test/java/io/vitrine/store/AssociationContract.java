package io.vitrine.store;

import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.model.Answer;
import io.vitrine.model.Association;
import io.vitrine.model.Association.Basket;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store finds what is bought or viewed together. */
public abstract class AssociationContract extends StoreFixture {

  private Answer pairs(Dimension by, Basket basket, @Nullable String with) {
    return store.answer(new Association(day("2026-03-28"), List.of(), by, basket, 2, with, 50));
  }

  private static Event.Draft bought(String order, String... products) {
    List<OrderLine> lines = Stream.of(products).map(product -> line(product, 1, "5.00")).toList();
    return order(order, EventType.PURCHASE, "2026-03-28T10:05:00").items(lines);
  }

  /** The cups of R. A. Fisher's lady tasting tea: 3 of 4 and 1 of 4, whose chance is 17 of 70. */
  private void teaTasting() {
    append(
        bought("o1", "milk", "tea"),
        bought("o2", "milk", "tea"),
        bought("o3", "milk", "tea", "tea"),
        bought("o4", "milk"),
        bought("o5", "tea"),
        bought("o6", "cup"),
        bought("o7", "cup"),
        bought("o8", "cup"),
        bought("o9", "milk", "tea"),
        order("o9", EventType.CANCELLATION, "2026-03-28T11:00:00"));
  }

  @Test
  void aPairHasItsFiguresAndFishersExactTest() {
    teaTasting();
    Answer answer = pairs(Dimension.PRODUCT, Basket.ORDER, null);
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.rows().getFirst().subList(0, 12))
        .isEqualTo(row("milk", null, "tea", null, 8L, 4L, 4L, 3L, 0.375, 0.75, 0.75, 1.5));
    near(answer, "p_value", 17.0 / 70);
    near(answer, "adjusted_p_value", 3 * 17.0 / 70);
    assertThat(answer.value(0, "tested")).isEqualTo(3L);
  }

  private static void near(Answer answer, String column, double expected) {
    assertThat((Double) Objects.requireNonNull(answer.value(0, column)))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void thePairsOfOneProductHaveItFirst() {
    teaTasting();
    Answer answer = pairs(Dimension.PRODUCT, Basket.ORDER, "tea");
    assertThat(answer.rows().getFirst().subList(0, 4)).isEqualTo(row("tea", null, "milk", null));
    near(answer, "adjusted_p_value", 2 * 17.0 / 70);
    assertThat(pairs(Dimension.PRODUCT, Basket.ORDER, "cup").rows()).isEmpty();
    assertThat(pairs(Dimension.PRODUCT, Basket.ORDER, "x' OR 1=1").rows()).isEmpty();
  }

  @Test
  void pairsBeyondChanceComeFirst() {
    for (int i = 0; i < 10; i++) {
      append(bought("pair" + i, "nut", "bolt"), bought("other" + i, "filler" + i, "sand"));
    }
    append(
        bought("a", "rare", "odd", "sand"),
        bought("b", "rare", "odd", "sand"),
        bought("c", "odd"),
        bought("d", "odd"),
        bought("e", "odd"),
        bought("f", "rare"),
        bought("g", "rare"));
    Answer answer = pairs(Dimension.PRODUCT, Basket.ORDER, null);
    assertThat(answer.rows().stream().map(row -> row.get(0) + " " + row.get(2)))
        .startsWith("bolt nut");
    List<Double> adjusted =
        answer.rows().stream().map(row -> (Double) Objects.requireNonNull(row.get(13))).toList();
    assertThat(adjusted.getFirst()).isLessThan(1e-5);
    assertThat(adjusted.subList(1, adjusted.size())).allMatch(chance -> chance > 0.05);
  }

  @Test
  void categoriesPairAsTheirProductsDo() {
    teaTasting();
    append(
        view("ann", "milk", "2026-03-28T10:00:00").set(Field.CATEGORY_ID, "Dairy"),
        view("ann", "tea", "2026-03-28T10:00:00").set(Field.CATEGORY_ID, "Leaves"));
    assertThat(pairs(Dimension.CATEGORY, Basket.ORDER, null).rows().getFirst().subList(0, 8))
        .isEqualTo(row("Dairy", null, "Leaves", null, 5L, 4L, 4L, 3L));
  }

  @Test
  void sessionsPairWhatWasViewedInThem() {
    append(
        view("ann", "milk", "2026-03-28T10:00:00"),
        view("ann", "tea", "2026-03-28T10:01:00"),
        view("bob", "tea", "2026-03-28T10:00:00"),
        view("bob", "milk", "2026-03-28T10:20:00"),
        view("cat", "milk", "2026-03-28T10:00:00"),
        view("cat", "tea", "2026-03-28T12:00:00"),
        view("robot", "tea", "2026-03-28T10:00:00").set(Field.BOT, true),
        view("robot", "milk", "2026-03-28T10:00:00").set(Field.BOT, true));
    assertThat(pairs(Dimension.PRODUCT, Basket.SESSION, null).rows().getFirst().subList(0, 8))
        .isEqualTo(row("milk", null, "tea", null, 4L, 3L, 3L, 2L));
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    assertThatThrownBy(() -> pairs(Dimension.CHANNEL, Basket.ORDER, null))
        .hasMessage("pairs are of product or category, not of channel");
    assertThatThrownBy(
            () ->
                new Association(
                    day("2026-03-28"), List.of(), Dimension.PRODUCT, Basket.ORDER, 1, null, 50))
        .hasMessage("minimum is at least 2, not 1");
  }
}
