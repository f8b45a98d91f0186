package io.vitrine.logs;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.LogQueryText;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Logs as they come. */
@RestController
@Tag(name = "logs")
class TailController {

  private final LogTail tail;
  private final LogSearches searches;

  TailController(LogTail tail, LogSearches searches) {
    this.tail = tail;
    this.searches = searches;
  }

  /**
   * Server-sent events: log with each log that matches, and pulse at least every ten seconds with
   * how many logs this listener was too slow for. A viewer listens to plain words.
   */
  @GetMapping(path = "/api/logs/tail", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Needs(Role.VIEWER)
  SseEmitter tail(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(name = "log_type", required = false) @Nullable List<String> logType,
      @RequestParam(required = false) @Nullable List<String> level,
      @RequestParam(required = false) @Nullable List<String> service,
      @RequestParam(required = false) @Nullable List<String> country,
      @RequestParam(required = false) @Nullable List<String> host,
      @RequestParam(name = "status_code", required = false) @Nullable List<String> statusCode,
      @RequestParam(name = "error_code", required = false) @Nullable List<String> errorCode,
      @RequestParam(name = "user_id", required = false) @Nullable String userId,
      @RequestParam(name = "min_amount", required = false) @Nullable Double minAmount,
      @RequestParam(name = "max_amount", required = false) @Nullable Double maxAmount,
      @RequestParam(required = false) @Nullable Boolean fuzzy,
      Caller caller) {
    SearchForm form =
        new SearchForm(
            query,
            logType,
            level,
            service,
            country,
            host,
            statusCode,
            errorCode,
            null,
            null,
            userId,
            minAmount,
            maxAmount,
            null,
            null,
            null,
            null,
            fuzzy,
            null);
    LogQueryText.Read read = searches.read(form);
    if (!caller.may(Role.ANALYST) && !read.isBasic()) {
      throw new Problem(
          "role_too_low",
          Problem.Category.FORBIDDEN,
          "a viewer listens to plain words; conditions on fields need the role analyst");
    }
    return tail.listen(new LogMatcher(read.query()));
  }
}
