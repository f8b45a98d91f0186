package io.vitrine.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file: a row, or one of the items within a row.
 *
 * @param row the row
 * @param part the item within it, or the row itself
 * @param rule what it is; null when no rule holds
 * @param amount quantity times price as the file says, with its sign; 0 when it says none
 * @param currency of the amount
 */
record MappedLine(
    PastRow row, PastRow part, Mapping.@Nullable Rule rule, BigDecimal amount, String currency) {}
