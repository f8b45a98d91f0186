package io.vitrine.store.lucene;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.store.StoredEvent;
import java.util.List;
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

  private static final List<Field> SEARCHED =
      List.of(
          Field.MESSAGE,
          Field.SERVICE,
          Field.LEVEL,
          Field.ERROR_CODE,
          Field.ERROR_TYPE,
          Field.ERROR_MESSAGE,
          Field.ENDPOINT,
          Field.STACK_TRACE,
          Field.TRANSACTION_ID,
          Field.ORDER_ID,
          Field.USER_ID,
          Field.TRACE_ID,
          Field.IP,
          Field.ACTION,
          Field.HOST);

  private LogDocument() {}

  static Document of(StoredEvent stored) {
    Event event = stored.event();
    Document document = new Document();
    document.add(new NumericDocValuesField(TIME, event.timestamp().toEpochMilli()));
    document.add(new NumericDocValuesField(SEQUENCE, stored.sequence()));
    for (Field field : SEARCHED) {
      String text = event.text(field);
      if (text != null) {
        document.add(new TextField(TEXT, text, Store.NO));
      }
    }
    event.others().values().stream()
        .filter(String.class::isInstance)
        .forEach(text -> document.add(new TextField(TEXT, (String) text, Store.NO)));
    return document;
  }

  /** All words must occur; text without any word matches every log. */
  static Query query(QueryBuilder builder, String text) {
    Query query = builder.createBooleanQuery(TEXT, text, Occur.MUST);
    return query == null ? MatchAllDocsQuery.INSTANCE : query;
  }
}
