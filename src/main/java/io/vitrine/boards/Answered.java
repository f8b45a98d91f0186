package io.vitrine.boards;

import io.vitrine.model.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What a chart's questions were answered.
 *
 * @param main the figures that are drawn
 * @param totals the same metrics over the whole period; null when the figures are totals themselves
 */
record Answered(Answer main, @Nullable Answer totals) {}
