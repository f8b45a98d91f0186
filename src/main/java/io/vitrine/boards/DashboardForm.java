package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Caller;
import io.vitrine.store.SavedRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as JSON.
 *
 * @param id its id
 * @param name its name; empty for the ready one
 * @param owner name of who saved it; empty for the ready one
 * @param own whether the caller did
 * @param mayChange whether the caller may change it
 * @param shared whether everybody with an account sees it
 * @param ready whether it comes with the product
 * @param period preset of embeds and e-mails
 * @param changedAt when it was saved last; absent for the ready one
 * @param tiles in reading order
 */
@Schema(name = "Dashboard")
record DashboardForm(
    UUID id,
    String name,
    String owner,
    boolean own,
    boolean mayChange,
    boolean shared,
    boolean ready,
    String period,
    @Nullable Instant changedAt,
    List<ShownTile> tiles) {

  /**
   * A tile with what stands on it.
   *
   * @param id tells it apart on its dashboard
   * @param kind chart or note
   * @param width of twelve columns
   * @param height in rows
   * @param chart absent on a note, and when the chart was removed
   * @param text absent on a chart
   */
  @Schema(name = "Tile")
  record ShownTile(
      String id,
      String kind,
      int width,
      int height,
      @Nullable ShownChart chart,
      @Nullable String text) {

    static ShownTile of(Board.Tile tile) {
      Board.Shown chart = tile.chart();
      return new ShownTile(
          tile.id(),
          tile.text() == null ? "chart" : "note",
          tile.width(),
          tile.height(),
          chart == null ? null : ShownChart.of(chart),
          tile.text());
    }
  }

  /** A chart on a tile. */
  @Schema(name = "ShownChart")
  record ShownChart(UUID id, String name, PlanForm plan) {

    static ShownChart of(Board.Shown chart) {
      return new ShownChart(chart.id(), chart.name(), PlanForm.of(chart.plan()));
    }
  }

  static DashboardForm of(SavedRecord saved, Board board, Caller caller) {
    return new DashboardForm(
        saved.id(),
        saved.name(),
        saved.ownerName(),
        Shelf.isOwn(saved, caller),
        Shelf.mayChange(saved, caller),
        saved.shared(),
        false,
        Names.of(board.preset()),
        saved.changedAt(),
        board.tiles().stream().map(ShownTile::of).toList());
  }

  static DashboardForm ofReady(Board board) {
    return new DashboardForm(
        board.id(),
        board.name(),
        "",
        false,
        false,
        true,
        true,
        Names.of(board.preset()),
        null,
        board.tiles().stream().map(ShownTile::of).toList());
  }
}
