package io.vitrine.store.lucene;

import io.vitrine.model.LogQuery;
import io.vitrine.model.LogWords;
import io.vitrine.store.LogIndex;
import io.vitrine.store.ValueCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** What a person may be about to type: values of a field, or words and values of any. */
record Beginnings(IndexReader reader) {

  private static final int MOST_SEEN = 5_000;

  List<ValueCount> of(String text, int limit) {
    Map<String, Long> found = new HashMap<>();
    int colon = text.indexOf(':');
    if (colon > 0) {
      String field = text.substring(0, colon);
      add(found, LogDocument.WHOLE_OF + field, text.substring(colon + 1), field + ":");
      return Tally.commonest(found, limit);
    }
    LogQueries queries = new LogQueries(reader);
    queries.fieldsOfWords().forEach(field -> add(found, field, text, ""));
    Map<String, Long> suggested = new HashMap<>();
    Tally.commonest(found, limit)
        .forEach(word -> suggested.put(word.value(), logsWith(word.value(), queries)));
    if (!text.isEmpty()) {
      LogIndex.FACETS.forEach(
          field -> add(suggested, LogDocument.WHOLE_OF + field, text, field + ":"));
    }
    return Tally.commonest(suggested, limit);
  }

  /** A log may have a word in several fields. */
  private long logsWith(String word, LogQueries queries) {
    try {
      return new IndexSearcher(reader).count(queries.of(new LogQuery.Words(null, word, 0)));
    } catch (IOException failure) {
      throw new UncheckedIOException("the log index cannot be read", failure);
    }
  }

  private void add(Map<String, Long> found, String field, String start, String before) {
    int[] seen = {0};
    new LogQueries(reader)
        .eachFrom(
            field,
            LogWords.folded(start),
            (term, documents) -> {
              String shown = term.indexOf(' ') < 0 ? term : '"' + term + '"';
              found.merge(before + shown, (long) documents, Long::sum);
              return ++seen[0] < MOST_SEEN;
            });
  }
}
