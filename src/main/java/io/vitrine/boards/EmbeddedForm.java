package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.boards.DashboardForm.ShownTile;
import io.vitrine.model.Answer;
import io.vitrine.model.Problem;
import io.vitrine.shop.AnswerForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard with its figures, for a page that cannot ask for itself.
 *
 * @param name of the dashboard
 * @param period preset that its days come from
 * @param from first day
 * @param to last day
 * @param at when it was put together
 * @param tiles in reading order
 */
@Schema(name = "EmbeddedDashboard")
record EmbeddedForm(
    String name,
    String period,
    LocalDate from,
    LocalDate to,
    Instant at,
    List<AnsweredTile> tiles) {

  /**
   * A tile with its figures.
   *
   * @param tile the tile
   * @param main what is drawn; absent on a note, or when it could not be answered
   * @param totals over the whole period
   * @param problem code of why there are no figures
   */
  @Schema(name = "EmbeddedTile")
  record AnsweredTile(
      ShownTile tile,
      @Nullable AnswerForm main,
      @Nullable AnswerForm totals,
      @Nullable String problem) {}

  static AnsweredTile tile(Board.Tile tile, Function<Plan, Answered> ask) {
    ShownTile shown = ShownTile.of(tile);
    Board.Shown chart = tile.chart();
    if (chart == null) {
      return new AnsweredTile(shown, null, null, null);
    }
    try {
      Answered answered = ask.apply(chart.plan());
      Answer totals = answered.totals();
      return new AnsweredTile(
          shown,
          AnswerForm.of(answered.main()),
          totals == null ? null : AnswerForm.of(totals),
          null);
    } catch (Problem problem) {
      // One chart that cannot be answered does not take the others with it.
      return new AnsweredTile(shown, null, null, problem.code());
    }
  }
}
