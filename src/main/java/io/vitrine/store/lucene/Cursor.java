package io.vitrine.store.lucene;

import io.vitrine.model.Problem;
import io.vitrine.store.LogSearch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Order of hits, and where a page ended, as a text that a caller hands back. */
final class Cursor {

  private static final SortField NEWEST =
      new SortField(LogDocument.TIME, SortField.Type.LONG, true);
  private static final SortField LAST =
      new SortField(LogDocument.SEQUENCE, SortField.Type.LONG, true);

  private Cursor() {}

  static Sort sort(LogSearch.Order order) {
    return switch (order) {
      case NEWEST -> new Sort(NEWEST, LAST);
      case OLDEST ->
          new Sort(
              new SortField(LogDocument.TIME, SortField.Type.LONG),
              new SortField(LogDocument.SEQUENCE, SortField.Type.LONG));
      case SCORE -> new Sort(SortField.FIELD_SCORE, NEWEST, LAST);
      case RESPONSE_TIME, DB_QUERY_TIME, AMOUNT ->
          new Sort(greatest(LogDocument.NUMBER_OF + order.wireName()), NEWEST, LAST);
    };
  }

  private static SortField greatest(String field) {
    return new SortField(field, SortField.Type.DOUBLE, true, Double.NEGATIVE_INFINITY);
  }

  static String of(LogSearch.Order order, FieldDoc last) {
    StringBuilder text = new StringBuilder(order.wireName());
    for (Object value : last.fields) {
      text.append(' ').append(value);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static FieldDoc read(LogSearch.Order order, String cursor, int lastDocument) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split(" ", -1));
      SortField[] fields = sort(order).getSort();
      if (!parts.getFirst().equals(order.wireName()) || parts.size() != fields.length + 1) {
        throw wrong(cursor, order);
      }
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < fields.length; i++) {
        values.add(value(fields[i].getType(), parts.get(i + 1)));
      }
      return new FieldDoc(lastDocument, Float.NaN, values.toArray());
    } catch (IllegalArgumentException broken) {
      throw wrong(cursor, order);
    }
  }

  private static Object value(SortField.Type type, String text) {
    if (type == SortField.Type.SCORE) {
      return Float.valueOf(text);
    }
    return type == SortField.Type.DOUBLE ? (Object) Double.valueOf(text) : Long.valueOf(text);
  }

  private static Problem wrong(String cursor, LogSearch.Order order) {
    return Problem.caller(
        "log_cursor", cursor + " is no cursor of a search sorted by " + order.wireName());
  }
}
