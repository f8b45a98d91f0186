package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that other products write in objects or with points in their names, such as {@code
 * service.name}: the names of the Elastic Common Schema and of OpenTelemetry. What is read from
 * them stays where it was, too. A value that does not fit its field stays there alone.
 */
final class NestedNames {

  /** All names in their order: the first that is there wins. */
  private static final List<Name> NAMES = new ArrayList<>();

  /** What the names begin with; most records have none of these. */
  private static final Set<String> BEGINNINGS = new HashSet<>();

  /**
   * A name and the field that it fills.
   *
   * @param path the name, whole and taken apart
   */
  private record Name(Path path, Field field) {}

  /**
   * A name with points.
   *
   * @param first the part before the first point
   * @param rest what is behind it; null without a point
   */
  private record Path(String whole, String first, @Nullable Path rest) {

    static Path of(String name) {
      int point = name.indexOf('.');
      return point < 0
          ? new Path(name, name, null)
          : new Path(name, name.substring(0, point), of(name.substring(point + 1)));
    }

    /** What an object has there; null when it has nothing. */
    @Nullable Object in(Map<?, ?> object) {
      Object value = object.get(whole);
      if (value != null || rest == null) {
        return value;
      }
      return object.get(first) instanceof Map<?, ?> inner ? rest.in(inner) : null;
    }
  }

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
      Path path = Path.of(name);
      NAMES.add(new Name(path, field));
      BEGINNINGS.add(path.first());
      BEGINNINGS.add(path.whole());
    }
  }

  /** Fills fields that are absent. */
  static void fill(Event.Draft draft) {
    Map<String, Object> others = draft.others();
    if (!hasAny(others)) {
      return;
    }
    for (Name name : NAMES) {
      if (!draft.has(name.field())) {
        set(draft, name.field(), name.path().in(others));
      }
    }
  }

  private static boolean hasAny(Map<String, Object> others) {
    for (String name : others.keySet()) {
      if (BEGINNINGS.contains(name)) {
        return true;
      }
    }
    return false;
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
