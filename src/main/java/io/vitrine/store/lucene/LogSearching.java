package io.vitrine.store.lucene;

import io.vitrine.model.Event;
import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogSearch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search of one state of the index. */
final class LogSearching {

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Widths that a person reads easily. */
  private static final List<Duration> WIDTHS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28));

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final LogSearch search;
  private final Query query;
  private final WholeLeaves leaves;
  private final Duration longest;

  LogSearching(
      IndexReader whole, LogSearch search, Executor threads, WholeLeaves leaves, Duration longest)
      throws IOException {
    QueryTimeout timeout = new QueryTimeoutImpl(longest.toMillis());
    this.reader = limited(whole, search.query(), timeout);
    this.leaves = leaves;
    this.longest = longest;
    this.searcher = new IndexSearcher(reader, threads);
    this.searcher.setTimeout(timeout);
    this.search = search;
    this.query = new LogQueries(reader).of(search.query());
  }

  /**
   * A searcher looks at the clock between hits. Patterns look at every word of a field before there
   * is a hit, so for them the words are read with an eye on the clock too.
   */
  private static IndexReader limited(IndexReader whole, LogQuery query, QueryTimeout timeout)
      throws IOException {
    return whole instanceof DirectoryReader directory && readsWords(query)
        ? ExitableDirectoryReader.wrap(directory, timeout)
        : whole;
  }

  private static boolean readsWords(LogQuery query) {
    return switch (query) {
      case LogQuery.Pattern _, LogQuery.Expression _, LogQuery.Fuzzy _ -> true;
      case LogQuery.Between between -> isText(between.low()) || isText(between.high());
      case LogQuery.All all -> all.parts().stream().anyMatch(LogSearching::readsWords);
      case LogQuery.Any any -> any.parts().stream().anyMatch(LogSearching::readsWords);
      case LogQuery.Not not -> readsWords(not.part());
      case LogQuery.Everything _,
          LogQuery.Words _,
          LogQuery.Exactly _,
          LogQuery.Network _,
          LogQuery.Present _ ->
          false;
    };
  }

  private static boolean isText(LogQuery.@Nullable Limit limit) {
    return limit != null && limit.value() instanceof String;
  }

  /** Says that a search was given up, and what helps. */
  static Problem tooLong(Duration longest) {
    return Problem.load(
        "search_too_long",
        "the search took longer than " + longest.toSeconds() + " s; name a shorter time",
        Duration.ofSeconds(5));
  }

  LogFound find() throws IOException {
    List<FieldDoc> found = search.size() == 0 ? List.of() : hits();
    boolean more = found.size() > search.size();
    List<FieldDoc> page = more ? found.subList(0, search.size()) : found;
    Tally tally = tally();
    if (searcher.timedOut()) {
      throw tooLong(longest);
    }
    return new LogFound(
        tally == null ? searcher.count(query) : tally.total(),
        numbered(page),
        more ? Cursor.of(search.sort(), page.getLast()) : null,
        tally == null ? Map.of() : tally.facets(search.most()),
        tally == null ? null : overTime(tally).histogram());
  }

  /**
   * Hits of any time that all lie in a small part of it are counted again over that part: all of
   * them in one bar of a year tell nothing.
   */
  private Tally overTime(Tally tally) throws IOException {
    LogSearch.Histogram asked = search.histogram();
    boolean open = asked != null && asked.from() == null && asked.until() == null;
    if (asked == null || !open || query instanceof MatchAllDocsQuery) {
      return tally;
    }
    Tally finest = tally;
    for (Tally.Buckets finer = finer(finest, asked); finer != null; finer = finer(finest, asked)) {
      finest = searcher.search(query, Tally.of(List.of(), finer, leaves));
    }
    return finest;
  }

  /** Buckets over what some have hits in; null when they would not be narrower. */
  private static Tally.@Nullable Buckets finer(Tally tally, LogSearch.Histogram asked) {
    Tally.Buckets filled = tally.filled();
    if (filled == null) {
      return null;
    }
    long until = filled.start() + filled.count() * filled.width();
    Tally.Buckets finer =
        buckets(filled.start(), until, asked.buckets(), asked.offset().toMillis());
    return finer.width() < filled.width() ? finer : null;
  }

  private List<FieldDoc> hits() throws IOException {
    Sort sort = Cursor.sort(search.sort());
    int most = search.skip() + search.size() + 1;
    TopFieldDocs top =
        searcher.search(query, new TopFieldCollectorManager(sort, most, after(), most));
    List<FieldDoc> hits = new ArrayList<>();
    for (int i = search.cursor() == null ? search.skip() : 0; i < top.scoreDocs.length; i++) {
      hits.add((FieldDoc) top.scoreDocs[i]);
    }
    return hits;
  }

  /** Order and sequence decide alone; the document's number only has to be a legal one. */
  private @Nullable FieldDoc after() {
    return search.cursor() == null
        ? null
        : Cursor.read(search.sort(), search.cursor(), Math.max(0, reader.maxDoc() - 1));
  }

  private List<LogFound.Hit> numbered(List<FieldDoc> page) throws IOException {
    List<LogFound.Hit> hits = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    for (FieldDoc hit : page) {
      hits.add(new LogFound.Hit(sequence(hit), score(hit), event(hit.doc, stored)));
    }
    return hits;
  }

  /** Whoever did not sort by it need not wait for it: it takes another pass over the index. */
  private double score(FieldDoc hit) {
    return search.sort() == LogSearch.Order.SCORE && hit.fields[0] instanceof Float score
        ? score
        : 1;
  }

  private static @Nullable Event event(int document, StoredFields stored) throws IOException {
    BytesRef bytes = stored.document(document).getBinaryValue(LogDocument.EVENT);
    return bytes == null ? null : EventBytes.read(bytes);
  }

  /** Every order ends with it. */
  private static long sequence(FieldDoc hit) {
    if (hit.fields[hit.fields.length - 1] instanceof Long sequence) {
      return sequence;
    }
    throw new IllegalStateException("a log without a sequence number");
  }

  private @Nullable Tally tally() throws IOException {
    Tally.Buckets buckets = buckets();
    return buckets == null && search.facets().isEmpty()
        ? null
        : searcher.search(query, Tally.of(search.facets(), buckets, leaves));
  }

  private Tally.@Nullable Buckets buckets() throws IOException {
    LogSearch.Histogram asked = search.histogram();
    if (asked == null || reader.numDocs() == 0) {
      return null;
    }
    long from =
        asked.from() == null
            ? DocValuesSkipper.globalMinValue(reader, LogDocument.TIME)
            : asked.from().toEpochMilli();
    long until =
        asked.until() == null
            ? DocValuesSkipper.globalMaxValue(reader, LogDocument.TIME) + 1
            : asked.until().toEpochMilli();
    return buckets(from, Math.max(until, from + 1), asked.buckets(), asked.offset().toMillis());
  }

  private static Tally.Buckets buckets(long from, long until, int most, long offset) {
    long width = width(until - from, most);
    long shift = width >= DAY ? offset : 0;
    long start = Math.floorDiv(from + shift, width) * width - shift;
    return new Tally.Buckets(start, width, (int) Math.ceilDiv(until - start, width));
  }

  private static long width(long span, int most) {
    return WIDTHS.stream()
        .mapToLong(Duration::toMillis)
        .filter(width -> Math.ceilDiv(span, width) <= most)
        .findFirst()
        .orElseGet(() -> Math.ceilDiv(Math.ceilDiv(span, most), DAY) * DAY);
  }
}
