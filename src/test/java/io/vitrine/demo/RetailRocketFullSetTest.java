package io.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The full set has the real set's figures, whatever the seed. They are counted from the bytes that
 * are written, which go no further.
 */
class RetailRocketFullSetTest {

  private static final int TOP = 461_686;

  private static final long SEED = new Random().nextLong();
  private static final CountedEvents EVENTS = new CountedEvents();
  private static final CountedProperties PART_ONE = new CountedProperties();
  private static final CountedProperties PART_TWO = new CountedProperties();

  @BeforeAll
  static void writeTheSet() throws IOException {
    System.out.println("RetailRocketFullSetTest: seed " + SEED);
    Map<String, OutputStream> files =
        Map.of(
            "events.csv",
            EVENTS,
            "item_properties_part1.csv",
            PART_ONE,
            "item_properties_part2.csv",
            PART_TWO,
            "category_tree.csv",
            OutputStream.nullOutputStream());
    new RetailRocketSet(SEED, RetailRocketSet.FULL)
        .write(name -> Objects.requireNonNull(files.get(name)), part -> {});
  }

  @Test
  void rowsDuplicatesAndKindsAreThoseOfTheRealSet() {
    assertThat(EVENTS.rows).isEqualTo(2_756_101);
    assertThat(EVENTS.rows - EVENTS.distinct()).isEqualTo(460);
    assertThat(EVENTS.kept)
        .isEqualTo(Map.of("view", 2_664_218L, "addtocart", 68_966L, "transaction", 22_457L));
    assertThat(EVENTS.orders.cardinality()).isEqualTo(17_672);
  }

  @Test
  void visitorsProductsAndDatesAreThoseOfTheRealSet() {
    assertThat(EVENTS.visitors.cardinality()).isEqualTo(1_407_580);
    assertThat(EVENTS.viewsAndLines).hasSize(235_061);
    assertThat(EVENTS.visitorDates()).isEqualTo(1_649_534);
    assertThat(EVENTS.visitorsByDay().keySet().stream().map(CountedEvents::date).sorted())
        .containsExactlyElementsOf(
            LocalDate.of(2015, 5, 3).datesUntil(LocalDate.of(2015, 9, 19)).toList());
  }

  @Test
  void theBusiestDayWeekdayAndHoursAreThoseOfTheRealSet() {
    Map<Long, Integer> days = EVENTS.visitorsByDay();
    assertThat(days.remove(LocalDate.of(2015, 7, 26).toEpochDay())).isEqualTo(17_516);
    assertThat(days.values()).allMatch(visitors -> visitors < 17_516);
    assertThat(
            IntStream.range(0, 7)
                .boxed()
                .max(Comparator.comparingLong(day -> EVENTS.weekdays[day])))
        .hasValue(DayOfWeek.TUESDAY.getValue() - 1);
    int[] hours = EVENTS.hoursByRate();
    assertThat(hours[0]).isEqualTo(12);
    assertThat(hours[23]).isEqualTo(17);
  }

  @Test
  void theTopProductHasTheRealOnesViewsAndPurchasesAndNoOtherHasAsMany() {
    assertThat(EVENTS.viewsAndLines.get(TOP)).containsExactly(2_538, 133);
    assertThat(EVENTS.viewsAndLines.entrySet())
        .filteredOn(entry -> entry.getKey() != TOP)
        .allMatch(entry -> entry.getValue()[0] < 2_538 && entry.getValue()[1] < 133);
  }

  @Test
  void aHundredthOfTheProductsHasASixthOfTheViews() {
    long top =
        EVENTS.viewsAndLines.values().stream()
            .map(counts -> counts[0])
            .sorted(Comparator.reverseOrder())
            .limit(2_350)
            .mapToLong(views -> views)
            .sum();
    assertThat(top / 2_664_218.0).isBetween(0.16, 0.3);
  }

  @Test
  void aFewVisitorsComeOftenAndTheFileIsNotSorted() {
    List<Integer> days =
        EVENTS.daysByVisitor().values().stream().sorted(Comparator.reverseOrder()).toList();
    assertThat(days.getFirst()).isGreaterThan(60);
    assertThat(days.get(days.size() / 2)).isEqualTo(1);
    assertThat(EVENTS.outOfOrder).isGreaterThan(EVENTS.rows / 3);
  }

  @Test
  void propertiesItemsAndNotesAreThoseOfTheRealSet() {
    assertThat(PART_ONE.rows).isEqualTo(10_999_999);
    assertThat(PART_TWO.rows).isEqualTo(9_275_903);
    assertThat(both(PART_ONE.items, PART_TWO.items).cardinality()).isEqualTo(417_053);
    Set<String> names = new HashSet<>(PART_ONE.properties);
    names.addAll(PART_TWO.properties);
    assertThat(names).hasSize(1_104).contains("categoryid", "available", "790", "888");
    assertThat(PART_ONE.times)
        .hasSize(18)
        .contains("1431226800000", "1442113200000")
        .isEqualTo(PART_TWO.times);
  }

  @Test
  void mostThatIsBoughtHasAPriceAndSomeHasNot() {
    BitSet priced = both(PART_ONE.priced, PART_TWO.priced);
    long bought = lines(EVENTS.viewsAndLines.keySet().stream().mapToInt(item -> item).toArray());
    long withPrice = lines(priced.stream().toArray());
    assertThat(withPrice).isGreaterThan(bought * 9 / 10).isLessThan(bought);
  }

  private static long lines(int[] items) {
    return Arrays.stream(items)
        .mapToObj(item -> EVENTS.viewsAndLines.getOrDefault(item, new int[2]))
        .mapToLong(counts -> counts[1])
        .sum();
  }

  private static BitSet both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.or(other);
    return both;
  }
}
