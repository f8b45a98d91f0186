package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what two sets of rules say of the same payments. */
@Component
class Preview {

  private static final int EXAMPLES = 20;

  private final BackTest backTest;
  private final FraudRecords records;

  Preview(BackTest backTest, Records records) {
    this.backTest = backTest;
    this.records = records.fraud();
  }

  /**
   * What would be different.
   *
   * @param payments judged by both
   * @param changed of them with another level
   * @param levels how many payments go from each level to each, where there are any
   * @param examples those whose score changes most
   * @param now how the rules that hold agree with what people decided
   * @param then how the other rules do
   */
  @Schema(name = "FraudPreview")
  record Previewed(
      int days,
      long payments,
      long changed,
      List<Move> levels,
      List<Example> examples,
      Quality now,
      Quality then) {}

  /** Payments that go from one level to another. */
  @Schema(name = "FraudLevelMove")
  record Move(String now, String then, long payments) {}

  /** A payment with both scores. */
  @Schema(name = "FraudPreviewExample")
  record Example(
      String transactionId,
      Instant timestamp,
      @Nullable Double worth,
      double now,
      double then,
      String levelNow,
      String levelThen) {}

  Previewed of(Rules now, Rules then, int days) {
    List<BackTest.Both> all = backTest.compare(now, then, days);
    List<BackTest.Both> changed =
        all.stream().filter(both -> both.now().level() != both.then().level()).toList();
    Map<String, String> decided = records.decided();
    return new Previewed(
        days,
        all.size(),
        changed.size(),
        moves(all),
        changed.stream()
            .sorted(Comparator.comparingDouble(both -> -difference(both)))
            .limit(EXAMPLES)
            .map(Preview::example)
            .toList(),
        Quality.of(decided(all, decided, BackTest.Both::now), now),
        Quality.of(decided(all, decided, BackTest.Both::then), then));
  }

  private static double difference(BackTest.Both both) {
    return Math.abs(both.then().value() - both.now().value());
  }

  private static List<Quality.Decided> decided(
      List<BackTest.Both> all, Map<String, String> decided, Function<BackTest.Both, Score> score) {
    return all.stream()
        .filter(both -> decided.containsKey(both.payment().id()))
        .map(
            both ->
                new Quality.Decided(
                    score.apply(both).value(), "fraud".equals(decided.get(both.payment().id()))))
        .toList();
  }

  private static List<Move> moves(List<BackTest.Both> all) {
    List<Move> moves = new ArrayList<>();
    for (Level now : Level.values()) {
      for (Level then : Level.values()) {
        long count =
            all.stream()
                .filter(both -> both.now().level() == now && both.then().level() == then)
                .count();
        if (count > 0) {
          moves.add(new Move(Words.of(now), Words.of(then), count));
        }
      }
    }
    return moves;
  }

  private static Example example(BackTest.Both both) {
    return new Example(
        both.payment().id(),
        both.payment().at(),
        both.payment().worth(),
        both.now().value(),
        both.then().value(),
        Words.of(both.now().level()),
        Words.of(both.then().level()));
  }
}
