package io.vitrine.store;

import io.vitrine.model.Event;

/**
 * An event in the store.
 *
 * @param sequence its place in the order of storing, from 1
 * @param event the event as it was stored
 */
public record StoredEvent(long sequence, Event event) {}
