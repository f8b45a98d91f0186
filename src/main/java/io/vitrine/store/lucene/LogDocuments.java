package io.vitrine.store.lucene;

import io.vitrine.store.LogIndex;
import io.vitrine.store.LogText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the index keeps of a log event ({@link LogDocument}). A log is fifty to a hundred
 * fields of Lucene's; they are made once and filled anew for every log. One thread at a time.
 */
final class LogDocuments {

  private final FieldLimit limit;
  private final Map<String, NamedFields> named = new HashMap<>();
  private final Shapes shapes = new Shapes();
  private final EventBytes.Writer events = new EventBytes.Writer();
  private final NumericDocValuesField time =
      NumericDocValuesField.indexedField(LogDocument.TIME, 0);
  private final NumericDocValuesField sequence = new NumericDocValuesField(LogDocument.SEQUENCE, 0);
  private final WholeField id = new WholeField(LogDocument.ID);
  private final StoredField event = new StoredField(LogDocument.EVENT, new BytesRef());
  private final List<IndexableField> document = new ArrayList<>();

  LogDocuments(FieldLimit limit) {
    this.limit = limit;
  }

  /** The document of a log; it holds until the next is made. */
  List<IndexableField> of(LogText log) {
    document.clear();
    shapes.start();
    time.setLongValue(log.timestamp().toEpochMilli());
    document.add(time);
    sequence.setLongValue(log.sequence());
    document.add(sequence);
    log.values().forEach(this::add);
    shapes.addTo(document);
    BytesRef whole = log.event() == null ? null : events.write(log.event());
    if (whole != null) {
      event.setBytesValue(whole);
      document.add(event);
    }
    return document;
  }

  private void add(String field, List<Object> values) {
    if (!limit.admits(field)) {
      values.forEach(
          value -> document.add(new WordsField(LogDocument.TEXT).with(value.toString())));
      return;
    }
    NamedFields fields = named.computeIfAbsent(field, NamedFields::new);
    fields.start();
    shapes.add(fields.bytes());
    for (Object value : values) {
      add(field, fields, value);
    }
    addFacet(field, fields, values.getFirst());
    addOrder(field, fields, values);
  }

  private void add(String field, NamedFields fields, Object value) {
    if (field.equals(LogDocument.ID)) {
      document.add(id.with(value.toString()));
      return;
    }
    if (value instanceof Number number) {
      document.add(fields.number(number.doubleValue()));
    }
    String text = wholeText(value);
    if (text != null && text.length() <= LogDocument.LONGEST_WHOLE) {
      document.add(fields.whole().withFolded(text));
    }
    if (value instanceof String words && !field.equals("type")) {
      document.add(fields.words(words));
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
          .ifPresent(
              address ->
                  document.add(new InetAddressPoint(LogDocument.ADDRESS_OF + field, address)));
    }
  }

  private void addFacet(String field, NamedFields fields, Object value) {
    if (LogIndex.FACETS.contains(field)) {
      document.add(fields.facet(value.toString()));
    }
  }

  /** Whatever has a number to be found by has one to be sorted by. */
  private void addOrder(String field, NamedFields fields, List<Object> values) {
    if (LogDocument.ORDERS.contains(field)) {
      for (Object value : values) {
        if (value instanceof Number number) {
          document.add(fields.order(number.doubleValue()));
          return;
        }
      }
    }
  }
}
