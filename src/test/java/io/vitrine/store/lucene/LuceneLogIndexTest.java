package io.vitrine.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogIndexContract;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
}
