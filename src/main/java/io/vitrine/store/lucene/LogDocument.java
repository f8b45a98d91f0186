package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a log event. Each value is there by its words in {@link #TEXT}, by its
 * words in its own field unless it is a single one, and, unless it is long or a fraction, whole;
 * numbers and addresses as points besides. An id is there only as it was given.
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
    long time = log.timestamp().toEpochMilli();
    document.add(new NumericDocValuesField(TIME, time));
    document.add(new LongPoint(TIME, time));
    document.add(new NumericDocValuesField(SEQUENCE, log.sequence()));
    log.values().forEach(this::add);
    return document;
  }

  private void add(String field, List<Object> values) {
    if (!limit.admits(field)) {
      values.forEach(
          value -> document.add(new WordsField(TEXT, WordsField.Cut.of(value.toString()))));
      return;
    }
    document.add(new StringField(HAS, field, Field.Store.NO));
    values.forEach(value -> add(field, value));
    addFacet(field, values.getFirst());
    addOrder(field, values.getFirst());
  }

  private void add(String field, Object value) {
    String text = text(value);
    if (field.equals(ID)) {
      document.add(new StringField(ID, text, Field.Store.NO));
      return;
    }
    if (value instanceof Number number) {
      document.add(new DoublePoint(NUMBER_OF + field, number.doubleValue()));
    }
    String whole = text.length() <= LONGEST_WHOLE && !isFraction(value) ? folded(text) : null;
    if (whole != null) {
      document.add(new StringField(WHOLE_OF + field, whole, Field.Store.NO));
    }
    if (value instanceof String && !field.equals("type")) {
      addWords(field, text, whole);
      addAddress(field, text);
    }
  }

  /** Whole numbers are the same text whatever type they came as. */
  private static String text(Object value) {
    return value instanceof Number number && !isFraction(number)
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private static String folded(String text) {
    return LogWords.folded(text);
  }

  /** A measured number is found by its size; as a text nearly each would be a word of its own. */
  private static boolean isFraction(Object value) {
    return value instanceof Number number && number.doubleValue() % 1 != 0;
  }

  /** A single word that is the whole value is found as the whole. */
  private void addWords(String field, String text, @Nullable String whole) {
    WordsField.Cut cut = WordsField.Cut.of(text);
    document.add(new WordsField(TEXT, cut));
    if (whole == null || !cut.isJust(whole)) {
      document.add(new WordsField(WORDS_OF + field, cut));
    }
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
