package io.vitrine.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.vitrine.accounts.Public;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for errors that happen before or after the endpoints, in the same form. */
@Hidden
@Public
@RestController
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ProblemBody> error(HttpServletRequest request, HttpServletResponse response) {
    Headers.stamp(request, response);
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    HttpStatus known = status == null ? HttpStatus.NOT_FOUND : status;
    return ResponseEntity.status(known)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body(known, request));
  }

  private static ProblemBody body(HttpStatus status, HttpServletRequest request) {
    return status.is5xxServerError()
        ? Problems.unexpected(request)
        : Problems.body(status, Problems.code(status), status.getReasonPhrase(), request, null);
  }
}
