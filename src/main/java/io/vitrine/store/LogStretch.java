package io.vitrine.store;

import java.util.List;

/**
 * The logs among some events that follow each other.
 *
 * @param until sequence number of the last event that was looked at, log or not
 * @param logs its log events, in order
 */
public record LogStretch(long until, List<LogText> logs) {

  public LogStretch {
    logs = List.copyOf(logs);
  }
}
