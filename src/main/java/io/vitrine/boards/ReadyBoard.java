package io.vitrine.boards;

import io.vitrine.boards.Board.Shown;
import io.vitrine.boards.Board.Tile;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Metric;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The dashboard that comes with the product. It has a chart only for what the shop has figures of
 * in the last 90 days; its charts are named after what they show.
 */
record ReadyBoard(Answers answers, Calendar calendar) {

  static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private static final List<Candidate> CANDIDATES =
      List.of(
          chart(Metric.REVENUE, 8, Drawing.AREA, List.of(Metric.REVENUE)),
          chart(Metric.SESSIONS, 4, Drawing.PIE, List.of(Metric.SESSIONS), Dimension.DEVICE),
          chart(Metric.VISITORS, 6, Drawing.LINE, List.of(Metric.VISITORS, Metric.SESSIONS)),
          chart(Metric.ORDERS, 6, Drawing.BAR, List.of(Metric.REVENUE), Dimension.CHANNEL),
          chart(
              Metric.VIEWS,
              6,
              Drawing.FUNNEL,
              List.of(
                  Metric.SESSIONS,
                  Metric.VIEW_SESSIONS,
                  Metric.CART_SESSIONS,
                  Metric.CHECKOUT_SESSIONS,
                  Metric.PURCHASE_SESSIONS)),
          chart(
              Metric.ORDERS,
              6,
              Drawing.HEATMAP,
              List.of(Metric.ORDERS),
              Dimension.WEEKDAY,
              Dimension.HOUR),
          chart(
              Metric.REVENUE,
              8,
              Drawing.TABLE,
              List.of(Metric.REVENUE, Metric.ORDERS, Metric.UNITS),
              Dimension.PRODUCT),
          chart(Metric.ORDERS, 4, Drawing.LINE, List.of(Metric.CONVERSION_PER_SESSION)),
          chart(Metric.LOGS, 12, Drawing.BAR, List.of(Metric.ERRORS)));

  private record Candidate(Metric needs, int width, Plan plan) {}

  private static Candidate chart(
      Metric needs, int width, Drawing drawing, List<Metric> metrics, Dimension... by) {
    return new Candidate(
        needs, width, new Plan(drawing, metrics, List.of(by), null, List.of(), 12));
  }

  Board board() {
    List<Tile> tiles = new ArrayList<>();
    List<Metric> needed = CANDIDATES.stream().map(Candidate::needs).distinct().toList();
    Question question =
        new Question.Totals(needed, calendar.of(Preset.LAST_90_DAYS), List.of(), Comparison.NONE);
    Figures figures = new Figures(answers.ask(question));
    for (Candidate candidate : CANDIDATES) {
      if (figures.of(candidate.needs()) > 0) {
        tiles.add(tile(tiles.size(), candidate));
      }
    }
    return new Board(ID, "", Preset.LAST_28_DAYS, tiles);
  }

  private static Tile tile(int number, Candidate candidate) {
    String name = "ready-" + number;
    UUID chart = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Tile(name, candidate.width(), 4, new Shown(chart, "", candidate.plan()), null);
  }
}
