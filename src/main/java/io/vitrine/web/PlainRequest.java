package io.vitrine.web;

import io.vitrine.accounts.PlainPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose path has one spelling, so that no other spelling has other limits. */
final class PlainRequest extends HttpServletRequestWrapper {

  private final String path;

  private PlainRequest(HttpServletRequest request, String path) {
    super(request);
    this.path = path;
  }

  /** The request itself where its path is plain already. */
  static HttpServletRequest of(HttpServletRequest request) {
    String sent = request.getRequestURI();
    String plain = PlainPath.of(sent);
    return plain.equals(sent) ? request : new PlainRequest(request, plain);
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = super.getRequestURL();
    return url.replace(url.length() - super.getRequestURI().length(), url.length(), path);
  }
}
