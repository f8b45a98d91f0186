package io.vitrine.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds.
 *
 * @param firstDay first day with events of visitors, in the shop's zone; null when there are none
 * @param lastDay last such day
 * @param events all stored events
 * @param bytes size on disk
 */
public record Extent(
    @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, long events, long bytes) {}
