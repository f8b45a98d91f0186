package io.vitrine.store.lucene;

import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import io.vitrine.store.ValueCount;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** {@link LogIndex} in a folder of its own. */
public final class LuceneLogIndex implements LogIndex {

  private static final String SEQUENCE_KEY = "vitrine.sequence";
  private static final String FORM_KEY = "vitrine.form";

  /** Counted up when documents change, so that an older index is built anew. */
  private static final String FORM = "6 " + EventBytes.FORM;

  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

  private static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(LogDocument.TIME, SortField.Type.LONG, true),
          new SortField(LogDocument.SEQUENCE, SortField.Type.LONG, true));

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final LogDocuments documents;
  private final WholeLeaves leaves = new WholeLeaves();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
          Thread.ofPlatform().daemon().name("log-search-", 0).factory());
  private final Object commitLock = new Object();
  private final Duration longest;
  private volatile boolean rebuilt;
  private long added;
  private volatile long committed;
  private volatile @Nullable KnownFields fieldsKnown;

  private LuceneLogIndex(Path folder, Duration longest, boolean rebuilt) throws IOException {
    this.longest = longest;
    this.rebuilt = rebuilt;
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, config());
    committed = sequenceOf(writer);
    added = committed;
    searchers = new SearcherManager(writer, null);
    documents = new LogDocuments(new FieldLimit(fields()));
    threads.execute(this::learn);
  }

  /** What is there already is counted at the start; of many millions it takes seconds. */
  private void learn() {
    try {
      searching(
          searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
              leaves.learn(leaf.reader());
            }
            return leaves;
          });
    } catch (AlreadyClosedException closed) {
      return;
    }
  }

  /**
   * Opens the index, creating it when absent. A damaged or foreign index is deleted: it is derived,
   * and {@link #committedSequence()} then is 0.
   *
   * @throws Problem when another process holds the folder or it cannot be written
   */
  public static LuceneLogIndex open(Path folder) {
    return open(folder, LONGEST_SEARCH);
  }

  /** The same with another limit of time for a search. */
  static LuceneLogIndex open(Path folder, Duration longest) {
    try {
      return openOrRebuild(folder, longest);
    } catch (LockObtainFailedException held) {
      throw Problem.ours(
          "index_in_use", "the log index in " + folder + " is in use by another process", held);
    } catch (IOException failure) {
      throw Problem.ours(
          "index_unusable", "the log index in " + folder + " does not open", failure);
    }
  }

  private static LuceneLogIndex openOrRebuild(Path folder, Duration longest) throws IOException {
    Files.createDirectories(folder);
    try {
      verify(folder);
      return new LuceneLogIndex(folder, longest, false);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | EOFException
        | FileNotFoundException
        | NoSuchFileException
        | IllegalArgumentException damaged) {
      System.getLogger(LuceneLogIndex.class.getName())
          .log(System.Logger.Level.WARNING, "The log index is damaged and is built anew", damaged);
      empty(folder);
      return new LuceneLogIndex(folder, longest, true);
    }
  }

  /** Reads every file once and compares its checksum: a wrong answer is worse than none. */
  private static void verify(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
          }
        }
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private IndexWriterConfig config() {
    return new IndexWriterConfig(new LogAnalyzer())
        .setOpenMode(OpenMode.CREATE_OR_APPEND)
        .setIndexSort(NEWEST_FIRST)
        .setRAMBufferSizeMB(32)
        .setMergePolicy(new CleanMerges())
        .setMergedSegmentWarmer(leaves::learn)
        .setCommitOnClose(false);
  }

  private static long sequenceOf(IndexWriter writer) throws IOException {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
    if (kept != null) {
      kept.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    if (!data.getOrDefault(FORM_KEY, FORM).equals(FORM)
        || (data.containsKey(SEQUENCE_KEY) && !data.containsKey(FORM_KEY))) {
      writer.deleteAll();
      return 0;
    }
    return Long.parseLong(data.getOrDefault(SEQUENCE_KEY, "0"));
  }

  @Override
  public void add(LogStretch stretch) {
    synchronized (commitLock) {
      try {
        for (LogText log : stretch.logs()) {
          addOne(log);
        }
        added = Math.max(added, stretch.until());
      } catch (IOException failure) {
        throw new UncheckedIOException("the log index cannot be written", failure);
      }
    }
  }

  private void addOne(LogText log) throws IOException {
    if (log.sequence() > added) {
      writer.addDocument(documents.of(log));
      added = log.sequence();
    }
  }

  @Override
  public void commit() {
    synchronized (commitLock) {
      if (added == committed) {
        return;
      }
      try {
        write();
        searchers.maybeRefreshBlocking();
        committed = added;
      } catch (IOException failure) {
        throw new UncheckedIOException("the log index cannot be committed", failure);
      }
    }
  }

  private void write() throws IOException {
    writer.setLiveCommitData(Map.of(SEQUENCE_KEY, Long.toString(added), FORM_KEY, FORM).entrySet());
    writer.commit();
  }

  @Override
  public void startOver() {
    synchronized (commitLock) {
      try {
        writer.deleteAll();
        added = 0;
        write();
        searchers.maybeRefreshBlocking();
        committed = 0;
        rebuilt = true;
      } catch (IOException failure) {
        throw new UncheckedIOException("the log index cannot be emptied", failure);
      }
    }
  }

  @Override
  public void remove(LogQuery query) {
    synchronized (commitLock) {
      try {
        commit();
        Query found = searching(searcher -> new LogQueries(searcher.getIndexReader()).of(query));
        writer.deleteDocuments(found);
        // Only what is committed as deleted is seen by the merges that clean the files.
        write();
        writer.forceMergeDeletes(true);
        write();
        searchers.maybeRefreshBlocking();
        writer.deleteUnusedFiles();
      } catch (IOException failure) {
        throw new UncheckedIOException("logs cannot be removed from the index", failure);
      }
    }
  }

  @Override
  public long committedSequence() {
    return committed;
  }

  @Override
  public LogFound search(LogSearch search) {
    try {
      return searching(searcher -> searching(searcher.getIndexReader(), search).find());
    } catch (ExitableDirectoryReader.ExitingReaderException late) {
      throw LogSearching.tooLong(longest);
    }
  }

  private LogSearching searching(IndexReader reader, LogSearch search) throws IOException {
    return new LogSearching(reader, search, threads, leaves, longest);
  }

  @Override
  public @Nullable Long withId(String id) {
    LogSearch one =
        LogSearch.hits(
            new LogQuery.Exactly(LogDocument.ID, List.of(id)), LogSearch.Order.NEWEST, 1, null);
    List<LogFound.Hit> hits = search(one).hits();
    return hits.isEmpty() ? null : hits.getFirst().sequence();
  }

  @Override
  public List<ValueCount> beginning(String text, int limit) {
    return searching(searcher -> new Beginnings(searcher.getIndexReader()).of(text, limit));
  }

  @Override
  public Set<String> fields() {
    return searching(searcher -> knownFields(searcher.getIndexReader()));
  }

  /** Every search asks for the fields, which are the same as long as nothing is added. */
  private Set<String> knownFields(IndexReader reader) {
    IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
    Object state = helper == null ? reader : helper.getKey();
    KnownFields known = fieldsKnown;
    if (known == null || !known.state().equals(state)) {
      known = new KnownFields(state, Collections.unmodifiableSet(fieldsOf(reader)));
      fieldsKnown = known;
    }
    return known.fields();
  }

  private static Set<String> fieldsOf(IndexReader reader) {
    Set<String> fields = new TreeSet<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      if (field.name.startsWith(LogDocument.WHOLE_OF)
          || field.name.startsWith(LogDocument.WORDS_OF)
          || field.name.startsWith(LogDocument.NUMBER_OF)) {
        fields.add(field.name.substring(LogDocument.WHOLE_OF.length()));
      }
      if (field.name.equals(LogDocument.ID)) {
        fields.add(field.name);
      }
    }
    return fields;
  }

  @Override
  public boolean isRebuilt() {
    return rebuilt;
  }

  @Override
  public long size() {
    return searching(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  private <T> T searching(Search<T> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } catch (IndexSearcher.TooManyClauses many) {
        throw Problem.caller(
            "query_too_complex",
            "the search has more words and conditions than the limit of "
                + IndexSearcher.getMaxClauseCount());
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the log index cannot be read", failure);
    }
  }

  /** Fields of one state of the index. */
  private record KnownFields(Object state, Set<String> fields) {}

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  @Override
  public void close() {
    try {
      commit();
      searchers.close();
      writer.close();
      directory.close();
      threads.shutdown();
    } catch (AlreadyClosedException closed) {
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException("the log index does not close", failure);
    }
  }
}
