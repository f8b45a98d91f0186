package io.vitrine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something worth a person's attention, as a code and parameters; the reader's language makes the
 * sentence.
 *
 * @param code stable, in snake case
 * @param severity how it is to be taken
 * @param params the figures and names it rests on
 * @param question the question that shows the figures, if one does
 * @param page the page that shows more
 */
public record Finding(
    String code,
    Severity severity,
    Map<String, Object> params,
    @Nullable Question question,
    String page) {

  /** How a finding is to be taken. */
  public enum Severity {
    GOOD,
    BAD,
    WARN,
    INFO
  }

  public Finding {
    params = Map.copyOf(params);
  }
}
