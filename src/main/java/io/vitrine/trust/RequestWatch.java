package io.vitrine.trust;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows every request to the inspection once it is answered. Changes nothing. */
final class RequestWatch extends OncePerRequestFilter {

  /** Set on what this has seen, for whoever stands before it. */
  static final String SEEN = RequestWatch.class.getName() + ".seen";

  private final OwnRequests requests;

  RequestWatch(OwnRequests requests) {
    this.requests = requests;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(SEEN, true);
    if (!OwnRequests.hasTellingBody(request)) {
      try {
        chain.doFilter(request, response);
      } finally {
        requests.take(request, response.getStatus(), "");
      }
      return;
    }
    BodyCopy copy = new BodyCopy(request);
    try {
      chain.doFilter(copy, response);
    } finally {
      requests.take(copy, response.getStatus(), copy.isAsyncStarted() ? "" : copy.beginning());
    }
  }
}
