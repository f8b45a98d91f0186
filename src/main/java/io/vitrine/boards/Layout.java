package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a dashboard, as it is kept: tiles in reading order, each so many of twelve columns
 * wide and so many rows high.
 *
 * @param period preset of whoever has no view of their own: embeds and e-mails
 * @param tiles in reading order
 */
record Layout(@Nullable String period, @Nullable List<TileForm> tiles) {

  private static final int MOST_TILES = 40;
  private static final int COLUMNS = 12;
  private static final int NARROWEST = 3;
  private static final int HIGHEST = 8;
  private static final int LONGEST_NOTE = 4_000;

  /**
   * A tile: a chart or a note.
   *
   * @param id tells it apart on its dashboard
   * @param kind chart or note
   * @param width 3 to 12 columns
   * @param height 1 to 8 rows
   * @param chart id of the saved chart
   * @param text of the note
   */
  @Schema(name = "WantedTile")
  record TileForm(
      @Nullable String id,
      @Nullable String kind,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable UUID chart,
      @Nullable String text) {

    boolean showsChart() {
      return "chart".equals(kind);
    }

    private TileForm checked() {
      if (id == null || id.isBlank() || id.length() > 40) {
        throw Problem.caller("tile_id", "a tile has an id of 1 to 40 characters, not " + id);
      }
      if (!showsChart() && !"note".equals(kind)) {
        throw Problem.caller("tile_kind", "a tile is a chart or a note, not " + kind);
      }
      if (showsChart() && chart == null) {
        throw Problem.caller("tile_chart", "tile " + id + " names no chart");
      }
      return new TileForm(
          id,
          kind,
          within("width", width, NARROWEST, COLUMNS),
          within("height", height, 1, HIGHEST),
          showsChart() ? chart : null,
          showsChart() ? null : Names.text("text", text, LONGEST_NOTE));
    }

    private static int within(String member, @Nullable Integer value, int least, int most) {
      if (value == null || value < least || value > most) {
        throw Problem.caller(
            "tile_" + member,
            "a tile's " + member + " is " + least + " to " + most + ", not " + value);
      }
      return value;
    }

    TileForm showing(UUID other) {
      return new TileForm(id, kind, width, height, other, text);
    }
  }

  /**
   * The same with everything checked and filled in.
   *
   * @throws Problem naming the tile and the rule
   */
  Layout checked() {
    List<TileForm> all = tiles == null ? List.of() : tiles;
    if (all.size() > MOST_TILES) {
      throw Problem.caller(
          "too_many_tiles", "a dashboard has up to " + MOST_TILES + " tiles, not " + all.size());
    }
    Preset preset =
        period == null ? Preset.LAST_28_DAYS : Names.read(Preset.class, "period", period);
    List<TileForm> checked = all.stream().map(TileForm::checked).toList();
    refuseTwice(checked);
    return new Layout(Names.of(preset), checked);
  }

  private static void refuseTwice(List<TileForm> tiles) {
    Set<String> ids = new HashSet<>();
    for (TileForm tile : tiles) {
      if (!ids.add(String.valueOf(tile.id()))) {
        throw Problem.caller("tile_twice", "two tiles have the id " + tile.id());
      }
    }
  }

  List<TileForm> all() {
    return tiles == null ? List.of() : tiles;
  }

  Preset preset() {
    return period == null ? Preset.LAST_28_DAYS : Names.read(Preset.class, "period", period);
  }

  Layout with(List<TileForm> other) {
    return new Layout(period, other);
  }
}
