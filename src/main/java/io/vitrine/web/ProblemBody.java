package io.vitrine.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as every endpoint answers it (RFC 9457).
 *
 * @param type stable name of the kind of error
 * @param title the HTTP status in words
 * @param status the HTTP status
 * @param detail what is wrong with which value
 * @param code stable, in snake case; the end of the type
 * @param values what the detail names, by name, to say it in another language; absent for none
 * @param requestId number of the request, to be found in the log
 * @param line line of the body where reading it stopped, from 1
 * @param column column of that line, from 1
 * @param foreign what clients of a foreign protocol look for, by its names; empty for ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "type",
  "title",
  "status",
  "detail",
  "code",
  "values",
  "request_id",
  "line",
  "column"
})
record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable Map<String, String> values,
    String requestId,
    @Nullable Integer line,
    @Nullable Integer column,
    @JsonAnyGetter Map<String, String> foreign) {

  /** The same with the values that its detail names, if any. */
  ProblemBody naming(Map<String, String> named) {
    return named.isEmpty()
        ? this
        : new ProblemBody(
            type, title, status, detail, code, named, requestId, line, column, foreign);
  }
}
