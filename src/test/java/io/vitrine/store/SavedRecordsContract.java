package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.store.SavedRecord.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of charts and dashboards does. */
public abstract class SavedRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final UUID ZOE = UUID.randomUUID();
  private static final UUID MAX = UUID.randomUUID();

  /** Records without anything saved. */
  protected abstract SavedRecords saved();

  @Test
  void whatIsSavedIsFoundByItsKindAndId() {
    SavedRecord chart = saved("Revenue", Kind.CHART, ZOE, false);
    saved().add(chart);
    assertThat(saved().find(Kind.CHART, chart.id())).contains(chart);
    assertThat(saved().find(Kind.DASHBOARD, chart.id())).isEmpty();
    assertThat(saved().find(Kind.CHART, UUID.randomUUID())).isEmpty();
  }

  @Test
  void everybodySeesWhatIsSharedAndTheirOwnByName() {
    saved().add(saved("b shared", Kind.CHART, MAX, true));
    saved().add(saved("c own", Kind.CHART, ZOE, false));
    saved().add(saved("a hidden", Kind.CHART, MAX, false));
    saved().add(saved("a dashboard", Kind.DASHBOARD, ZOE, true));
    assertThat(names(Kind.CHART, ZOE)).containsExactly("b shared", "c own");
    assertThat(names(Kind.CHART, MAX)).containsExactly("a hidden", "b shared");
    assertThat(names(Kind.DASHBOARD, MAX)).containsExactly("a dashboard");
  }

  @Test
  void nameAudienceAndContentChangeAndTheOwnerStays() {
    SavedRecord chart = saved("Revenue", Kind.CHART, ZOE, false);
    saved().add(chart);
    SavedRecord changed = chart.with("Umsatz", true, "{\"n\":2}", AT.plusSeconds(9));
    assertThat(saved().change(changed)).isTrue();
    assertThat(saved().find(Kind.CHART, chart.id())).contains(changed);
    assertThat(saved().change(saved("none", Kind.CHART, ZOE, false))).isFalse();
  }

  @Test
  void aRemovedOneIsSeenByNobodyAndComesBackWhole() {
    SavedRecord chart = saved("Revenue", Kind.CHART, ZOE, true);
    saved().add(chart);
    assertThat(saved().remove(Kind.CHART, chart.id(), AT)).isTrue();
    assertThat(saved().remove(Kind.CHART, chart.id(), AT)).isFalse();
    assertThat(saved().find(Kind.CHART, chart.id())).isEmpty();
    assertThat(saved().change(chart)).isFalse();
    assertThat(names(Kind.CHART, ZOE)).isEmpty();
    assertThat(saved().findRemoved(Kind.CHART, chart.id())).contains(chart);
    assertThat(saved().restore(Kind.CHART, chart.id())).isTrue();
    assertThat(saved().restore(Kind.CHART, chart.id())).isFalse();
    assertThat(saved().find(Kind.CHART, chart.id())).contains(chart);
  }

  @Test
  void whatWasRemovedLongAgoIsForgotten() {
    SavedRecord old = saved("old", Kind.CHART, ZOE, true);
    SavedRecord recent = saved("recent", Kind.CHART, ZOE, true);
    SavedRecord kept = saved("kept", Kind.CHART, ZOE, true);
    List.of(old, recent, kept).forEach(saved()::add);
    saved().remove(Kind.CHART, old.id(), AT.minus(Duration.ofDays(31)));
    saved().remove(Kind.CHART, recent.id(), AT);
    saved().forgetRemoved(AT.minus(Duration.ofDays(30)));
    assertThat(saved().findRemoved(Kind.CHART, old.id())).isEmpty();
    assertThat(saved().findRemoved(Kind.CHART, recent.id())).contains(recent);
    assertThat(saved().find(Kind.CHART, kept.id())).contains(kept);
  }

  private List<String> names(Kind kind, UUID viewer) {
    return saved().list(kind, viewer).stream().map(SavedRecord::name).toList();
  }

  /** A saved thing of somebody. */
  static SavedRecord saved(String name, Kind kind, UUID owner, boolean shared) {
    return new SavedRecord(
        UUID.randomUUID(), kind, owner, "zoé", name, shared, "{\"n\":1}", AT, AT);
  }
}
