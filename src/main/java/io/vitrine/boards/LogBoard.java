package io.vitrine.boards;

import io.vitrine.boards.Layout.TileForm;
import io.vitrine.store.Records;
import io.vitrine.store.SavedRecord;
import io.vitrine.store.SavedRecord.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dashboard of logs that every shop finds at its first start: a saved one like any other, with
 * charts that everybody sees, which admins change and delete. What was deleted is not made again.
 * None of it has a name: it is called after what it shows, in the reader's language.
 */
record LogBoard(Records records, Charts charts, JsonMapper json, Clock clock) {

  static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000002");

  private static final String MADE = "boards.logs";
  private static final UUID NOBODY = new UUID(0, 0);
  private static final String OWNER = "Vitrine";
  private static final int PARTS = 20;

  /** Makes it, once in the life of a shop. */
  void make() {
    if (records.settings().get(MADE).isPresent()) {
      return;
    }
    for (LogChart chart : LogChart.READY) {
      add(Kind.CHART, id(chart), charts.write(plan(chart)));
    }
    Layout layout =
        new Layout(
            Names.of(Preset.LAST_7_DAYS),
            List.of(
                tile(LogChart.PER_HOUR, 12, 4),
                tile(LogChart.TOP_MESSAGES, 7, 5),
                tile(LogChart.AMOUNTS, 5, 5)));
    add(Kind.DASHBOARD, ID, json.writeValueAsString(layout.checked()));
    records.settings().put(MADE, ID.toString(), clock.instant());
  }

  private static Plan plan(LogChart chart) {
    return new Plan(chart.drawing(), List.of(), List.of(), null, List.of(), PARTS, chart, null);
  }

  private static TileForm tile(LogChart chart, int width, int height) {
    return new TileForm(Names.of(chart), "chart", width, height, id(chart), null);
  }

  private static UUID id(LogChart chart) {
    return UUID.nameUUIDFromBytes(("logs-" + Names.of(chart)).getBytes(StandardCharsets.UTF_8));
  }

  /** A process that died half-way left some of it. */
  private void add(Kind kind, UUID id, String content) {
    if (records.saved().find(kind, id).isEmpty()) {
      Instant now = clock.instant();
      records.saved().add(new SavedRecord(id, kind, NOBODY, OWNER, "", true, content, now, now));
    }
  }
}
