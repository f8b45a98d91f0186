package io.vitrine.boards;

import io.vitrine.accounts.Caller;
import io.vitrine.boards.Board.Shown;
import io.vitrine.boards.Board.Tile;
import io.vitrine.boards.Layout.TileForm;
import io.vitrine.model.Problem;
import io.vitrine.store.SavedRecord;
import io.vitrine.store.SavedRecord.Kind;
import io.vitrine.store.SavedRecords;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Saved dashboards. Whoever sees a dashboard sees the charts on it, also those that are not shared;
 * so only charts that somebody sees can be put on one.
 */
final class Dashboards {

  private final Shelf shelf;
  private final SavedRecords records;
  private final Charts charts;
  private final ReadyBoard ready;
  private final JsonMapper json;

  Dashboards(Shelf shelf, SavedRecords records, Charts charts, ReadyBoard ready, JsonMapper json) {
    this.shelf = shelf;
    this.records = records;
    this.charts = charts;
    this.ready = ready;
    this.json = json;
  }

  Shelf shelf() {
    return shelf;
  }

  /** The one that comes with the product. */
  Board readyOne() {
    return ready.board();
  }

  SavedRecord add(String name, boolean shared, Layout layout, Caller caller) {
    return shelf.add(named(name), shared, write(layout, Set.of(), caller), caller);
  }

  SavedRecord change(UUID id, String name, boolean shared, Layout layout, Caller caller) {
    SavedRecord old = shelf.changeable(id, caller);
    Set<UUID> known = new HashSet<>();
    layout(old).all().stream().map(TileForm::chart).filter(Objects::nonNull).forEach(known::add);
    return shelf.change(id, named(name), shared, write(layout, known, caller), caller);
  }

  /**
   * A copy for the caller, with copies of the charts that the caller does not see by themselves.
   */
  SavedRecord copy(UUID id, @Nullable String name, Caller caller) {
    Board board = id.equals(ReadyBoard.ID) ? ready.board() : board(shelf.find(id, caller));
    List<TileForm> tiles = board.tiles().stream().map(tile -> copied(tile, caller)).toList();
    String content = json.writeValueAsString(new Layout(Names.of(board.preset()), tiles).checked());
    return shelf.add(named(name == null ? board.name() : name), false, content, caller);
  }

  private TileForm copied(Tile tile, Caller caller) {
    Shown chart = tile.chart();
    UUID shown = chart == null ? null : visible(chart, caller);
    boolean note = tile.text() != null || shown == null;
    return new TileForm(
        tile.id(), note ? "note" : "chart", tile.width(), tile.height(), shown, tile.text());
  }

  private UUID visible(Shown chart, Caller caller) {
    boolean seen =
        charts.shelf().list(caller).stream().anyMatch(saved -> saved.id().equals(chart.id()));
    return seen
        ? chart.id()
        : charts.shelf().add(chart.name(), false, charts.write(chart.plan()), caller).id();
  }

  private static String named(String name) {
    if (name.isBlank()) {
      throw Problem.caller("field_missing", "name is missing");
    }
    return name;
  }

  private String write(Layout layout, Set<UUID> known, Caller caller) {
    Layout checked = layout.checked();
    for (TileForm tile : checked.all()) {
      UUID chart = tile.chart();
      if (chart != null && !known.contains(chart)) {
        charts.shelf().find(chart, caller);
      }
    }
    return json.writeValueAsString(checked);
  }

  Layout layout(SavedRecord saved) {
    return json.readValue(saved.content(), Layout.class);
  }

  /** The dashboard with its charts, whoever looks. */
  Board board(SavedRecord saved) {
    Layout layout = layout(saved);
    return new Board(
        saved.id(), saved.name(), layout.preset(), layout.all().stream().map(this::tile).toList());
  }

  private Tile tile(TileForm form) {
    UUID chart = form.chart();
    return new Tile(
        Objects.requireNonNull(form.id()),
        Objects.requireNonNull(form.width()),
        Objects.requireNonNull(form.height()),
        chart == null ? null : shown(chart),
        form.showsChart() ? null : form.text());
  }

  private @Nullable Shown shown(UUID id) {
    return records
        .find(Kind.CHART, id)
        .map(saved -> new Shown(saved.id(), saved.name(), charts.plan(saved)))
        .orElse(null);
  }

  /**
   * A dashboard for those who came by a link.
   *
   * @throws Problem of category ABSENT when it is removed
   */
  Board byLink(UUID id) {
    return records
        .find(Kind.DASHBOARD, id)
        .map(this::board)
        .orElseThrow(() -> Problem.absent("dashboard_absent", "this dashboard was removed"));
  }
}
