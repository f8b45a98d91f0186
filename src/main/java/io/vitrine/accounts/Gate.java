package io.vitrine.accounts;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every endpoint and lets through whom its {@link Rule} names, before anything of the
 * request's body is read. Hands the caller to endpoints that ask for it. An answer that goes on,
 * such as a live tail, was let through when it began; its end is no new request.
 */
final class Gate implements HandlerInterceptor, HandlerMethodArgumentResolver {

  private final Credentials credentials;

  Gate(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean goesOn = request.getDispatcherType() == DispatcherType.ASYNC;
    if (handler instanceof HandlerMethod endpoint && !goesOn) {
      admit(request, endpoint);
    }
    return true;
  }

  private void admit(HttpServletRequest request, HandlerMethod endpoint) {
    if (Declared.isForeign(endpoint)) {
      return;
    }
    Rule rule = Rule.of(endpoint).orElseThrow(() -> new IllegalStateException("no rule"));
    if (!rule.isPublic()) {
      Caller caller = credentials.required(request);
      rule.check(caller);
      request.setAttribute(RequestNotes.CALLER, caller);
    }
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    return request == null ? null : caller(request).orElse(null);
  }

  /** An endpoint for everybody may still want to know who asks. */
  private Optional<Caller> caller(HttpServletRequest request) {
    return RequestNotes.caller(request).or(() -> credentials.of(request));
  }
}
