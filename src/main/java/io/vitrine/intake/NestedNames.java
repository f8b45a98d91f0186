package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields that other products write in objects or with points in their names, such as {@code
 * service.name}: the names of the Elastic Common Schema and of OpenTelemetry. What is read from
 * them stays where it was, too. A value that does not fit its field stays there alone.
 */
final class NestedNames {

  private static final Map<String, Field> NAMES = new LinkedHashMap<>();

  static {
    name(
        Field.SERVICE, "service.name", "kubernetes.container.name", "container.name", "app", "job");
    name(Field.LEVEL, "log.level", "level_name", "severity_text", "loglevel");
    name(Field.HOST, "host.name", "host.hostname", "agent.hostname", "kubernetes.node.name");
    name(Field.ERROR_MESSAGE, "error.message", "exception.message");
    name(Field.ERROR_TYPE, "error.type", "exception.type");
    name(Field.ERROR_CODE, "error.code");
    name(Field.STACK_TRACE, "error.stack_trace", "exception.stacktrace", "stacktrace");
    name(Field.STATUS_CODE, "http.response.status_code", "http.status_code");
    name(Field.METHOD, "http.request.method", "http.method");
    name(Field.ENDPOINT, "url.path", "http.route", "http.target");
    name(Field.IP, "client.ip", "source.ip", "client.address", "clientip");
    name(Field.USER_ID, "user.id", "enduser.id", "user.name");
    name(Field.USER_AGENT, "user_agent.original", "agent");
    name(Field.TRACE_ID, "trace.id", "traceid");
    name(Field.COUNTRY, "geo.country_iso_code", "source.geo.country_iso_code");
  }

  private NestedNames() {}

  private static void name(Field field, String... names) {
    for (String name : names) {
      NAMES.put(name, field);
    }
  }

  /** Fills fields that are absent. */
  static void fill(Event.Draft draft) {
    if (draft.others().isEmpty()) {
      return;
    }
    NAMES.forEach(
        (name, field) -> {
          if (!draft.has(field)) {
            set(draft, field, value(draft.others(), name));
          }
        });
  }

  private static @Nullable Object value(Map<?, ?> object, String path) {
    Object whole = object.get(path);
    int point = path.indexOf('.');
    if (whole != null || point < 0) {
      return whole;
    }
    return object.get(path.substring(0, point)) instanceof Map<?, ?> inner
        ? value(inner, path.substring(point + 1))
        : null;
  }

  private static void set(Event.Draft draft, Field field, @Nullable Object value) {
    if (value instanceof String || value instanceof Number) {
      String text = value.toString().strip();
      try {
        if (!text.isEmpty()) {
          draft.set(field, Scalars.of(field, text));
        }
      } catch (Unfit other) {
        draft.set(field, null);
      }
    }
  }
}
