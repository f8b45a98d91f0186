package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTextTest {

  private static final String GOOD =
      """
      source: s
      format: csv
      group: order
      fields: {timestamp: at, order_id: order}
      item: {product_id: sku, price: price}
      rules:
        - when: {kind: {one_of: [a, NO]}}
          event: purchase
      """;

  @Test
  void everythingIsText() {
    Mapping mapping = MappingText.read("m.yaml", GOOD);
    assertThat(mapping.rules().getFirst().when().getFirst().operands()).containsExactly("a", "NO");
    assertThat(mapping.id()).containsExactly("order");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "source: s              | nonsense: s              | has 'nonsense', which nobody knows; known: format, delimiter",
        "source: s              | sourcee: s               | has 'sourcee'",
        "source: s              | source: ''               | has no source",
        "source: s              | source: [a]              | list under source",
        "format: csv            | format: xls              | has 'xls', which nobody knows; known: csv, ndjson",
        "group: order           | delimiter: ab            | it is one character",
        "group: order           | decimal: x               | it is . or ,",
        "group: order           | encoding: UTF-7          | UTF-8, ISO-8859-1 or windows-1252",
        "group: order           | zone: Mars/Phobos        | Europe/London",
        "group: order           | time: yyyy-bb            | which is no pattern",
        "timestamp: at,         | ~ ~                      | names no timestamp",
        "timestamp: at,         | timestamp: at, colour: x,| has 'colour'",
        "timestamp: at          | timestamp: {column: a, constant: b} | a column or a constant",
        "timestamp: at          | timestamp: {column: a, whole: maybe} | true or false",
        "price: price           | price: p, amount: a      | both price",
        "product_id: sku,       | ~ ~                      | has no product_id",
        "one_of:                | like:                    | has 'like', which nobody knows; known: equals",
        "one_of: [a, NO]        | below: ten               | not a number",
        "one_of: [a, NO]        | one_of: []               | compares with nothing",
        "event: purchase        | sale: purchase           | has 'sale'",
        "event: purchase        | leave_out: x, event: y   | is no YAML",
        "event: purchase        | of: earlier_purchase     | an event or a reason",
        "event: purchase        | {}                       | is no YAML",
      })
  void whatIsWrongIsNamed(String right, String wrong, String words) {
    assertThat(GOOD).contains(right);
    assertThatThrownBy(() -> MappingText.read("m.yaml", GOOD.replace(right, wrong)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("m.yaml")
        .hasMessageContaining(words);
  }

  @Test
  void itMustSayWhatHappenedAndWhatRowsJoinTo() {
    assertThatThrownBy(
            () -> MappingText.read("m", "source: s\nformat: csv\nfields: {timestamp: t}\n"))
        .hasMessageContaining("says nowhere what happened");
    assertThatThrownBy(
            () ->
                MappingText.read(
                    "m", "source: s\nformat: csv\ngroup: g\nfields: {timestamp: t, type: e}\n"))
        .hasMessageContaining("needs an item");
    assertThatThrownBy(
            () ->
                MappingText.read(
                    "m",
                    "source: s\nformat: csv\nfields: {timestamp: t}\n"
                        + "rules: [{event: refund, of: earlier_purchase}]\n"))
        .hasMessageContaining("earlier purchases");
  }
}
