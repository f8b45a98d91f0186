package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vitrine.store.SecurityRecords.HourTally;
import io.vitrine.store.SecurityRecords.Mark;
import io.vitrine.store.SecurityRecords.SourceTally;
import io.vitrine.store.SecurityRecords.Tally;
import io.vitrine.store.SecurityRecords.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of findings does. */
public abstract class SecurityRecordsContract {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Wanted ALL =
      new Wanted(null, null, null, null, null, null, null, null, null, null);

  /** Records without any finding. */
  protected abstract SecurityRecords security();

  private static SecurityFinding finding(int number, Instant at, String kind, String severity) {
    return finding(number, at, kind, severity, "192.0.2." + number, "FR", 1);
  }

  private static SecurityFinding finding(
      int number,
      Instant at,
      String kind,
      String severity,
      @Nullable String address,
      @Nullable String country,
      long count) {
    return new SecurityFinding(
        new UUID(0, number),
        kind,
        "injection",
        severity,
        "a-rule",
        "query:q",
        "1' or 1=1",
        "1' or 1=1 --",
        "log",
        null,
        "GET /100%_search",
        address,
        country,
        null,
        null,
        200,
        null,
        at,
        at,
        count,
        "open",
        null,
        null,
        null);
  }

  private static SecurityFinding grown(SecurityFinding finding, Instant last, long count) {
    return new SecurityFinding(
        finding.id(),
        finding.kind(),
        finding.category(),
        finding.severity(),
        finding.rule(),
        finding.place(),
        finding.evidence(),
        finding.sample(),
        finding.origin(),
        finding.service(),
        finding.target(),
        finding.address(),
        finding.country(),
        finding.agent(),
        finding.user(),
        403,
        "event-9",
        finding.firstAt(),
        last,
        count,
        "open",
        null,
        null,
        null);
  }

  @Test
  void aFindingGrowsAndKeepsItsDecision() {
    SecurityFinding first = finding(1, NOON, "sql_injection", "critical");
    security().keep(List.of(first), 17L);
    assertThat(security().find(first.id())).contains(first);
    assertThat(security().position()).contains(17L);
    assertThat(security().decide(first.id(), "real", "seen", "ana", NOON)).isTrue();
    security().keep(List.of(grown(first, NOON.plusSeconds(9), 5)), null);
    SecurityFinding now = security().find(first.id()).orElseThrow();
    assertThat(now.count()).isEqualTo(5);
    assertThat(now.status()).isEqualTo(403);
    assertThat(now.state()).isEqualTo("real");
    assertThat(now.decidedBy()).isEqualTo("ana");
    assertThat(security().position()).contains(17L);
    assertThat(security().decide(new UUID(9, 9), "real", null, "ana", NOON)).isFalse();
  }

  @Test
  void findingsAreListedInPagesNewestFirst() {
    for (int i = 1; i <= 5; i++) {
      security().keep(List.of(finding(i, NOON.plusSeconds(i / 2), "scanner", "low")), null);
    }
    List<SecurityFinding> page = security().newest(ALL, null, 2);
    assertThat(page)
        .extracting(found -> found.id().getLeastSignificantBits())
        .containsExactly(5L, 4L);
    SecurityFinding last = page.getLast();
    assertThat(security().newest(ALL, new Mark(last.firstAt(), last.id()), 9))
        .extracting(found -> found.id().getLeastSignificantBits())
        .containsExactly(3L, 2L, 1L);
    assertThat(security().count(ALL)).isEqualTo(5);
  }

  @Test
  void aTextIsFoundAsItStandsAndEveryFilterHolds() {
    security().keep(List.of(finding(1, NOON, "scanner", "low")), null);
    assertThat(security().count(wanted("100%_S"))).isEqualTo(1);
    assertThat(security().count(wanted("100x_s"))).isZero();
    assertThat(security().count(wanted("192.0.2.1"))).isEqualTo(1);
    Wanted other =
        new Wanted(
            "scanner",
            "injection",
            "low",
            "open",
            "log",
            "192.0.2.1",
            "FR",
            null,
            NOON,
            NOON.plusMillis(1));
    assertThat(security().count(other)).isEqualTo(1);
    Wanted earlier = new Wanted(null, null, null, null, null, null, null, null, null, NOON);
    assertThat(security().count(earlier)).isZero();
  }

  private static Wanted wanted(String text) {
    return new Wanted(null, null, null, null, null, null, null, text, null, null);
  }

  @Test
  void countsLeaveFalseAlarmsOut() {
    Instant later = NOON.plus(Duration.ofHours(1)).plusSeconds(1);
    security()
        .keep(
            List.of(
                finding(1, NOON, "sql_injection", "critical", "192.0.2.1", "FR", 3),
                finding(2, later, "sql_injection", "critical", "192.0.2.2", "FR", 4),
                finding(3, later, "scanner", "low", null, null, 100),
                finding(4, later, "scanner", "low", "192.0.2.2", "FR", 50)),
            null);
    security().decide(new UUID(0, 4), "false_alarm", null, "ana", NOON);
    Instant end = NOON.plus(Duration.ofDays(1));
    assertThat(security().byKind(NOON, end))
        .containsExactly(
            new Tally("scanner", "injection", "low", 1, 100),
            new Tally("sql_injection", "injection", "critical", 2, 7));
    assertThat(security().byHour(NOON, end))
        .containsExactly(
            new HourTally(NOON, "critical", 3),
            new HourTally(NOON.plus(Duration.ofHours(1)), "critical", 4),
            new HourTally(NOON.plus(Duration.ofHours(1)), "low", 100));
    assertThat(security().byCountry(NOON, end, 5))
        .containsExactly(
            new SourceTally(null, null, 0, 1, 100, later),
            new SourceTally("FR", "FR", 2, 2, 7, later));
    assertThat(security().byRule(NOON, end))
        .extracting(SecurityRecords.RuleTally::kind, SecurityRecords.RuleTally::falseAlarms)
        .containsExactly(tuple("scanner", 1L), tuple("sql_injection", 0L));
  }

  @Test
  void oldAndExcessFindingsAreForgotten() {
    for (int i = 1; i <= 4; i++) {
      security().keep(List.of(finding(i, NOON.plusSeconds(i), "scanner", "low")), null);
    }
    security().forget(NOON.plusSeconds(2), 2);
    assertThat(security().newest(ALL, null, 9))
        .extracting(found -> found.id().getLeastSignificantBits())
        .containsExactly(4L, 3L);
  }

  @Test
  void whatIsAllowedIsListedUntilItEnds() {
    AllowedAttack entry =
        new AllowedAttack(
            new UUID(1, 1), null, "a-rule", "/cms/", "query:html", null, "our editor", "ana", NOON);
    security().allow(entry);
    assertThat(security().allowed()).containsExactly(entry);
    assertThat(security().disallow(entry.id())).isTrue();
    assertThat(security().disallow(entry.id())).isFalse();
    assertThat(security().allowed()).isEmpty();
  }
}
