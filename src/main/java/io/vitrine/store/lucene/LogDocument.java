package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a log event. Each text is there by its words and, unless it is long,
 * whole; numbers and addresses as points, whole numbers also as texts. An id is there only as it
 * was given. Words of fields beyond the limit are in {@link #TEXT}.
 */
final class LogDocument {

  static final String TIME = "time";
  static final String SEQUENCE = "sequence";
  static final String ID = "id";
  static final String TEXT = "text";
  static final String HAS = "has";
  static final String EVENT = "event";
  static final String WORDS_OF = "t.";
  static final String WHOLE_OF = "k.";
  static final String NUMBER_OF = "n.";
  static final String ADDRESS_OF = "a.";
  static final String FACET_OF = "d.";
  static final String ORDER_OF = "s.";

  /** What hits can be sorted by. */
  static final Set<String> ORDERS = Set.of("response_time", "db_query_time", "amount");

  /** A longer value is found by its words alone. */
  static final int LONGEST_WHOLE = 256;

  private final LogText log;
  private final FieldLimit limit;
  private final Document document = new Document();

  private LogDocument(LogText log, FieldLimit limit) {
    this.log = log;
    this.limit = limit;
  }

  static Document of(LogText log, FieldLimit limit) {
    return new LogDocument(log, limit).make();
  }

  private Document make() {
    document.add(NumericDocValuesField.indexedField(TIME, log.timestamp().toEpochMilli()));
    document.add(new NumericDocValuesField(SEQUENCE, log.sequence()));
    List<String> has = new ArrayList<>(log.values().size());
    log.values().forEach((field, values) -> add(field, values, has));
    document.add(WordsField.names(HAS, Cut.ofNames(has)));
    BytesRef whole = log.event() == null ? null : EventBytes.of(log.event());
    if (whole != null) {
      document.add(new StoredField(EVENT, whole));
    }
    return document;
  }

  private void add(String field, List<Object> values, List<String> has) {
    if (!limit.admits(field)) {
      values.forEach(value -> document.add(WordsField.words(TEXT, Cut.of(value.toString()))));
      return;
    }
    has.add(field);
    values.forEach(value -> add(field, value));
    addFacet(field, values.getFirst());
    addOrder(field, values.getFirst());
  }

  private void add(String field, Object value) {
    if (field.equals(ID)) {
      document.add(new StringField(ID, value.toString(), Field.Store.NO));
      return;
    }
    if (value instanceof Number number) {
      document.add(new DoublePoint(NUMBER_OF + field, number.doubleValue()));
    }
    String text = wholeText(value);
    if (text != null && text.length() <= LONGEST_WHOLE) {
      document.add(new StringField(WHOLE_OF + field, LogWords.folded(text), Field.Store.NO));
    }
    if (value instanceof String words && !field.equals("type")) {
      document.add(WordsField.words(WORDS_OF + field, Cut.of(words)));
      addAddress(field, words);
    }
  }

  /**
   * Whole numbers are the same text whatever type they came as. A measured number has none: it is
   * found by its size, and as a text nearly each would be a word of its own.
   */
  private static @Nullable String wholeText(Object value) {
    if (!(value instanceof Number number)) {
      return value.toString();
    }
    if (number instanceof Long || number instanceof Integer) {
      return number.toString();
    }
    return number.doubleValue() % 1 != 0
        ? null
        : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
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
