package io.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.LogQuery.All;
import io.vitrine.model.LogQuery.Any;
import io.vitrine.model.LogQuery.Between;
import io.vitrine.model.LogQuery.Exactly;
import io.vitrine.model.LogQuery.Fuzzy;
import io.vitrine.model.LogQuery.Limit;
import io.vitrine.model.LogQuery.Network;
import io.vitrine.model.LogQuery.Not;
import io.vitrine.model.LogQuery.Pattern;
import io.vitrine.model.LogQuery.Present;
import io.vitrine.model.LogQuery.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogQueryTextTest {

  private static final Set<String> FIELDS = Set.of("metadata.region", "bytes");

  private static LogQueryText.Read read(String text) {
    return LogQueryText.read(text, FIELDS::contains, LogQueryTextTest::time);
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static Words word(String text) {
    return new Words(null, text, 0);
  }

  private static Words word(String field, String text) {
    return new Words(field, text, 0);
  }

  @Test
  void readsWhatIsMeantAsALanguage() {
    Map<String, LogQuery> cases = new LinkedHashMap<>();
    cases.put("", LogQuery.everything());
    cases.put("*:*", LogQuery.everything());
    cases.put("timeout", word("timeout"));
    cases.put("payment timeout", new All(List.of(word("payment"), word("timeout"))));
    cases.put("\"payment timeout\"", word("payment timeout"));
    cases.put("\"payment timeout\"~3", new Words(null, "payment timeout", 3));
    cases.put("a OR b AND c", new Any(List.of(word("a"), new All(List.of(word("b"), word("c"))))));
    cases.put("(a OR b) c", new All(List.of(new Any(List.of(word("a"), word("b"))), word("c"))));
    cases.put("NOT a", new Not(word("a")));
    cases.put("-a +b", new All(List.of(new Not(word("a")), word("b"))));
    cases.put("level:ERROR", word("level", "ERROR"));
    cases.put("level: ERROR", word("level", "ERROR"));
    cases.put("log_type:error", word("type", "error"));
    cases.put("service:=cart", new Exactly("service", List.of("cart")));
    cases.put("service:=\"the cart\"", new Exactly("service", List.of("the cart")));
    cases.put("status:>=500", new Between("status_code", new Limit(500.0, true), null));
    cases.put("status > 500", new Between("status_code", new Limit(500.0, false), null));
    cases.put("response_time:<2.5", new Between("response_time", null, new Limit(2.5, false)));
    cases.put(
        "status_code:[500 TO 600}",
        new Between("status_code", new Limit(500.0, true), new Limit(600.0, false)));
    cases.put("amount:[* TO 10]", new Between("amount", null, new Limit(10.0, true)));
    cases.put("ip:10.0.0.0/8", new Network("ip", "10.0.0.0", 8));
    cases.put("user_id:*", new Present("user_id"));
    cases.put("pay*", new Pattern(null, "pay*"));
    cases.put("endpoint:/api/*", new Pattern("endpoint", "/api/*"));
    cases.put("endpoint:/api/", word("endpoint", "/api/"));
    cases.put("endpoint:/api.*[0-9]/", new LogQuery.Expression("endpoint", "api.*[0-9]"));
    cases.put("timeuot~1", new Fuzzy(null, "timeuot", 1));
    cases.put(
        "level:(ERROR OR FATAL)", new Any(List.of(word("level", "ERROR"), word("level", "FATAL"))));
    cases.put("metadata.region:eu-west-3", word("metadata.region", "eu-west-3"));
    cases.put("bytes:>100", new Between("bytes", new Limit(100.0, false), null));
    cases.put(
        "timestamp:2026-03-01",
        new Between(
            "timestamp",
            new Limit(Instant.parse("2026-03-01T00:00:00Z"), true),
            new Limit(Instant.parse("2026-03-02T00:00:00Z"), false)));
    cases.forEach(
        (text, query) -> {
          assertThat(read(text).query()).as(text).isEqualTo(query);
          assertThat(read(text).notes()).as(text).isEmpty();
        });
  }

  @Test
  void readsPastedTextAsItStandsAndSaysSo() {
    for (String pasted :
        List.of(
            "https://shop.example/a?b=1",
            "10.0.0.0/8",
            "a:b:c",
            "OrderHandler.java:51",
            "[ERROR]",
            "{\"level\":\"info\"}",
            "C:\\temp\\log.txt")) {
      LogQueryText.Read read = read(pasted);
      assertThat(read.query()).as(pasted).isEqualTo(word(pasted));
      assertThat(read.notes())
          .as(pasted)
          .containsExactly(new LogQueryText.Note("read_as_text", 0, pasted.length(), pasted));
    }
    assertThat(read("\"unterminated").query()).isEqualTo(word("unterminated"));
    assertThat(read("\"unterminated").notes()).hasSize(1);
    assertThat(read("/api/checkout").query()).isEqualTo(word("/api/checkout"));
    assertThat(read("user_id=42").query())
        .as("it may be the field or the text")
        .isEqualTo(new Any(List.of(word("user_id", "42"), word("user_id=42"))));
    String trace = "java.lang.IllegalStateException: no\n\tat shop.A.b(A.java:3)";
    assertThat(read(trace).query()).isEqualTo(word(trace));
    assertThat(read(trace).notes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_time:>=fast",
        "ip:10.0.0.0/33",
        "timestamp:>=yesterday",
        "endpoint:/a(+/"
      })
  void pointsAtTheConditionThatCannotBeOne(String text) {
    assertThatThrownBy(() -> read("timeout " + text))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("log_query");
              assertThat(problem)
                  .hasMessageMatching(".* \\(characters \\d+ to " + (8 + text.length()) + "\\)");
            });
  }

  @Test
  void neverBreaksOnAnyText() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "(", ")", "[", "]", "{", "}", "\"", ":", "*", "?", "~", "/", "\\", "-", "+", "!", " ", "AND",
      "OR", "NOT", "level", "status", ">=", "<", "=", "TO", "a", "1", "é", "\u0000", "\ud83d", "ip",
      "http://", "\n", "||", "^2", "@"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(14); piece >= 0; piece--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        assertThat(read(text.toString()).query()).isNotNull();
      } catch (Problem told) {
        assertThat(told.code()).as("seed " + seed + ": " + text).isEqualTo("log_query");
      } catch (RuntimeException broken) {
        throw new AssertionError("seed " + seed + " broke at <" + text + ">", broken);
      }
    }
  }
}
