package io.vitrine.web;

import io.vitrine.accounts.RequestNotes;
import io.vitrine.model.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The one place that turns whatever goes wrong into an answer. */
@RestControllerAdvice
class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String TYPE = "urn:vitrine:problem:";

  /** One of ours. */
  @ExceptionHandler
  ResponseEntity<ProblemBody> problem(Problem problem, HttpServletRequest request) {
    HttpStatus status = status(problem.category());
    if (status.is5xxServerError()) {
      LOG.error("{} in request {}", problem.code(), RequestId.of(request), problem);
    }
    HttpHeaders headers = new HttpHeaders();
    problem.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, seconds(wait)));
    if (status == HttpStatus.UNAUTHORIZED) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"vitrine\"");
    }
    String detail = Objects.requireNonNullElse(problem.getMessage(), problem.code());
    ProblemBody body = body(status, problem.code(), detail, request, null);
    return answer(body.naming(problem.values()), headers);
  }

  /** A body that is not the JSON that the endpoint reads. */
  @ExceptionHandler
  ResponseEntity<ProblemBody> unreadable(
      HttpMessageNotReadableException failure, HttpServletRequest request) {
    if (failure.getCause() instanceof JacksonException json) {
      return answer(
          body(
              HttpStatus.BAD_REQUEST,
              "bad_json",
              Reading.sentence(json),
              request,
              json.getLocation()),
          new HttpHeaders());
    }
    return answer(
        body(HttpStatus.BAD_REQUEST, "body_missing", "the request has no body", request, null),
        new HttpHeaders());
  }

  /** A parameter of the address that is not of its kind. */
  @ExceptionHandler
  ResponseEntity<ProblemBody> mismatch(
      MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
    String detail = failure.getName() + " cannot be '" + failure.getValue() + "'";
    return answer(
        body(HttpStatus.BAD_REQUEST, "bad_parameter", detail, request, null), new HttpHeaders());
  }

  /** The client is gone; nobody reads an answer. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  void gone(IOException failure) {
    LOG.debug("a client went away", failure);
  }

  /** What the framework refuses, and everything that nobody expected. */
  @ExceptionHandler
  ResponseEntity<ProblemBody> other(Exception failure, HttpServletRequest request) {
    if (failure instanceof ErrorResponse refusal) {
      return refused(refusal, request);
    }
    LOG.error("unexpected failure in request {}", RequestId.of(request), failure);
    return answer(unexpected(request), new HttpHeaders());
  }

  static ProblemBody unexpected(HttpServletRequest request) {
    return body(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "unexpected",
        "something went wrong here; the log tells more under the request's number",
        request,
        null);
  }

  static ProblemBody body(
      HttpStatusCode status,
      String code,
      String detail,
      HttpServletRequest request,
      @Nullable TokenStreamLocation place) {
    RequestNotes.problem(request, code);
    return new ProblemBody(
        TYPE + code,
        title(status),
        status.value(),
        detail,
        code,
        null,
        RequestId.of(request),
        place == null || place.getLineNr() < 1 ? null : place.getLineNr(),
        place == null || place.getColumnNr() < 1 ? null : place.getColumnNr(),
        FlagWords.of(path(request), detail));
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** A code for a status that the framework or the server chose. */
  static String code(HttpStatusCode status) {
    return title(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
  }

  private static ResponseEntity<ProblemBody> refused(
      ErrorResponse refusal, HttpServletRequest request) {
    HttpStatusCode status = refusal.getStatusCode();
    String detail = Objects.requireNonNullElse(refusal.getBody().getDetail(), title(status));
    return answer(body(status, code(status), detail, request, null), refusal.getHeaders());
  }

  private static ResponseEntity<ProblemBody> answer(ProblemBody body, HttpHeaders headers) {
    return ResponseEntity.status(body.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  private static HttpStatus status(Problem.Category category) {
    return switch (category) {
      case CALLER -> HttpStatus.BAD_REQUEST;
      case UNKNOWN_CALLER -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case ABSENT -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case LOAD -> HttpStatus.TOO_MANY_REQUESTS;
      case OURS -> HttpStatus.INTERNAL_SERVER_ERROR;
      case OUTSIDE -> HttpStatus.BAD_GATEWAY;
    };
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  private static String title(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
