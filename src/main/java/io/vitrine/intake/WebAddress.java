package io.vitrine.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a page's or referrer's address says, however badly it is written. */
final class WebAddress {

  private static final int MOST_PARAMETERS = 100;

  private WebAddress() {}

  /** The host in small letters, without port, or null when the address has none. */
  static @Nullable String host(String address) {
    int scheme = address.indexOf("//");
    if (scheme < 0 || scheme > 30) {
      return null;
    }
    int start = scheme + 2;
    int end = start;
    while (end < address.length() && "/?#:\\".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = address.substring(start, end).toLowerCase(Locale.ROOT);
    String bare = host.substring(host.lastIndexOf('@') + 1);
    return bare.isEmpty() || bare.length() > 255 ? null : bare;
  }

  /** The parameters of the address, the first of each name, names in small letters. */
  static Map<String, String> parameters(String address) {
    int question = address.indexOf('?');
    if (question < 0) {
      return Map.of();
    }
    int hash = address.indexOf('#', question);
    String query = address.substring(question + 1, hash < 0 ? address.length() : hash);
    Map<String, String> parameters = new HashMap<>();
    int from = 0;
    while (from < query.length() && parameters.size() < MOST_PARAMETERS) {
      int and = query.indexOf('&', from);
      int to = and < 0 ? query.length() : and;
      add(query.substring(from, to), parameters);
      from = to + 1;
    }
    return parameters;
  }

  private static void add(String pair, Map<String, String> parameters) {
    int equals = pair.indexOf('=');
    if (equals > 0) {
      String name = pair.substring(0, equals).toLowerCase(Locale.ROOT);
      parameters.putIfAbsent(name, decoded(pair.substring(equals + 1)));
    }
  }

  private static String decoded(String text) {
    try {
      return PlainText.line(URLDecoder.decode(text, StandardCharsets.UTF_8)).strip();
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
