package io.vitrine.accounts;

import io.vitrine.accounts.SignIn.SignedIn;
import io.vitrine.model.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The refresh token in the browser: scripts cannot read it and other sites cannot send it. */
final class RefreshCookie {

  static final String NAME = "vitrine_refresh";
  private static final String PATH = "/api/auth";

  private RefreshCookie() {}

  static String of(SignedIn person, HttpServletRequest request) {
    return cookie(person.refreshToken(), person.sessionLife(), request);
  }

  /** Makes the browser forget the cookie. */
  static String gone(HttpServletRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  /**
   * Refuses a request that a page of another origin made, for browsers that do not know SameSite.
   */
  static void checkOrigin(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign =
        (origin != null && !isOwn(origin, request.getHeader("Host")))
            || (site != null && !site.equals("same-origin") && !site.equals("none"));
    if (foreign) {
      throw new Problem(
          "foreign_origin", Problem.Category.FORBIDDEN, "a page of another origin asks");
    }
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null
          && host != null
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String cookie(String value, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path(PATH)
        .maxAge(life)
        .build()
        .toString();
  }
}
