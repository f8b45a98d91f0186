package io.vitrine.logs;

import io.vitrine.accounts.Caller;
import io.vitrine.store.Records;
import io.vitrine.store.SearchRecords;
import io.vitrine.store.SearchRecords.PastSearch;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what people searched for, each one for oneself. */
@Component
class SearchHistory {

  private final SearchRecords records;
  private final JsonMapper json;
  private final Clock clock;

  SearchHistory(Records records, JsonMapper json, Clock clock) {
    this.records = records.searches();
    this.json = json;
    this.clock = clock;
  }

  /** Keeps the first page of a search that says something; further pages are the same search. */
  void remember(SearchForm form, long total, Caller caller) {
    boolean says = !form.text().isBlank() || !form.conditions().isEmpty();
    if (caller.isKey() || !says || form.cursor() != null || form.skipped() > 0) {
      return;
    }
    records.remember(
        caller.id(),
        new PastSearch(form.text(), json.writeValueAsString(form), total, clock.instant()));
  }

  List<PastSearch> recent(Caller caller, int limit) {
    return records.recent(caller.id(), limit);
  }
}
