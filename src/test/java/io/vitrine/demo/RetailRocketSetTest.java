package io.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetailRocketSetTest {

  private static final long EVENTS = 30_000;

  @TempDir private Path folder = Path.of("");

  private RetailRocketSet.Written write(long seed) throws IOException {
    return new RetailRocketSet(seed, EVENTS).write(folder, part -> {});
  }

  private List<String[]> rows(String file, String header) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    assertThat(lines.getFirst()).isEqualTo(header);
    return lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private List<String[]> events() throws IOException {
    return rows("events.csv", "timestamp,visitorid,event,itemid,transactionid");
  }

  private List<String[]> properties() throws IOException {
    String header = "timestamp,itemid,property,value";
    List<String[]> all = new ArrayList<>(rows("item_properties_part1.csv", header));
    all.addAll(rows("item_properties_part2.csv", header));
    return all;
  }

  @Test
  void theSameSeedWritesTheSameFilesAndAnotherSeedOthers() throws IOException {
    write(5);
    String first = Files.readString(folder.resolve("events.csv"));
    write(5);
    assertThat(Files.readString(folder.resolve("events.csv"))).isEqualTo(first);
    write(6);
    assertThat(Files.readString(folder.resolve("events.csv"))).isNotEqualTo(first);
  }

  @Test
  void eventsHaveTheNumberKindsAndTimesOfTheRealSet() throws IOException {
    RetailRocketSet.Written written = write(5);
    List<String[]> events = events();
    assertThat(events).hasSize((int) EVENTS);
    assertThat(written.events()).isEqualTo(EVENTS);
    assertThat(part(events, "view")).isBetween(0.95, 0.98);
    assertThat(part(events, "addtocart")).isBetween(0.015, 0.035);
    assertThat(part(events, "transaction")).isBetween(0.005, 0.014);
    assertThat(events).allSatisfy(RetailRocketSetTest::inPeriod);
    assertThat(events).allMatch(event -> event[4].isEmpty() != event[2].equals("transaction"));
  }

  private static double part(List<String[]> events, String kind) {
    return events.stream().filter(event -> event[2].equals(kind)).count() / (double) events.size();
  }

  private static void inPeriod(String[] event) {
    assertThat(Instant.ofEpochMilli(Long.parseLong(event[0])))
        .isBetween("2015-05-03T00:00:00Z", "2015-09-19T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10, 61, 100, 1_000, 7_919})
  void aSmallSetIsWholeToo(long events) throws IOException {
    RetailRocketSet.Written written = new RetailRocketSet(3, events).write(folder, part -> {});
    List<String[]> rows = events();
    assertThat(rows).hasSize((int) events);
    assertThat(rows.stream().map(row -> String.join(",", row)).distinct())
        .hasSize((int) (events - written.duplicates()));
    assertThat(properties()).hasSize((int) written.properties());
    assertThat(rows("category_tree.csv", "categoryid,parentid")).hasSize(1_669);
  }

  /** Everything bought is viewed, then put into the cart, then bought, by the same visitor. */
  @Test
  void purchasesFollowACartAndACartFollowsAView() throws IOException {
    write(5);
    Map<String, List<String>> kinds =
        events().stream()
            .sorted(Comparator.comparingLong(event -> Long.parseLong(event[0])))
            .collect(
                Collectors.groupingBy(
                    event -> event[1] + " " + event[3],
                    Collectors.mapping(event -> event[2], Collectors.toList())));
    assertThat(kinds.values()).allMatch(path -> path.getFirst().equals("view"));
    assertThat(kinds.values())
        .filteredOn(path -> path.contains("transaction"))
        .isNotEmpty()
        .allMatch(path -> path.indexOf("addtocart") > 0)
        .allMatch(path -> path.indexOf("addtocart") < path.indexOf("transaction"));
  }

  @Test
  void someRowsStandThereTwice() throws IOException {
    long duplicates = write(5).duplicates();
    Set<String> distinct = new HashSet<>(Files.readAllLines(folder.resolve("events.csv")));
    assertThat(duplicates).isPositive();
    assertThat(EVENTS - (distinct.size() - 1)).isEqualTo(duplicates);
  }

  @Test
  void aFewVisitorsAndItemsHaveMuch() throws IOException {
    write(5);
    assertThat(shareOfTop(events(), 3)).isGreaterThan(0.08);
    assertThat(shareOfTop(events(), 1)).isBetween(0.02, 0.2);
    double perVisitor =
        EVENTS / (double) events().stream().map(event -> event[1]).distinct().count();
    assertThat(perVisitor).isBetween(1.6, 2.4);
  }

  /** Share of the hundredth of the values of a column that occur most. */
  private static double shareOfTop(List<String[]> rows, int column) {
    Map<String, Long> counts =
        rows.stream()
            .map(row -> row[column])
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Long> most = counts.values().stream().sorted(Comparator.reverseOrder()).toList();
    long top = most.stream().limit(Math.max(1, most.size() / 100)).mapToLong(count -> count).sum();
    return top / (double) rows.size();
  }

  @Test
  void itemsHavePricesThatChangeCategoriesOfTheTreeAndHashedWords() throws IOException {
    write(5);
    Set<String> categories =
        rows("category_tree.csv", "categoryid,parentid").stream()
            .map(row -> row[0])
            .collect(Collectors.toSet());
    List<String[]> properties = properties();
    assertThat(properties)
        .allMatch(row -> row[3].matches("(n?\\d+(\\.\\d{3})?)( n?\\d+(\\.\\d{3})?)*"));
    assertThat(values(properties, "790")).allMatch(value -> value.matches("n\\d+\\.\\d{3}"));
    assertThat(categories).containsAll(values(properties, "categoryid"));
    assertThat(values(properties, "available")).containsOnly("0", "1");
    assertThat(properties.size() / (double) EVENTS).isBetween(6.0, 9.0);
    assertThat(mostPricesOfAnItem(properties)).isGreaterThan(3);
  }

  private static Set<String> values(List<String[]> properties, String name) {
    return properties.stream()
        .filter(row -> row[2].equals(name))
        .map(row -> row[3])
        .collect(Collectors.toSet());
  }

  private static long mostPricesOfAnItem(List<String[]> properties) {
    return properties.stream()
        .filter(row -> row[2].equals("790"))
        .collect(Collectors.groupingBy(row -> row[1], Collectors.counting()))
        .values()
        .stream()
        .mapToLong(count -> count)
        .max()
        .orElse(0);
  }
}
