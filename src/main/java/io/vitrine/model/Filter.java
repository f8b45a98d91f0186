package io.vitrine.model;

import java.util.List;

/**
 * A condition on a dimension. Several filters of a question must all hold.
 *
 * @param field the dimension
 * @param op how it is compared
 * @param values what it is compared with; IS holds for any of them, IS_NOT for none of them; EXISTS
 *     takes none; for {@link Dimension#BOT} the one value is true, false or any
 */
public record Filter(Dimension field, Op op, List<String> values) {

  /** How a dimension is compared. Text compares without regard to case in CONTAINS only. */
  public enum Op {
    IS,
    IS_NOT,
    CONTAINS,
    STARTS_WITH,
    EXISTS,
    GREATER,
    LESS
  }

  public Filter {
    values = List.copyOf(values);
    if (op != Op.EXISTS && values.isEmpty()) {
      throw Problem.caller(
          "filter_without_value", "the filter on " + field.wireName() + " names no value");
    }
    if (values.size() > 500) {
      throw Problem.caller(
          "filter_too_long",
          "the filter on "
              + field.wireName()
              + " names "
              + values.size()
              + " values; 500 is the limit");
    }
  }
}
