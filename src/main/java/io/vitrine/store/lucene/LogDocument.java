package io.vitrine.store.lucene;

import io.vitrine.store.LogText;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** What the index keeps of a log event: its words, its time and its sequence number. */
final class LogDocument {

  static final String TIME = "time";
  static final String SEQUENCE = "sequence";
  private static final String TEXT = "text";

  private LogDocument() {}

  static Document of(LogText log) {
    Document document = new Document();
    document.add(new NumericDocValuesField(TIME, log.timestamp().toEpochMilli()));
    document.add(new NumericDocValuesField(SEQUENCE, log.sequence()));
    log.texts().forEach(text -> document.add(new TextField(TEXT, text, Store.NO)));
    return document;
  }

  /** All words must occur; text without any word matches every log. */
  static Query query(QueryBuilder builder, String text) {
    Query query = builder.createBooleanQuery(TEXT, text, Occur.MUST);
    return query == null ? MatchAllDocsQuery.INSTANCE : query;
  }
}
