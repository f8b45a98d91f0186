package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static MappedLine line(String amount) {
    PastRow row = new JsonRow(1, tools.jackson.databind.node.MissingNode.getInstance());
    return new MappedLine(row, row, null, new BigDecimal(amount), "GBP");
  }

  @Test
  void everyLineIsInOneTermAndTheTermsMakeTheFile() {
    Reconciliation money = new Reconciliation();
    money.read(line("10.005"));
    money.read(line("-3"));
    money.settle("gross_revenue", "GBP", 1, new BigDecimal("10.01"));
    money.settle("rounding", "GBP", 0, new BigDecimal("-0.005"));
    money.settle("refunds", line("-3"));
    assertThat(money.checked())
        .extracting(term -> term.get("term") + " " + term.get("lines") + " " + term.get("amount"))
        .containsExactly(
            "file 2 7.005", "gross_revenue 1 10.01", "refunds 1 -3.00", "rounding 0 -0.005");
  }

  @Test
  void aLineOrAPennyThatIsInNoTermFailsTheImport() {
    Reconciliation line = new Reconciliation();
    line.read(line("0"));
    assertThatThrownBy(line::checked).hasMessageContaining("does not add up");
    Reconciliation penny = new Reconciliation();
    penny.read(line("1.00"));
    penny.settle("gross_revenue", line("0.99"));
    assertThatThrownBy(penny::checked).hasMessageContaining("does not add up");
    Reconciliation currency = new Reconciliation();
    currency.read(line("1.00"));
    currency.settle("gross_revenue", "EUR", 1, BigDecimal.ONE);
    assertThatThrownBy(currency::checked).hasMessageContaining("does not add up");
  }
}
