package io.vitrine.store.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRefBuilder;

/** Lucene's fields for one field of ours, made once and used for log after log. */
final class NamedFields {

  /** A longer text leaves no memory behind. */
  private static final int LONGEST_KEPT = 4_096;

  private static final int MOST_KEPT = 8;

  private final byte[] bytes;
  private final Kept<WordsField> words;
  private final Kept<WholeField> wholes;
  private final Kept<DoublePoint> numbers;
  private final BytesRefBuilder shown = new BytesRefBuilder();
  private final SortedDocValuesField facet;
  private final DoubleDocValuesField order;

  NamedFields(String name) {
    facet = new SortedDocValuesField(LogDocument.FACET_OF + name, shown.get());
    order = new DoubleDocValuesField(LogDocument.NUMBER_OF + name, 0);
    bytes = Shapes.bytes(name);
    words = new Kept<>(LogDocument.WORDS_OF + name, WordsField::new);
    wholes = new Kept<>(LogDocument.WHOLE_OF + name, WholeField::new);
    numbers = new Kept<>(LogDocument.NUMBER_OF + name, field -> new DoublePoint(field, 0));
  }

  /** The name in UTF-8. */
  byte[] bytes() {
    return bytes;
  }

  /** To be called before each log. */
  void start() {
    words.used = 0;
    wholes.used = 0;
    numbers.used = 0;
  }

  WordsField words(String text) {
    return (text.length() > LONGEST_KEPT ? words.fresh() : words.next()).with(text);
  }

  WholeField whole() {
    return wholes.next();
  }

  DoublePoint number(double value) {
    DoublePoint point = numbers.next();
    point.setDoubleValue(value);
    return point;
  }

  /** A value to be counted; a log has one. */
  SortedDocValuesField facet(String value) {
    shown.copyChars(value);
    facet.setBytesValue(shown.get());
    return facet;
  }

  /** A number to sort by; a log has one. */
  DoubleDocValuesField order(double value) {
    order.setDoubleValue(value);
    return order;
  }

  /** Fields of one kind: a log with several values needs several. */
  private static final class Kept<F> {

    private final String name;
    private final Function<String, F> maker;
    private final List<F> kept = new ArrayList<>(1);
    private int used;

    Kept(String name, Function<String, F> maker) {
      this.name = name;
      this.maker = maker;
    }

    F fresh() {
      return maker.apply(name);
    }

    F next() {
      if (used == MOST_KEPT) {
        return fresh();
      }
      if (used == kept.size()) {
        kept.add(fresh());
      }
      return kept.get(used++);
    }
  }
}
