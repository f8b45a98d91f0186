package io.vitrine.store.lucene;

import io.vitrine.model.Problem;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** {@link LogIndex} in a folder of its own. */
public final class LuceneLogIndex implements LogIndex {

  private static final String SEQUENCE_KEY = "vitrine.sequence";
  private static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(LogDocument.TIME, SortField.Type.LONG, true),
          new SortField(LogDocument.SEQUENCE, SortField.Type.LONG, true));

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final QueryBuilder words;
  private final Object commitLock = new Object();
  private long added;
  private volatile long committed;

  private LuceneLogIndex(Path folder) throws IOException {
    StandardAnalyzer analyzer = new StandardAnalyzer();
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, config(analyzer));
    committed = sequenceOf(writer);
    added = committed;
    searchers = new SearcherManager(writer, null);
    words = new QueryBuilder(analyzer);
  }

  /**
   * Opens the index, creating it when absent. A damaged or foreign index is deleted: it is derived,
   * and {@link #committedSequence()} then is 0.
   *
   * @throws Problem when another process holds the folder or it cannot be written
   */
  public static LuceneLogIndex open(Path folder) {
    try {
      return openOrRebuild(folder);
    } catch (LockObtainFailedException held) {
      throw Problem.ours(
          "index_in_use", "the log index in " + folder + " is in use by another process", held);
    } catch (IOException failure) {
      throw Problem.ours(
          "index_unusable", "the log index in " + folder + " does not open", failure);
    }
  }

  private static LuceneLogIndex openOrRebuild(Path folder) throws IOException {
    Files.createDirectories(folder);
    try {
      return new LuceneLogIndex(folder);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IllegalArgumentException damaged) {
      System.getLogger(LuceneLogIndex.class.getName())
          .log(System.Logger.Level.WARNING, "The log index is damaged and is built anew", damaged);
      empty(folder);
      return new LuceneLogIndex(folder);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static IndexWriterConfig config(StandardAnalyzer analyzer) {
    return new IndexWriterConfig(analyzer)
        .setOpenMode(OpenMode.CREATE_OR_APPEND)
        .setIndexSort(NEWEST_FIRST)
        .setRAMBufferSizeMB(32)
        .setCommitOnClose(false);
  }

  private static long sequenceOf(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data == null) {
      return 0;
    }
    for (Map.Entry<String, String> entry : data) {
      if (entry.getKey().equals(SEQUENCE_KEY)) {
        return Long.parseLong(entry.getValue());
      }
    }
    return 0;
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
      writer.addDocument(LogDocument.of(log));
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
        writer.setLiveCommitData(Map.of(SEQUENCE_KEY, Long.toString(added)).entrySet());
        writer.commit();
        committed = added;
        searchers.maybeRefreshBlocking();
      } catch (IOException failure) {
        throw new UncheckedIOException("the log index cannot be committed", failure);
      }
    }
  }

  @Override
  public long committedSequence() {
    return committed;
  }

  @Override
  public List<LogHit> newest(String text, @Nullable LogHit before, int limit) {
    Query query = LogDocument.query(words, text);
    return searching(searcher -> hits(searcher, query, before, limit));
  }

  private static List<LogHit> hits(
      IndexSearcher searcher, Query query, @Nullable LogHit before, int limit) throws IOException {
    FieldDoc after =
        before == null
            ? null
            : new FieldDoc(
                lastDocument(searcher),
                0,
                new Object[] {before.timestampMillis(), before.sequence()});
    List<LogHit> found = new ArrayList<>();
    for (ScoreDoc document : searcher.searchAfter(after, query, limit, NEWEST_FIRST).scoreDocs) {
      Object[] place = ((FieldDoc) document).fields;
      found.add(new LogHit((Long) place[0], (Long) place[1]));
    }
    return found;
  }

  /** Time and sequence decide alone; the document's number only has to be a legal one. */
  private static int lastDocument(IndexSearcher searcher) {
    return Math.max(0, searcher.getIndexReader().maxDoc() - 1);
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
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the log index cannot be read", failure);
    }
  }

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
    } catch (AlreadyClosedException closed) {
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException("the log index does not close", failure);
    }
  }
}
