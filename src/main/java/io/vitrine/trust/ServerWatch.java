package io.vitrine.trust;

import io.vitrine.accounts.RequestNotes;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Shows the inspection what the server itself refuses: requests that are no proper HTTP. */
final class ServerWatch extends ValveBase {

  private final OwnRequests requests;

  ServerWatch(OwnRequests requests) {
    super(true);
    this.requests = requests;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    try {
      getNext().invoke(request, response);
    } finally {
      boolean refused =
          request.getAttribute(RequestWatch.SEEN) == null && response.getStatus() >= 400;
      if (refused) {
        if (isMalformed(response.getStatus())) {
          RequestNotes.problem(request.getRequest(), "not_http");
        }
        requests.take(request.getRequest(), response.getStatus(), "");
      }
    }
  }

  private static boolean isMalformed(int status) {
    return status == 400 || status == 414 || status == 431 || status >= 501;
  }
}
