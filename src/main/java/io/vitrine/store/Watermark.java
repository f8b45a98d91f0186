package io.vitrine.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the store has come.
 *
 * @param sequence number of the last stored event, 0 in an empty store
 * @param at when it was stored; null in an empty store
 */
public record Watermark(long sequence, @Nullable Instant at) {}
