package io.vitrine.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request brought besides itself, so that its sender's budget can be charged for it. What
 * comes in without a request, such as a file of the command line, is charged to nobody.
 *
 * @param events events in it, whatever became of them
 * @param bytes bytes of its body, unpacked
 */
public record Load(long events, long bytes) {

  private static final String NAME = Load.class.getName();
  private static final Load NONE = new Load(0, 0);

  /** Adds events to the request that this thread serves. */
  public static void addEvents(long events) {
    add(new Load(events, 0));
  }

  /** Adds bytes to the request that this thread serves. */
  public static void addBytes(long bytes) {
    add(new Load(0, bytes));
  }

  /** What a request brought so far. */
  public static Load of(HttpServletRequest request) {
    return request.getAttribute(NAME) instanceof Load load ? load : NONE;
  }

  private static void add(Load more) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      Object before = request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
      Load load = before instanceof Load known ? known : NONE;
      request.setAttribute(
          NAME,
          new Load(load.events() + more.events(), load.bytes() + more.bytes()),
          RequestAttributes.SCOPE_REQUEST);
    }
  }
}
