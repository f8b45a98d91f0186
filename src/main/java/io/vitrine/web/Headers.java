package io.vitrine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers of every answer: what a browser may do with it. */
final class Headers {

  private static final String POLICY = "Content-Security-Policy";
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self';"
          + " form-action 'self'; object-src 'none'";
  private static final String PERMISSIONS =
      "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  private Headers() {}

  /** Writes the headers, and the number of the request, which it gives when there is none yet. */
  static void stamp(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    write(request, response);
  }

  /** Lets our pages show a page of another origin. */
  static void allowFrame(HttpServletResponse response, String origin) {
    response.setHeader(POLICY, CONTENT_SECURITY_POLICY + "; frame-src " + origin);
  }

  private static void write(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(POLICY, CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Permissions-Policy", PERMISSIONS);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    String path = request.getRequestURI();
    if (path != null && path.startsWith("/api/")) {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
