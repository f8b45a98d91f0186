package io.vitrine.trust;

import io.vitrine.trust.Part.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a request apart. Bounded: what is beyond so many parts is one more part together. */
final class Parts {

  /** More than any form or document of a shop has. */
  static final int MOST = 400;

  /** Between values that are read together: what ends a sentence begins no attack. */
  private static final String BETWEEN = ". ";

  /** Signs of a name that are said again for each value under it. */
  private static final int LONGEST_WAY = 200;

  private static final JsonMapper JSON = new JsonMapper();

  private Parts() {}

  /** Parameters of a query or form, names and values as they came. */
  static List<Part> parameters(Place place, String query) {
    List<Part> parts = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    int from = 0;
    while (from <= query.length()) {
      int end = end(query, from);
      String piece = query.substring(from, end);
      if (!piece.isEmpty()) {
        parameter(place, piece, parts, rest);
      }
      from = end + 1;
    }
    if (!rest.isEmpty()) {
      parts.add(new Part(place, "", rest.toString()));
    }
    return parts;
  }

  private static void parameter(Place place, String piece, List<Part> parts, StringBuilder rest) {
    int equals = piece.indexOf('=');
    String name = equals < 0 ? piece : piece.substring(0, equals);
    Part part = new Part(place, decoded(name), equals < 0 ? "" : piece.substring(equals + 1));
    if (parts.size() < MOST) {
      parts.add(part);
    } else if (!part.isSecret()) {
      rest.append(piece).append('&');
    }
  }

  /** Keeps a part by itself, or what it says with the others when there are many already. */
  static void keep(Part part, List<Part> parts, StringBuilder rest) {
    if (parts.size() < MOST) {
      parts.add(part);
    } else if (!part.isSecret()) {
      String value = part.value();
      rest.append(part.place() == Place.QUERY ? decoded(value) : value).append(BETWEEN);
    }
  }

  /** An ampersand parts parameters only where a name and an equals sign follow it. */
  private static int end(String query, int from) {
    int end = query.indexOf('&', from);
    while (end >= 0 && !isNameAt(query, end + 1)) {
      end = query.indexOf('&', end + 1);
    }
    return end < 0 ? query.length() : end;
  }

  private static boolean isNameAt(String query, int from) {
    int i = from;
    while (i < query.length() && isNameSign(query.charAt(i))) {
      i++;
    }
    boolean named =
        i > from && (i == query.length() || query.charAt(i) == '=' || query.charAt(i) == '&');
    return named;
  }

  private static boolean isNameSign(char sign) {
    return Character.isLetterOrDigit(sign) || "_.-[]$%:@+".indexOf(sign) >= 0;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return name;
    }
  }

  /** Leaves and names of a body: of JSON, of a form, or the text as a whole. */
  static List<Part> body(String type, String body) {
    if (type.contains("json")) {
      return json(body);
    }
    if (type.contains("form-urlencoded")) {
      return parameters(Place.BODY, body);
    }
    return List.of(new Part(Place.BODY, "", body));
  }

  private static List<Part> json(String body) {
    try {
      List<Part> parts = new ArrayList<>();
      StringBuilder rest = new StringBuilder();
      leaves(parts, rest, "", JSON.readTree(body));
      if (!rest.isEmpty()) {
        parts.add(new Part(Place.BODY, "", rest.toString()));
      }
      return parts;
    } catch (JacksonException broken) {
      return List.of(new Part(Place.BODY, "", body));
    }
  }

  private static void leaves(List<Part> parts, StringBuilder rest, String name, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  leaves(
                      parts, rest, inner(name, member.getKey(), parts, rest), member.getValue()));
      return;
    }
    if (node.isArray()) {
      node.forEach(item -> leaves(parts, rest, name, item));
      return;
    }
    keep(new Part(Place.BODY, name, node.isNull() ? "" : node.asString()), parts, rest);
  }

  /** A name for all that is under it; a long one is read by itself, and once. */
  private static String kept(String name, List<Part> parts, StringBuilder rest) {
    if (name.length() <= LONGEST_WAY) {
      return name;
    }
    keep(new Part(Place.BODY, "", name), parts, rest);
    return name.substring(0, LONGEST_WAY);
  }

  /** The way to a member of what a log tells. */
  static String inner(String name, Object member, List<Part> parts, StringBuilder rest) {
    return inner(name, kept(String.valueOf(member), parts, rest));
  }

  /**
   * The way to a member. Operators of document stores are told from names, as forms write them:
   * name[$ne].
   */
  private static String inner(String name, String member) {
    String way = name.length() > LONGEST_WAY ? "" : name;
    if (member.startsWith("$")) {
      return way + "[" + member + "]";
    }
    return way.isEmpty() ? member : way + "." + member;
  }

  /** Cookies of a Cookie header. */
  static List<Part> cookies(String header) {
    List<Part> parts = new ArrayList<>();
    for (String cookie : header.split(";", MOST)) {
      int equals = cookie.indexOf('=');
      if (equals > 0) {
        String name = cookie.substring(0, equals).strip();
        parts.add(new Part(Place.COOKIE, name, cookie.substring(equals + 1).strip()));
      }
    }
    return parts;
  }
}
