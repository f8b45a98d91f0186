package io.vitrine.intake;

import io.vitrine.model.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a sender may write a field: its own ({@code visitor_id}), the same in camel
 * case ({@code visitorId}) or in one word ({@code visitorid}), and the other names of the table
 * below. A field's own name wins over another name, and the first other name over the next.
 */
final class FieldNames {

  /**
   * What a name stands for.
   *
   * @param field the field
   * @param own whether it is the field's own name
   */
  record Named(Field field, boolean own) {}

  private static final Map<String, Named> NAMES = new HashMap<>();

  static {
    for (Field field : Field.values()) {
      spellings(field.wireName(), field);
      NAMES.put(field.wireName(), new Named(field, true));
    }
    other(Field.ID, "event_id", "message_id", "uuid");
    other(Field.TYPE, "event", "event_type", "event_name", "log_type");
    other(Field.TIMESTAMP, "time", "ts", "@timestamp", "datetime");
    other(Field.VISITOR_ID, "anonymous_id", "client_id", "distinct_id");
    other(Field.IP, "ip_address", "client_ip");
    other(Field.PRODUCT_ID, "item_id", "sku");
    other(Field.PRODUCT_NAME, "item_name");
    other(Field.CATEGORY_ID, "category", "item_category");
    other(Field.AMOUNT, "total", "revenue");
    other(Field.SEARCH_QUERY, "search_term", "query");
    other(Field.RESULTS, "results_count", "hits");
    other(Field.PAGE, "url", "page_url", "page_location", "path");
    other(Field.REFERRER, "referer", "page_referrer");
    other(Field.COUNTRY, "country_code");
    other(Field.EXPERIMENT, "experiment_id", "experiment_key");
    other(Field.VARIANT, "variant_id", "variation", "variation_id");
    other(Field.LEVEL, "log_level", "severity");
    other(Field.MESSAGE, "msg");
    other(Field.HOST, "hostname");
    other(Field.RESPONSE_TIME, "response_time_ms");
    other(Field.DB_QUERY_TIME, "db_query_time_ms");
  }

  private FieldNames() {}

  /** The field that a name stands for, or null when it is unknown. */
  static @Nullable Named of(String name) {
    return NAMES.get(name);
  }

  /** All names with their fields, for the description of the API. */
  static Map<String, Named> all() {
    return Map.copyOf(NAMES);
  }

  private static void other(Field field, String... names) {
    for (String name : names) {
      spellings(name, field);
    }
  }

  private static void spellings(String name, Field field) {
    NAMES.putIfAbsent(name, new Named(field, false));
    NAMES.putIfAbsent(camelCase(name), new Named(field, false));
    NAMES.putIfAbsent(name.replace("_", ""), new Named(field, false));
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(camel.isEmpty() ? word : capitalised(word));
    }
    return camel.toString();
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
