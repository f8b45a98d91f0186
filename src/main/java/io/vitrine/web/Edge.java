package io.vitrine.web;

import io.vitrine.accounts.RequestNotes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The first thing that every request meets: it gets a number, its client's address, one spelling of
 * its path, the headers of its answer and the limit of its body.
 */
final class Edge extends OncePerRequestFilter {

  /** Nobody has to be known for these, so they are kept small. */
  private static final String SIGN_IN = "/api/auth/";

  private static final long SIGN_IN_LIMIT = 16 * 1024;

  private final Networks proxies;
  private final long bodyLimit;
  private final HandlerExceptionResolver problems;
  private final @Nullable String framed;

  /**
   * @param framed origin of the one place whose pages ours may show in a frame; null for none
   */
  Edge(
      Networks proxies,
      long bodyLimit,
      HandlerExceptionResolver problems,
      @Nullable String framed) {
    this.proxies = proxies;
    this.bodyLimit = bodyLimit;
    this.problems = problems;
    this.framed = framed;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest socket, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest request = PlainRequest.of(ForwardedRequest.unwrap(socket, proxies));
    RequestNotes.client(request, request.getRemoteAddr());
    Headers.stamp(request, response);
    if (framed != null) {
      Headers.allowFrame(response, framed);
    }
    try (var _ = MDC.putCloseable("request", RequestId.of(request))) {
      pass(request, response, chain);
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUpload(request)) {
      chain.doFilter(request, response);
      return;
    }
    long limit = request.getRequestURI().startsWith(SIGN_IN) ? SIGN_IN_LIMIT : bodyLimit;
    if (request.getContentLengthLong() > limit) {
      problems.resolveException(request, response, null, LimitedRequest.tooLarge(limit));
      return;
    }
    chain.doFilter(new LimitedRequest(request, limit), response);
  }

  /** Uploads have their own limit, and are read only once the caller is known. */
  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/");
  }
}
