package io.vitrine.logs;

import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQueryText;
import io.vitrine.model.LogWords;
import io.vitrine.model.Moment;
import io.vitrine.model.Problem;
import io.vitrine.store.EventStore;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Searches the logs: reads the query, asks the index, and fetches what it found from the store. */
@Component
class LogSearches {

  private static final int LONGEST_QUERY = 20_000;
  private static final int BUCKETS = 60;

  /** So many events are behind for a moment in any busy shop. */
  private static final int MANY = 1_000;

  private static final int FACET_VALUES = 20;

  private final LogIndex index;
  private final EventStore store;
  private final Clock clock;
  private final ZoneId zone;

  LogSearches(LogIndex index, EventStore store, StoreSettings settings, Clock clock) {
    this.index = index;
    this.store = store;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * What a form asks for.
   *
   * @throws Problem of category CALLER for a condition that cannot be one
   */
  LogQueryText.Read read(SearchForm form) {
    if (form.text().length() > LONGEST_QUERY) {
      throw Problem.caller(
          "log_query_length", "a query has at most " + LONGEST_QUERY + " characters");
    }
    Set<String> fields = index.fields();
    LogQueryText.Read read = LogQueryText.read(form.text(), fields::contains, Moment::of);
    LogQuery words = form.isFuzzy() ? misspelt(read.query()) : read.query();
    List<LogQuery> all = new ArrayList<>(List.of(words));
    all.addAll(form.conditions());
    return new LogQueryText.Read(LogQuery.all(all), read.notes());
  }

  SearchAnswer search(SearchForm form) {
    long began = System.nanoTime();
    LogQueryText.Read read = read(form);
    // Before the search, so that none pending means that all is found.
    long pending = Math.max(0, store.watermark().sequence() - index.committedSequence());
    LogFound found = index.search(asked(form, read.query()));
    List<SearchAnswer.Result> results = results(found.hits(), new Highlights(read.query()));
    return new SearchAnswer(
        found.total(),
        results,
        found.facets(),
        SearchAnswer.Histogram.of(found.histogram()),
        Duration.ofNanos(System.nanoTime() - began).toMillis(),
        found.cursor(),
        pending,
        index.isRebuilt() && pending > MANY,
        read.notes().stream().map(SearchAnswer.Note::of).toList());
  }

  private LogSearch asked(SearchForm form, LogQuery query) {
    boolean counts = form.wantsFacets();
    Duration offset =
        Duration.ofSeconds(zone.getRules().getOffset(clock.instant()).getTotalSeconds());
    return new LogSearch(
        query,
        form.order(),
        form.results(),
        form.cursor(),
        form.skipped(),
        counts ? LogIndex.FACETS : List.of(),
        FACET_VALUES,
        counts ? new LogSearch.Histogram(form.from(), form.until(), BUCKETS, offset) : null);
  }

  /** The logs behind hits, in their order; one that was erased meanwhile may be left out. */
  List<StoredEvent> fetch(List<LogFound.Hit> hits) {
    Map<Long, StoredEvent> found = new HashMap<>();
    store
        .find(hits.stream().filter(hit -> hit.event() == null).map(LogFound.Hit::sequence).toList())
        .forEach(stored -> found.put(stored.sequence(), stored));
    List<StoredEvent> logs = new ArrayList<>(hits.size());
    for (LogFound.Hit hit : hits) {
      StoredEvent fetched = found.get(hit.sequence());
      if (hit.event() != null) {
        logs.add(new StoredEvent(hit.sequence(), hit.event()));
      } else if (fetched != null) {
        logs.add(fetched);
      }
    }
    return logs;
  }

  private List<SearchAnswer.Result> results(List<LogFound.Hit> hits, Highlights highlights) {
    Map<Long, Double> scores = new HashMap<>();
    hits.forEach(hit -> scores.put(hit.sequence(), hit.score()));
    return fetch(hits).stream()
        .map(
            stored ->
                new SearchAnswer.Result(
                    stored.event().id(),
                    scores.getOrDefault(stored.sequence(), 0.0),
                    LogForm.of(stored.event()),
                    highlights.of(stored.event())))
        .toList();
  }

  /** The same query in which every single word may be misspelt. */
  private static LogQuery misspelt(LogQuery query) {
    return switch (query) {
      case LogQuery.Words words -> misspelt(words);
      case LogQuery.All all ->
          new LogQuery.All(all.parts().stream().map(LogSearches::misspelt).toList());
      case LogQuery.Any any ->
          new LogQuery.Any(any.parts().stream().map(LogSearches::misspelt).toList());
      case LogQuery.Everything _,
          LogQuery.Pattern _,
          LogQuery.Expression _,
          LogQuery.Fuzzy _,
          LogQuery.Exactly _,
          LogQuery.Between _,
          LogQuery.Network _,
          LogQuery.Present _,
          LogQuery.Not _ ->
          query;
    };
  }

  private static LogQuery misspelt(LogQuery.Words words) {
    List<String> texts = LogWords.texts(words.text());
    if (texts.size() != 1 || texts.getFirst().length() < 4) {
      return words;
    }
    String word = texts.getFirst();
    return new LogQuery.Fuzzy(words.field(), word, word.length() < 7 ? 1 : 2);
  }
}
