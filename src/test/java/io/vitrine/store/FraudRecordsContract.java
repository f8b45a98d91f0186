package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.store.FraudRecord.Parties;
import io.vitrine.store.FraudRecords.DayCount;
import io.vitrine.store.FraudRecords.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of scores and cases does. */
public abstract class FraudRecordsContract {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  /** Records without any score. */
  protected abstract FraudRecords fraud();

  private static FraudRecord score(String id, int minute, double score, String card) {
    return new FraudRecord(
        id,
        NOW.plus(Duration.ofMinutes(minute)),
        DAY,
        score,
        score >= 75 ? "high" : score >= 25 ? "low" : "minimal",
        10.0,
        new Parties("u-" + id, card, null, null, null, null),
        "high_amount",
        score >= 25 ? "{}" : null,
        score >= 75 ? "open" : "none",
        null,
        null,
        null,
        null,
        null);
  }

  private static FraudRecord decided(FraudRecord score, String decision) {
    return new FraudRecord(
        score.id(),
        score.at(),
        score.day(),
        score.score(),
        score.level(),
        score.worth(),
        score.parties(),
        score.indicators(),
        score.content(),
        "decided",
        "zoe",
        decision,
        NOW.plus(Duration.ofHours(1)),
        "zoe",
        "called the customer");
  }

  private static Selection all(String state, double least, String text) {
    return new Selection(NOW, NOW.plus(Duration.ofDays(1)), state, least, text, true);
  }

  private List<String> ids(Selection selection) {
    return fraud().list(selection, 10, 0).stream().map(FraudRecord::id).toList();
  }

  private void keep(@Nullable Long until, FraudRecord... scores) {
    fraud().keep(List.of(scores), until);
  }

  @Test
  void scoresAreListedByWhatIsAsked() {
    keep(7L, score("a", 1, 80, "c1"), score("b", 2, 30, "c2"), score("c", 3, 95, "c1"));
    assertThat(fraud().judgedUntil()).isEqualTo(7);
    assertThat(ids(all("", 0, ""))).containsExactly("c", "a", "b");
    assertThat(ids(new Selection(NOW, NOW.plusSeconds(150), "", 0, "", false)))
        .containsExactly("b", "a");
    assertThat(ids(all("open", 90, ""))).containsExactly("c");
    assertThat(ids(all("due", 0, "u-a"))).containsExactly("a");
    assertThat(fraud().count(all("", 50, ""))).isEqualTo(2);
    assertThat(fraud().list(all("", 0, ""), 1, 1)).extracting(FraudRecord::id).containsExactly("a");
    assertThat(fraud().days(NOW, NOW.plus(Duration.ofDays(1))))
        .containsExactlyInAnyOrder(
            new DayCount(DAY, "high", 2, 20), new DayCount(DAY, "low", 1, 10));
  }

  @Test
  void paymentsWithAPartyInCommonAreLinked() {
    FraudRecord one = score("a", 1, 80, "c1");
    keep(null, one, score("b", 2, 30, "c2"), score("c", 3, 95, "c1"));
    assertThat(fraud().judgedUntil()).isZero();
    assertThat(fraud().linked(one, 10)).extracting(FraudRecord::id).containsExactly("c");
  }

  @Test
  void aNewScoreLeavesTheDecision() {
    FraudRecord one = score("a", 1, 80, "c1");
    keep(1L, one);
    FraudEntryRecord entry = new FraudEntryRecord("card", "c1", true, "a", NOW, "zoe");
    fraud().decide(decided(one, "fraud"), List.of(entry));
    assertThat(fraud().decided()).isEqualTo(Map.of("a", "fraud"));
    assertThat(fraud().entries()).containsExactly(entry);
    keep(2L, score("a", 1, 85, "c1"));
    FraudRecord kept = fraud().get("a").orElseThrow();
    assertThat(kept.score()).isEqualTo(85);
    assertThat(kept.decision()).isEqualTo("fraud");
    assertThat(kept.state()).isEqualTo("decided");
    fraud().decide(decided(one, "legit"), List.of());
    assertThat(fraud().entries()).isEmpty();
    assertThat(fraud().decided()).isEqualTo(Map.of("a", "legit"));
  }

  @Test
  void anEntryIsTakenOffItsList() {
    FraudRecord one = score("a", 1, 80, "c1");
    keep(1L, one);
    fraud()
        .decide(
            decided(one, "fraud"),
            List.of(
                new FraudEntryRecord("card", "c1", true, "a", NOW, "zoe"),
                new FraudEntryRecord("user", "u-a", true, "a", NOW, "zoe")));
    fraud().removeEntry("card", "c1");
    assertThat(fraud().entries()).extracting(FraudEntryRecord::link).containsExactly("user");
  }

  @Test
  void onlyHarmlessScoresWithoutADecisionAreForgotten() {
    FraudRecord quiet = score("quiet", 1, 3, "c1");
    FraudRecord judged = score("judged", 1, 4, "c2");
    keep(1L, quiet, judged, score("loud", 1, 90, "c3"), score("later", 60, 5, "c4"));
    fraud().decide(decided(judged, "legit"), List.of());
    fraud().forget(NOW.plus(Duration.ofMinutes(30)));
    assertThat(ids(all("", 0, ""))).containsExactlyInAnyOrder("loud", "later", "judged");
  }

  @Test
  void aFormOfTheRulesIsThereOnce() {
    FraudRulesRecord first = new FraudRulesRecord(1, "{}", NOW, "zoe", null);
    FraudRulesRecord second = new FraudRulesRecord(2, "{\"a\":1}", NOW, "max", "stricter");
    assertThat(fraud().add(first)).isTrue();
    assertThat(fraud().add(second)).isTrue();
    assertThat(fraud().add(new FraudRulesRecord(2, "{}", NOW, "zoe", null))).isFalse();
    assertThat(fraud().rules()).containsExactly(second, first);
  }
}
