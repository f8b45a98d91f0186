package io.vitrine.boards;

import org.jspecify.annotations.Nullable;

/**
 * What a copy is called.
 *
 * @param name its name; that of the original when absent
 */
record CopyName(@Nullable String name) {}
