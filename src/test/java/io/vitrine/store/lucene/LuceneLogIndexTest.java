package io.vitrine.store.lucene;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogIndexContract;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import io.vitrine.store.ValueCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LuceneLogIndexTest extends LogIndexContract {

  @TempDir Path folder;

  @Override
  protected LogIndex open() {
    return LuceneLogIndex.open(folder);
  }

  private static void flip(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 0x10;
    Files.write(file, content);
  }

  private static void cut(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(content, content.length / 2));
  }

  interface Damage {
    void to(Path file) throws IOException;
  }

  static Stream<Arguments> damages() {
    Damage flipped = LuceneLogIndexTest::flip;
    Damage truncated = LuceneLogIndexTest::cut;
    Damage deleted = Files::delete;
    return Stream.of(".cfs", ".cfe", ".si", "segments_")
        .flatMap(
            part ->
                Stream.of(
                    Arguments.of(part, "a flipped bit", flipped),
                    Arguments.of(part, "half a file", truncated),
                    Arguments.of(part, "a deleted file", deleted)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("damages")
  void noDamageIsEverSearched(String part, String name, Damage damage) throws IOException {
    for (int i = 1; i <= 200; i++) {
      add(log(i, i, "before the damage number " + i));
    }
    index.commit();
    index.close();
    try (Stream<Path> files = Files.list(folder)) {
      damage.to(files.filter(file -> file.toString().contains(part)).sorted().toList().getLast());
    }

    index = open();

    assertThat(index.committedSequence()).isZero();
    add(log(1, 0, "built anew"));
    index.commit();
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void whatIsRemovedLeavesTheFiles() throws IOException {
    for (int i = 1; i <= 50; i++) {
      add(log(i, i, i == 7 ? "of marguerite alone" : "of somebody"));
    }
    index.commit();
    index.search(LogSearch.hits(read("somebody"), LogSearch.Order.NEWEST, 5, null));
    assertThat(files()).contains("marguerite");
    index.remove(new LogQuery.Exactly("id", List.of("log-7")));
    assertThat(index.size()).isEqualTo(49);
    assertThat(files()).doesNotContain("marguerite");
    assertThat(index.committedSequence()).isEqualTo(50);
  }

  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(file.getFileName()).append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void buildsADamagedIndexAnew() throws IOException {
    add(log(1, 0, "before the damage"));
    index.commit();
    index.close();
    try (Stream<Path> files = Files.list(folder)) {
      Path commit =
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).findAny().get();
      Files.write(commit, new byte[] {1, 2, 3});
    }

    index = open();

    assertThat(index.isRebuilt()).isTrue();
    assertThat(index.committedSequence()).isZero();
    assertThat(index.size()).isZero();
  }

  @Test
  void aSearchThatTakesTooLongIsGivenUpAlsoWhileItReadsWords() {
    try (LogIndex index = LuceneLogIndex.open(folder.resolve("slow"), Duration.ZERO)) {
      Map<String, List<Object>> values = Map.of("message", List.of("payment declined"));
      Instant noon = Instant.parse("2026-11-01T12:00:00Z");
      index.add(new LogStretch(1, List.of(new LogText(1, noon, values))));
      index.commit();
      for (LogQuery query :
          List.of(
              new LogQuery.Words(null, "payment", 0),
              new LogQuery.Pattern(null, "*clin*"),
              new LogQuery.Pattern("message", "*clin*"),
              new LogQuery.Expression("message", ".*clin.*"),
              new LogQuery.Fuzzy(null, "paymnet", 2))) {
        assertThatThrownBy(
                () -> index.search(LogSearch.hits(query, LogSearch.Order.NEWEST, 10, null)))
            .as(query.toString())
            .isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.code()).isEqualTo("search_too_long"));
      }
    }
  }

  @Test
  void manyPatternsInARowAreRefusedBeforeTheyAreLookedUp() {
    Instant noon = Instant.parse("2026-11-01T12:00:00Z");
    Map<String, List<Object>> values = Map.of("message", List.of("aa ab ac ad"));
    index.add(new LogStretch(1, List.of(new LogText(1, noon, values))));
    index.commit();
    assertThat(index.search(patterns(3)).total()).isOne();
    assertThat(index.search(patterns(16)).total()).isZero();
    assertThatThrownBy(() -> index.search(patterns(17)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("query_too_complex"));
  }

  private static LogSearch patterns(int count) {
    LogQuery query = new LogQuery.Pattern("message", "a* ".repeat(count).strip());
    return LogSearch.hits(query, LogSearch.Order.NEWEST, 10, null);
  }

  private static final int MANY = 4_000;
  private static final Instant MANY_FROM = Instant.parse("2026-11-01T12:00:00Z");

  private static Map<String, List<Object>> oneOfMany(int number) {
    Map<String, List<Object>> values = new HashMap<>();
    values.put("level", List.of(number % 50 == 0 ? "ERROR" : "INFO"));
    values.put("service", List.of(List.of("cart", "search", "payments").get(number % 3)));
    if (number % 40 == 0) {
      values.put("country", List.of(number % 80 == 0 ? "DE" : "FR"));
    }
    return values;
  }

  /** Seven and 4,000 have no common divisor: every second once, in no order. */
  private static Instant timeOf(int number) {
    return MANY_FROM.plusSeconds(number * 7L % MANY);
  }

  private void addMany() {
    List<LogText> logs =
        IntStream.range(0, MANY)
            .mapToObj(number -> new LogText(number + 1, timeOf(number), oneOfMany(number)))
            .toList();
    index.add(new LogStretch(MANY - 100, logs.subList(0, MANY - 100)));
    index.commit();
    index.add(new LogStretch(MANY, logs.subList(MANY - 100, MANY)));
    index.commit();
  }

  static Stream<Arguments> searchesOfMany() {
    IntPredicate cart = number -> number % 3 == 0;
    IntPredicate search = number -> number % 3 == 1;
    IntPredicate error = number -> number % 50 == 0;
    return Stream.of(
        Arguments.of("", (IntPredicate) number -> true),
        Arguments.of("level:ERROR", error),
        Arguments.of("level:INFO", error.negate()),
        Arguments.of("service:cart", cart),
        Arguments.of("service:cart OR service:search", cart.or(search)),
        Arguments.of("service:cart AND NOT level:ERROR", cart.and(error.negate())),
        Arguments.of(
            "timestamp:>=2026-11-01T12:10:00Z AND timestamp:<2026-11-01T12:50:00Z",
            (IntPredicate) number -> number * 7 % MANY >= 600 && number * 7 % MANY < 3_000),
        Arguments.of(
            "timestamp:>=2026-11-01T12:10:00Z AND timestamp:<2026-11-01T12:10:30Z",
            (IntPredicate) number -> number * 7 % MANY >= 600 && number * 7 % MANY < 630));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searchesOfMany")
  void fewAndManyHitsAreCountedAsByHand(String text, IntPredicate isHit) {
    addMany();
    Instant late = MANY_FROM.plusSeconds(MANY / 2);
    for (LogSearch.Histogram asked :
        List.of(
            new LogSearch.Histogram(null, null, 60, Duration.ZERO),
            new LogSearch.Histogram(late, late.plusSeconds(MANY / 4), 10, Duration.ZERO))) {
      LogFound found =
          index.search(
              new LogSearch(
                  read(text),
                  LogSearch.Order.NEWEST,
                  1,
                  null,
                  0,
                  List.of("level", "service", "country", "host"),
                  10,
                  asked));
      int[] hits = IntStream.range(0, MANY).filter(isHit).toArray();
      assertThat(found.total()).isEqualTo(hits.length);
      for (String field : List.of("level", "service", "country", "host")) {
        assertThat(found.facets().get(field))
            .as(field)
            .containsExactlyInAnyOrderElementsOf(byHand(hits, field));
      }
      LogFound.Histogram times = Objects.requireNonNull(found.histogram());
      assertThat(times.counts()).isEqualTo(byHand(hits, times));
    }
  }

  private static List<ValueCount> byHand(int[] hits, String field) {
    Map<String, Long> counts =
        Arrays.stream(hits)
            .mapToObj(hit -> oneOfMany(hit).get(field))
            .filter(Objects::nonNull)
            .collect(groupingBy(values -> values.getFirst().toString(), counting()));
    return counts.entrySet().stream()
        .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Long> byHand(int[] hits, LogFound.Histogram times) {
    Long[] counts = new Long[times.counts().size()];
    Arrays.fill(counts, 0L);
    for (int hit : hits) {
      long bucket =
          Math.floorDiv(
              Duration.between(times.start(), timeOf(hit)).toMillis(), times.width().toMillis());
      if (bucket >= 0 && bucket < counts.length) {
        counts[(int) bucket]++;
      }
    }
    return List.of(counts);
  }

  @Test
  void theGreatestStandFirstAmongMany() {
    List<LogText> logs =
        IntStream.range(0, MANY)
            .mapToObj(
                number ->
                    new LogText(
                        number + 1,
                        timeOf(number),
                        number % 4 == 0
                            ? Map.of("service", List.of("cart"))
                            : Map.of(
                                "service",
                                List.of("cart"),
                                "response_time",
                                List.of(number * 13 % MANY / 8.0))))
            .toList();
    index.add(new LogStretch(MANY, logs));
    index.commit();
    LogFound found =
        index.search(LogSearch.hits(read("service:cart"), LogSearch.Order.RESPONSE_TIME, 20, null));
    assertThat(found.total()).isEqualTo(MANY);
    assertThat(found.hits().stream().map(LogFound.Hit::sequence))
        .containsExactlyElementsOf(
            IntStream.range(0, MANY)
                .filter(number -> number % 4 != 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer number) -> -(number * 13 % MANY)))
                .limit(20)
                .map(number -> number + 1L)
                .toList());
  }
}
