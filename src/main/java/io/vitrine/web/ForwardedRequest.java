package io.vitrine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Locale;

/**
 * A request that a trusted proxy passed on. The client is the last address of {@code
 * X-Forwarded-For} that is not a trusted proxy itself: everything before it may be made up.
 */
final class ForwardedRequest extends HttpServletRequestWrapper {

  private final String client;
  private final boolean secure;

  private ForwardedRequest(HttpServletRequest request, String client, boolean secure) {
    super(request);
    this.client = client;
    this.secure = secure;
  }

  /** The request as its client sent it; unchanged unless it comes from a trusted proxy. */
  static HttpServletRequest unwrap(HttpServletRequest request, Networks proxies) {
    if (!proxies.contain(request.getRemoteAddr())) {
      return request;
    }
    String scheme = request.getHeader("X-Forwarded-Proto");
    boolean secure =
        request.isSecure()
            || (scheme != null && scheme.toLowerCase(Locale.ROOT).strip().equals("https"));
    return new ForwardedRequest(request, client(request, proxies), secure);
  }

  private static String client(HttpServletRequest request, Networks proxies) {
    String client = request.getRemoteAddr();
    String all = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
    String[] hops = all.split(",", -1);
    for (int i = hops.length - 1; i >= 0 && proxies.contain(client); i--) {
      String hop = withoutPort(hops[i].strip());
      if (hop.isEmpty() || hop.length() > 45) {
        break;
      }
      client = hop;
    }
    return client;
  }

  /** Some proxies write 192.0.2.1:4711; each connection would be another client. */
  private static String withoutPort(String hop) {
    int end = hop.startsWith("[") ? hop.indexOf(']') : -1;
    if (end > 0) {
      return hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }

  @Override
  public String getRemoteAddr() {
    return client;
  }

  @Override
  public String getRemoteHost() {
    return client;
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getScheme() {
    return secure ? "https" : super.getScheme();
  }
}
