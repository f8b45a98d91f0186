package io.vitrine.trust;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it, as far as it is known.
 *
 * @param at when
 * @param origin who was asked
 * @param service which service of the shop; null when unknown
 * @param address of the client; null when unknown
 * @param country of the address, when the log says so
 * @param agent User-Agent; null when there was none
 * @param user name or id of the account; null when unknown
 * @param session of the account or visitor; null when unknown
 * @param method in capitals; GET when unknown
 * @param path without the query, as it came
 * @param parts everything else that the client chose, as it came
 * @param status of the answer; 0 when unknown
 * @param problem code of the problem, or outcome of a payment; null when unknown
 * @param eventId id of the stored event; null for a request to this product
 * @param robot whether the client says that it is a robot
 * @param deed what a log or event tells besides
 */
record Exchange(
    Instant at,
    Origin origin,
    @Nullable String service,
    @Nullable String address,
    @Nullable String country,
    @Nullable String agent,
    @Nullable String user,
    @Nullable String session,
    String method,
    String path,
    List<Part> parts,
    int status,
    @Nullable String problem,
    @Nullable String eventId,
    boolean robot,
    Deed deed) {

  private static final int LONGEST_TARGET = 300;

  /** Who was asked. */
  enum Origin {
    PRODUCT,
    LOG;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Exchange {
    parts = List.copyOf(parts);
  }

  /** Who it is taken for: the address, else the account, else the session. */
  String source() {
    return Stream.of(address, user, session, service)
        .filter(name -> name != null)
        .findFirst()
        .orElse("");
  }

  /** Method and path, shortened. */
  String target() {
    String target = method + " " + path;
    return target.length() <= LONGEST_TARGET ? target : target.substring(0, LONGEST_TARGET);
  }

  boolean isOwn() {
    return origin == Origin.PRODUCT;
  }

  boolean changes() {
    return switch (method) {
      case "POST", "PUT", "PATCH", "DELETE" -> true;
      default -> false;
    };
  }

  boolean failed() {
    return status >= 400;
  }

  boolean refused() {
    return status == 401 || status == 403;
  }

  String lowerPath() {
    return path.toLowerCase(Locale.ROOT);
  }

  /** The first value of a part, or null. */
  @Nullable String value(Part.Place place, String name) {
    for (Part part : parts) {
      if (part.is(place, name)) {
        return part.value();
      }
    }
    return null;
  }
}
