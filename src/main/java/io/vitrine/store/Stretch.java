package io.vitrine.store;

import java.util.List;

/**
 * The events of some types among those that follow each other.
 *
 * @param until sequence number of the last event that was looked at, of these types or not
 * @param events those of the types, in order
 */
public record Stretch(long until, List<StoredEvent> events) {

  public Stretch {
    events = List.copyOf(events);
  }
}
