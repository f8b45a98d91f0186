package io.vitrine.store;

import java.util.List;

/**
 * What an erasure took out of the event store.
 *
 * @param names all by which the person was known, the devices that are nobody else's too
 * @param events of the shop that were deleted
 * @param logs that were deleted
 * @param orders events of orders that were kept without the person
 * @param logIds ids of the deleted logs
 */
public record Erased(List<String> names, long events, long logs, long orders, List<String> logIds) {

  public Erased {
    names = List.copyOf(names);
    logIds = List.copyOf(logIds);
  }
}
