package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQueryText;
import io.vitrine.model.Moment;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import io.vitrine.store.lucene.LuceneLogIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogMatcherTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final String[] WORDS = {
    "payment",
    "timeout",
    "PaymentDeclined",
    "ORD-2026-7",
    "/api/v1/cart",
    "ann@shop.example",
    "café",
    "10.1.2.3",
    "503",
    "x"
  };
  private static final String[] CONDITIONS = {
    "payment",
    "timeout",
    "declined",
    "ORD-2026-7",
    "api/v1",
    "ann@shop.example",
    "cafe",
    "pay*",
    "t?meout",
    "timeuot~",
    "\"payment timeout\"",
    "\"payment cafe\"~2",
    "level:ERROR",
    "service:cart",
    "service:=cart-api",
    "service:cart*",
    "status:>=500",
    "response_time:[10 TO 50}",
    "ip:10.0.0.0/8",
    "user_id:*",
    "extra.depth:2",
    "extra.name:deep",
    "timestamp:>2026-11-01T12:00:30Z",
    "level:(ERROR OR WARN)",
    "service:/c.*i/",
    "id-7"
  };

  @TempDir Path folder;

  @Test
  void theLiveTailFindsExactlyWhatTheSearchFinds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<LogText> logs = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      logs.add(new LogText(i, NOON.plusSeconds(random.nextInt(60)), values(i, random)));
    }
    try (LogIndex index = LuceneLogIndex.open(folder)) {
      index.add(new LogStretch(logs.size(), logs));
      index.commit();
      for (int i = 0; i < 400; i++) {
        String text = query(random);
        LogQuery query = LogQueryText.read(text, index.fields()::contains, Moment::of).query();
        LogMatcher matcher = new LogMatcher(query);
        List<Long> seen =
            logs.stream()
                .filter(log -> matcher.matches(log.timestamp(), log.values()))
                .map(LogText::sequence)
                .toList();
        assertThat(
                index
                    .search(LogSearch.hits(query, LogSearch.Order.NEWEST, 1_000, null))
                    .hits()
                    .stream()
                    .map(LogFound.Hit::sequence))
            .as("seed " + seed + ": " + text)
            .containsExactlyInAnyOrderElementsOf(seen);
      }
    }
  }

  private static Map<String, List<Object>> values(int number, Random random) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    values.put("id", List.of("id-" + number));
    StringBuilder message = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      message.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    values.put("message", List.of(message.toString()));
    values.put("level", List.of(random.nextBoolean() ? "ERROR" : "WARN"));
    values.put("service", List.of(random.nextBoolean() ? "cart-api" : "search"));
    if (random.nextBoolean()) {
      values.put("status_code", List.of(random.nextBoolean() ? 503L : 200L));
      values.put("response_time", List.of((double) random.nextInt(80)));
      values.put("ip", List.of(random.nextBoolean() ? "10.9.8.7" : "192.168.0.1"));
    }
    if (random.nextInt(3) == 0) {
      values.put("user_id", List.of("u" + random.nextInt(3)));
      values.put("extra.depth", List.of((long) random.nextInt(4)));
      values.put("extra.name", List.of(random.nextBoolean() ? "deep sea" : "shore"));
    }
    return values;
  }

  private static String query(Random random) {
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      query
          .append(random.nextInt(4) == 0 ? "-" : "")
          .append(CONDITIONS[random.nextInt(CONDITIONS.length)]);
      query.append(i > 0 && random.nextInt(3) == 0 ? " OR " : " ");
    }
    return query.toString().strip();
  }
}
