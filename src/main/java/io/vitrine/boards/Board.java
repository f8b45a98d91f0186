package io.vitrine.boards;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard with the charts that stand on it.
 *
 * @param id its id
 * @param name its name; empty for the ready one
 * @param preset its days
 * @param tiles in reading order
 */
record Board(UUID id, String name, Preset preset, List<Tile> tiles) {

  /**
   * A tile.
   *
   * @param id tells it apart on its dashboard
   * @param width of twelve columns
   * @param height in rows
   * @param chart null on a note, and when the chart was removed
   * @param text of a note; null on a chart
   */
  record Tile(String id, int width, int height, @Nullable Shown chart, @Nullable String text) {}

  /**
   * A chart on it.
   *
   * @param id of the saved chart
   * @param name its name; empty when it is named after what it shows
   * @param plan what it asks
   */
  record Shown(UUID id, String name, Plan plan) {}
}
