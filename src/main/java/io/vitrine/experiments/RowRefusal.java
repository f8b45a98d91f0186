package io.vitrine.experiments;

import io.vitrine.model.Problem;
import java.util.Map;
import java.util.Objects;

/**
 * Why a row of a table was not taken.
 *
 * @param row number of the line below the head, from 1
 * @param code stable, in snake case
 * @param values what the detail names, by name, to say it in another language
 * @param detail what is wrong with which value, in English
 */
record RowRefusal(int row, String code, Map<String, String> values, String detail) {

  static RowRefusal of(int row, Problem refusal) {
    return new RowRefusal(
        row,
        refusal.code(),
        refusal.values(),
        Objects.requireNonNullElse(refusal.getMessage(), refusal.code()));
  }
}
