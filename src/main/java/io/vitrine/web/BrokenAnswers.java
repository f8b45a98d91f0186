package io.vitrine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * An answer that fails when part of it was sent must not end as if it were whole: nobody could tell
 * a file that was cut from one that was written to its end. The connection is cut instead.
 */
@Component
class BrokenAnswers implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(BrokenAnswers.class);

  /** Leaves the program, which makes the server close the connection. */
  private static final class BrokenAnswer extends RuntimeException {
    BrokenAnswer(Exception cause) {
      super("an answer broke off", cause);
    }
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!response.isCommitted() || failure instanceof IOException) {
      return null;
    }
    LOG.error("the answer broke off in request {}", RequestId.of(request), failure);
    throw new BrokenAnswer(failure);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
