package io.vitrine.boards;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import io.vitrine.store.Records;
import io.vitrine.store.SavedRecord;
import io.vitrine.store.SavedRecord.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Every shop finds a dashboard of logs, and is not given it twice. */
class LogBoardTest {

  private static final Instant NOW = Instant.parse("2026-11-22T16:00:00Z");
  private static final UUID ANYBODY = UUID.randomUUID();

  @TempDir Path folder;
  private Records records;
  private Charts charts;

  @BeforeEach
  void open() {
    records = Records.open(folder);
    charts =
        new Charts(
            new Shelf(records.saved(), Kind.CHART, Clock.fixed(NOW, ZoneOffset.UTC)),
            new JsonMapper());
  }

  @AfterEach
  void close() {
    records.close();
  }

  private void make() {
    new LogBoard(records, charts, new JsonMapper(), Clock.fixed(NOW, ZoneOffset.UTC)).make();
  }

  private List<SavedRecord> dashboards() {
    return records.saved().list(Kind.DASHBOARD, ANYBODY);
  }

  @Test
  void everybodyFindsItWithItsThreeCharts() {
    make();
    assertThat(dashboards()).extracting(SavedRecord::id).containsExactly(LogBoard.ID);
    assertThat(records.saved().list(Kind.CHART, ANYBODY))
        .extracting(saved -> charts.plan(saved).logs())
        .containsExactlyInAnyOrderElementsOf(LogChart.READY);
    Layout layout = new JsonMapper().readValue(dashboards().getFirst().content(), Layout.class);
    assertThat(layout.all())
        .allMatch(
            tile -> records.saved().find(Kind.CHART, requireNonNull(tile.chart())).isPresent());
  }

  @Test
  void aDeletedOneIsNotMadeAgain() {
    make();
    make();
    records.saved().remove(Kind.DASHBOARD, LogBoard.ID, NOW);
    records.saved().forgetRemoved(NOW.plus(Duration.ofDays(40)));
    make();
    assertThat(dashboards()).isEmpty();
  }

  @Test
  void aChartOfLogsNamesNoMetricsAndHasItsOwnDrawing() {
    assertThatThrownBy(() -> plan(Drawing.PIE, List.of()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("chart_drawing"));
    assertThatThrownBy(() -> plan(Drawing.BAR, List.of(Metric.REVENUE)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("chart_metrics"));
    assertThat(PlanForm.of(plan(Drawing.BAR, List.of())).plan())
        .isEqualTo(plan(Drawing.BAR, List.of()));
  }

  private static Plan plan(Drawing drawing, List<Metric> metrics) {
    return new Plan(drawing, metrics, List.of(), null, List.of(), 6, LogChart.AMOUNTS, null);
  }

  @Test
  void aChartOfOnesOwnSaysWhatItCountsAndIsRefusedWhereItCannot() {
    LogCount services = new LogCount(" timeout ", "service", List.of());
    Plan top = own(Drawing.BAR, LogChart.TOP_VALUES, services);
    assertThat(PlanForm.of(top).plan()).isEqualTo(top);
    assertThat(services.search()).isEqualTo("timeout");
    refused("chart_log_count", Drawing.BAR, LogChart.TOP_VALUES, null);
    refused("chart_log_count", Drawing.BAR, LogChart.AMOUNTS, services);
    refused("chart_drawing", Drawing.BAR, LogChart.OVER_TIME, services);
    refused("chart_field", Drawing.BAR, LogChart.TOP_VALUES, count("user_id"));
    refused("chart_field", Drawing.BAR, LogChart.RANGES, count(null, 1.0));
    refused("chart_bounds", Drawing.BAR, LogChart.RANGES, count("amount"));
    refused("chart_bounds", Drawing.BAR, LogChart.RANGES, count("amount", 100.0, 50.0));
    refused("chart_bounds", Drawing.LINE, LogChart.OVER_TIME, count("service", 1.0));
  }

  private static LogCount count(@Nullable String field, Double... bounds) {
    return new LogCount("", field, List.of(bounds));
  }

  private static void refused(
      String code, Drawing drawing, LogChart chart, @Nullable LogCount count) {
    assertThatThrownBy(() -> own(drawing, chart, count))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private static Plan own(Drawing drawing, LogChart chart, @Nullable LogCount count) {
    return new Plan(drawing, List.of(), List.of(), null, List.of(), 6, chart, count);
  }
}
