package io.vitrine.process;

import io.vitrine.model.Comparison;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.past.ImportRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What a store holds: whether an import is done, and figures over all of it. */
record ImportedState(boolean done, List<Object> figures) {

  private static final Period ALL =
      new Period(LocalDate.parse("2015-05-01"), LocalDate.parse("2015-09-30"));

  static ImportedState of(Path data) {
    StoreSettings settings =
        StoreSettings.of(data, ZoneId.of("Europe/Paris"), Currency.getInstance("EUR"));
    try (EventStore store = DuckEventStore.open(settings, Clock.systemUTC())) {
      List<Object> figures = new ArrayList<>();
      store
          .answer(
              new Question.Totals(
                  List.of(
                      Metric.VISITORS,
                      Metric.SESSIONS,
                      Metric.VIEWS,
                      Metric.ORDERS,
                      Metric.REVENUE),
                  ALL,
                  List.of(),
                  Comparison.NONE))
          .rows()
          .getFirst()
          .forEach(value -> figures.add(String.valueOf(value)));
      figures.add(store.extent().events());
      List<ImportRecord> imports = store.imports().all();
      imports.forEach(done -> figures.add(done.events()));
      return new ImportedState(!imports.isEmpty(), figures);
    }
  }
}
