package io.vitrine.history;

import io.vitrine.store.past.Brought;
import io.vitrine.store.past.ImportRecord;
import io.vitrine.store.past.SessionRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an import has found.
 *
 * @param added events that are new in the store
 * @param again whether these files had been imported before, so that nothing was read
 * @param content the report as the documentation of the command line names its parts
 */
public record ImportReport(long added, boolean again, Map<String, Object> content) {

  /** Amounts keep their digits. */
  private static final ObjectReader JSON =
      JsonMapper.shared()
          .readerFor(new TypeReference<LinkedHashMap<String, Object>>() {})
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  static ImportReport first(ImportRecord done) {
    return new ImportReport(done.events(), false, content(done));
  }

  static ImportReport again(ImportRecord earlier) {
    return new ImportReport(0, true, content(earlier));
  }

  /** The report of an import with its time. */
  static Map<String, Object> content(ImportRecord done) {
    Map<String, Object> content = JSON.readValue(done.report());
    content.put(
        "seconds", Duration.between(done.startedAt(), done.finishedAt()).toMillis() / 1000.0);
    return content;
  }

  static String of(
      Brought brought, long raw, long categories, Map<String, Long> rejected, SessionRule rule) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("events", events(brought, raw));
    report.put("visitors", brought.visitors());
    report.put("products", brought.products());
    report.put("orders", brought.orders());
    report.put("session_rule", rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    report.put(
        "sessions",
        rule == SessionRule.CALENDAR_DAY
            ? brought.sessionsByCalendarDay()
            : brought.sessionsByInactivity());
    report.put("sessions_by_inactivity", brought.sessionsByInactivity());
    report.put("sessions_by_calendar_day", brought.sessionsByCalendarDay());
    report.put("calendar_days", brought.days());
    report.put("first_date", String.valueOf(brought.firstDay()));
    report.put("last_date", String.valueOf(brought.lastDay()));
    report.put("properties", properties(brought));
    report.put("categories", categories);
    report.put("revenue", Reconciliation.plain(brought.revenue()));
    report.put("lines_without_price", brought.linesWithoutPrice());
    report.put("lines_priced_later", brought.linesPricedLater());
    report.put("rejected", rejected);
    return JsonMapper.shared().writeValueAsString(report);
  }

  private static Map<String, Object> events(Brought brought, long raw) {
    List<Long> kept = brought.kept();
    Map<String, Object> events = new LinkedHashMap<>();
    events.put("raw", raw);
    events.put("duplicates", brought.repeated().size());
    events.put("kept", kept.stream().mapToLong(Long::longValue).sum());
    events.put("views", kept.get(0));
    events.put("add_to_carts", kept.get(1));
    events.put("transactions", kept.get(2));
    events.put("known_before", brought.known());
    events.put("added", brought.stored());
    return events;
  }

  private static Map<String, Object> properties(Brought brought) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("rows", brought.properties());
    properties.put("items", brought.items());
    properties.put("distinct", brought.names());
    return properties;
  }
}
