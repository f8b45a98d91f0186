package io.vitrine.trust;

import io.vitrine.accounts.PlainPath;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.trust.Exchange.Origin;
import io.vitrine.trust.Part.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request that an event tells of: its own fields, or those that its sender named otherwise. */
final class LoggedRequest {

  /** Unknown fields that hold a request or a part of one. */
  private static final Set<String> PARTS =
      Set.of(
          "query",
          "query_string",
          "querystring",
          "args",
          "params",
          "parameters",
          "body",
          "request_body",
          "payload",
          "form",
          "data",
          "post_data",
          "postdata",
          "headers",
          "header",
          "cookie",
          "cookies",
          "host",
          "referer",
          "x_forwarded_for",
          "search",
          "input",
          "filename");

  private static final Set<String> ADDRESSES =
      Set.of("url", "uri", "request_uri", "request_url", "path", "request_path", "full_url");
  private static final Set<String> METHODS =
      Set.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "PROPFIND");
  private static final Set<String> SIGN_INS =
      Set.of("login", "login_failed", "sign_in", "failed_login");
  private static final List<String> ANSWERS = List.of("response", "response_body", "output");
  private static final List<String> ENDS = List.of("ends_at", "auction_ends_at", "auction_end");
  private static final Pattern PAID =
      Pattern.compile("(?i)^(?:cp[acm]|ppc|retargeting)$|paid|display|banner|affiliate");
  private static final Duration LAST_SECONDS = Duration.ofSeconds(3);
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_DEEP = 6;

  private LoggedRequest() {}

  static Optional<Exchange> of(Event event) {
    Line line = line(event);
    String search = event.text(Field.SEARCH_QUERY);
    String other = otherThan(event);
    List<Part> parts = new ArrayList<>();
    add(parts, Place.QUERY, "search_query", search);
    add(parts, Place.HEADER, "User-Agent", event.text(Field.USER_AGENT));
    add(parts, Place.QUERY, "coupon", event.text(Field.COUPON));
    referrer(parts, event.text(Field.REFERRER));
    others(parts, event.others());
    if (line == null && other == null && search == null && parts.isEmpty()) {
      return Optional.empty();
    }
    String address = line == null ? (other == null ? "" : other) : withoutHost(line.target());
    int query = address.indexOf('?');
    if (query >= 0) {
      parts.addAll(Parts.parameters(Place.QUERY, address.substring(query + 1)));
    }
    return Optional.of(
        exchange(
            event, line, PlainPath.of(query < 0 ? address : address.substring(0, query)), parts));
  }

  private static Exchange exchange(
      Event event, @Nullable Line line, String path, List<Part> parts) {
    Long status = event.integer(Field.STATUS_CODE);
    String session = event.text(Field.SESSION_ID);
    return new Exchange(
        event.timestamp(),
        Origin.LOG,
        event.text(Field.SERVICE),
        event.text(Field.IP),
        event.text(Field.COUNTRY),
        event.text(Field.USER_AGENT),
        event.text(Field.USER_ID),
        session == null ? event.text(Field.VISITOR_ID) : session,
        line == null ? "GET" : line.method(),
        path,
        parts,
        status == null ? failedSignIn(event) : status.intValue(),
        outcome(event),
        event.id(),
        event.flag(Field.BOT),
        deed(event));
  }

  private static Deed deed(Event event) {
    String medium = event.text(Field.UTM_MEDIUM);
    String payment = event.text(Field.PAYMENT_METHOD);
    return new Deed(
        event.type().name(),
        event.text(Field.PRODUCT_ID),
        medium != null && PAID.matcher(medium).find(),
        payment != null && payment.toLowerCase(Locale.ROOT).contains("gift"),
        isLateBid(event),
        known(event, ANSWERS));
  }

  private static boolean isLateBid(Event event) {
    String end = event.type().name().equals("bid") ? known(event, ENDS) : null;
    if (end == null) {
      return false;
    }
    try {
      Duration left = Duration.between(event.timestamp(), Instant.parse(end));
      return !left.isNegative() && left.compareTo(LAST_SECONDS) <= 0;
    } catch (DateTimeParseException notATime) {
      return false;
    }
  }

  private static @Nullable String known(Event event, List<String> names) {
    if (event.others().isEmpty()) {
      return null;
    }
    for (String name : names) {
      if (event.others().get(name) instanceof String text) {
        return text;
      }
    }
    return null;
  }

  /** A log of a failed sign-in often has no status. */
  private static int failedSignIn(Event event) {
    String action = event.text(Field.ACTION);
    String status = event.text(Field.STATUS);
    if (action == null || !SIGN_INS.contains(action.toLowerCase(Locale.ROOT))) {
      return 0;
    }
    boolean failed = action.contains("fail") || (status != null && status.contains("fail"));
    return failed ? 401 : 0;
  }

  private static @Nullable String outcome(Event event) {
    String status = event.text(Field.STATUS);
    return status == null ? null : status.toLowerCase(Locale.ROOT);
  }

  /** What events that are no requests are counted by. */
  private static @Nullable String otherThan(Event event) {
    String type = event.type().name();
    return switch (type) {
      case "add_to_cart", "purchase" -> type;
      case "transaction" -> "payment";
      default -> event.text(Field.ACTION);
    };
  }

  private static @Nullable Line line(Event event) {
    String endpoint = event.text(Field.ENDPOINT);
    String method = event.text(Field.METHOD);
    if (endpoint != null) {
      return new Line(method == null ? "GET" : method.toUpperCase(Locale.ROOT), endpoint);
    }
    String page = event.text(Field.PAGE);
    if (page != null) {
      return new Line("GET", page);
    }
    for (String name : ADDRESSES) {
      if (event.others().get(name) instanceof String address && !address.isEmpty()) {
        return new Line(method == null ? "GET" : method.toUpperCase(Locale.ROOT), address);
      }
    }
    return requestLine(event);
  }

  private static @Nullable Line requestLine(Event event) {
    Object request = event.others().get("request");
    String text = request instanceof String given ? given : event.text(Field.MESSAGE);
    if (text == null) {
      return null;
    }
    return requestLine(text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE));
  }

  /** The first method in capitals with a path behind it, up to the protocol or the line's end. */
  private static @Nullable Line requestLine(String text) {
    for (int slash = text.indexOf(" /"); slash >= 0; slash = text.indexOf(" /", slash + 1)) {
      int start = slash;
      while (start > 0 && text.charAt(start - 1) >= 'A' && text.charAt(start - 1) <= 'Z') {
        start--;
      }
      if (METHODS.contains(text.substring(start, slash))) {
        return new Line(text.substring(start, slash), text.substring(slash + 1, end(text, slash)));
      }
    }
    return null;
  }

  private static int end(String text, int from) {
    int protocol = text.indexOf(" HTTP/", from);
    int line = text.indexOf('\n', from);
    int end = protocol < 0 ? text.length() : protocol;
    return line < 0 ? end : Math.min(line, end);
  }

  private static void referrer(List<Part> parts, @Nullable String referrer) {
    if (referrer == null) {
      return;
    }
    int query = referrer.indexOf('?');
    if (query >= 0) {
      for (Part part : Parts.parameters(Place.QUERY, referrer.substring(query + 1))) {
        parts.add(new Part(Place.HEADER, "Referer", part.value()));
      }
    }
    add(parts, Place.HEADER, "Referer", query < 0 ? referrer : referrer.substring(0, query));
  }

  /** What is beyond so many parts is one more part together, but for secrets. */
  private static void others(List<Part> parts, Map<?, ?> others) {
    if (others.isEmpty()) {
      return;
    }
    StringBuilder rest = new StringBuilder();
    others(parts, rest, others, 0);
    add(parts, Place.BODY, "", rest.toString());
  }

  private static void others(List<Part> parts, StringBuilder rest, Map<?, ?> others, int depth) {
    others.forEach(
        (name, value) -> {
          String known = String.valueOf(name).toLowerCase(Locale.ROOT).replace('-', '_');
          if (PARTS.contains(known)) {
            leaves(parts, rest, String.valueOf(name), value);
          } else if (value instanceof Map<?, ?> inner
              && depth < MOST_DEEP
              && known.equals("request")) {
            others(parts, rest, inner, depth + 1);
          }
        });
  }

  private static void leaves(
      List<Part> parts, StringBuilder rest, String name, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> inner ->
          inner.forEach(
              (key, item) -> leaves(parts, rest, Parts.inner(name, key, parts, rest), item));
      case Collection<?> list -> list.forEach(item -> leaves(parts, rest, name, item));
      case String text -> text(name, text).forEach(part -> Parts.keep(part, parts, rest));
      case null, default -> {}
    }
  }

  /** A text that is a query or a document is taken apart as such. */
  private static List<Part> text(String name, String text) {
    String begin = text.stripLeading();
    if (begin.startsWith("{") || begin.startsWith("[")) {
      return Parts.body("json", text);
    }
    boolean query = text.indexOf('=') > 0 && text.indexOf('=') < 60 && text.indexOf(' ') < 0;
    if (query) {
      return Parts.parameters(Place.QUERY, text);
    }
    return text.isEmpty() ? List.of() : List.of(new Part(Place.BODY, name, text));
  }

  private static void add(List<Part> parts, Place place, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      parts.add(new Part(place, name, value));
    }
  }

  private static String withoutHost(String target) {
    int scheme = target.indexOf("://");
    if (scheme < 0 || scheme > 5) {
      return target;
    }
    int slash = target.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : target.substring(slash);
  }

  private record Line(String method, String target) {}
}
