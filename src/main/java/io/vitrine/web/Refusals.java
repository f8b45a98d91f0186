package io.vitrine.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Answers for requests that the server refuses before anything of ours sees them, such as those
 * that are not HTTP: with the same headers and in the same form as all others.
 */
public final class Refusals extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null || !status.isError() || response.getContentWritten() > 0) {
      return;
    }
    if (response.setErrorReported()) {
      answer(request, response, status);
    }
  }

  private static void answer(Request request, Response response, HttpStatus status) {
    Headers.stamp(request.getRequest(), response.getResponse());
    byte[] body = body(status, RequestId.of(request.getRequest()));
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException e) {
      // The client is gone; nobody reads an answer.
      response.setError();
    }
  }

  private static byte[] body(HttpStatus status, String id) {
    String code = Problems.code(status);
    String title = status.getReasonPhrase();
    return """
    {"type":"urn:vitrine:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s","request_id":"%s"}"""
        .formatted(code, title, status.value(), title, code, id)
        .getBytes(StandardCharsets.UTF_8);
  }
}
