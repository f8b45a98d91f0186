package io.vitrine.model;

import java.util.List;

/**
 * A condition on a field of single events. Product and category also hold for an order that
 * contains the product.
 *
 * @param field any field of an event that is text, number or flag
 * @param op how it is compared; IS holds for any of the values
 * @param values what it is compared with; EXISTS takes none
 */
public record FieldFilter(Field field, Filter.Op op, List<String> values) {
  public FieldFilter {
    values = List.copyOf(values);
    if (op != Filter.Op.EXISTS && values.isEmpty()) {
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
