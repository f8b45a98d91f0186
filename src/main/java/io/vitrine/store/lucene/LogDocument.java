package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogText;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * What the index keeps of a log event. Each value is there by its words in {@link #TEXT}, by its
 * words in its own field and, unless it is long, whole; numbers and addresses as points besides.
 */
final class LogDocument {

  static final String TIME = "time";
  static final String SEQUENCE = "sequence";
  static final String ID = "id";
  static final String TEXT = "text";
  static final String HAS = "has";
  static final String WORDS_OF = "t.";
  static final String WHOLE_OF = "k.";
  static final String NUMBER_OF = "n.";
  static final String ADDRESS_OF = "a.";
  static final String FACET_OF = "d.";
  static final String ORDER_OF = "s.";

  /** What hits can be sorted by. */
  static final Set<String> ORDERS = Set.of("response_time", "db_query_time", "amount");

  /** A longer value is found by its words alone. */
  static final int LONGEST_WHOLE = 512;

  private static final FieldType WORDS = words();
  private static final Set<String> WITHOUT_WORDS = Set.of("id", "type");

  private final LogText log;
  private final FieldLimit limit;
  private final Document document = new Document();

  private LogDocument(LogText log, FieldLimit limit) {
    this.log = log;
    this.limit = limit;
  }

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }

  static Document of(LogText log, FieldLimit limit) {
    return new LogDocument(log, limit).make();
  }

  private Document make() {
    long time = log.timestamp().toEpochMilli();
    document.add(new NumericDocValuesField(TIME, time));
    document.add(new LongPoint(TIME, time));
    document.add(new NumericDocValuesField(SEQUENCE, log.sequence()));
    log.values().forEach(this::add);
    return document;
  }

  private void add(String field, List<Object> values) {
    if (!limit.admits(field)) {
      values.forEach(value -> addWords(TEXT, value.toString()));
      return;
    }
    document.add(new StringField(HAS, field, Field.Store.NO));
    values.forEach(value -> add(field, value));
    addFacet(field, values.getFirst());
    addOrder(field, values.getFirst());
  }

  private void add(String field, Object value) {
    String text = value.toString();
    if (field.equals(ID)) {
      document.add(new StringField(ID, text, Field.Store.NO));
    }
    if (value instanceof Number number) {
      document.add(new DoublePoint(NUMBER_OF + field, number.doubleValue()));
    }
    if (value instanceof String && !WITHOUT_WORDS.contains(field)) {
      addWords(TEXT, text);
      document.add(new Field(WORDS_OF + field, text, WORDS));
      addAddress(field, text);
    }
    if (text.length() <= LONGEST_WHOLE) {
      document.add(new StringField(WHOLE_OF + field, LogWords.folded(text), Field.Store.NO));
    }
  }

  private void addWords(String field, String text) {
    document.add(new TextField(field, text, Field.Store.NO));
  }

  private void addAddress(String field, String text) {
    if (field.equals("ip")) {
      Addresses.literal(text)
          .ifPresent(address -> document.add(new InetAddressPoint(ADDRESS_OF + field, address)));
    }
  }

  private void addFacet(String field, Object value) {
    if (LogIndex.FACETS.contains(field)) {
      document.add(new SortedDocValuesField(FACET_OF + field, new BytesRef(value.toString())));
    }
  }

  private void addOrder(String field, Object value) {
    if (ORDERS.contains(field) && value instanceof Number number) {
      document.add(new DoubleDocValuesField(ORDER_OF + field, number.doubleValue()));
    }
  }
}
