package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.store.FileTables.ColumnFacts;
import io.vitrine.store.FileTables.Facts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parquet, and what {@code inspect} says of all formats. */
class ParquetTest extends MappedFixture {

  private static final String MAPPING =
      """
      source: lake
      format: parquet
      zone: Europe/Paris
      group: bill
      fields: {timestamp: at, order_id: bill, visitor_id: who, currency: {constant: GBP}}
      item: {product_id: sku, quantity: pieces, price: price}
      rules: [{event: purchase}]
      """;

  private Path parquet(String name) {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (
            SELECT * FROM (VALUES
              (7, TIMESTAMP '2021-07-05 09:30:00', 'ann', 'p1', 2, 1.25::DECIMAL(8, 2)),
              (7, TIMESTAMP '2021-07-05 09:30:00', 'ann', 'p2', 1, 3.50::DECIMAL(8, 2)),
              (8, TIMESTAMP '2021-01-05 09:30:00', NULL, 'p1', 1, 1.25::DECIMAL(8, 2)),
              (8, TIMESTAMP '2021-01-05 09:30:00', NULL, 'p1', 1, 1.25::DECIMAL(8, 2))
            ) t(bill, "at", who, sku, pieces, price)
          ) TO '%s' (FORMAT parquet)"""
              .formatted(file));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  @Test
  void rowsOfParquetComeInWithTheirTypes() {
    ImportReport report = bring(parquet("bills.parquet"), mapping(MAPPING));
    assertThat(term(report, "gross_revenue")).isEqualTo("4 8.50");
    assertThat(stored())
        .extracting(event -> event.timestamp().toString())
        .containsExactly("2021-01-05T08:30:00Z", "2021-07-05T07:30:00Z");
    assertRejected(file("no.parquet", "PAR1 but no more"), "file_damaged");
  }

  private void assertRejected(Path file, String code) {
    assertThatThrownBy(() -> bring(file, mapping(MAPPING))).extracting("code").isEqualTo(code);
  }

  private static Facts facts(Path file) {
    return Inspection.of(List.of(file), part -> {}).getFirst().facts();
  }

  @Test
  void inspectingTellsRowsTypesRangesMissingAndDuplicates() {
    Facts facts = facts(parquet("bills.parquet"));
    assertThat(facts.rows()).isEqualTo(4);
    assertThat(facts.duplicates()).isEqualTo(1);
    assertThat(facts.columns())
        .contains(
            new ColumnFacts("bill", "INTEGER", 0, 2, "7", "8"),
            new ColumnFacts("who", "VARCHAR", 2, 1, "ann", "ann"),
            new ColumnFacts("price", "DECIMAL(8,2)", 0, 2, "1.25", "3.50"));
  }

  @Test
  void packedTextIsInspectedLikePlainText() {
    String text = "id,na\"me\n1,a\n2,\n2,\n".replace("na\"me", "\"na\"\"me\"");
    Facts plain = facts(file("a.csv", text));
    assertThat(plain.duplicates()).isEqualTo(1);
    assertThat(plain.columns())
        .containsExactly(
            new ColumnFacts("id", "BIGINT", 0, 2, "1", "2"),
            new ColumnFacts("na\"me", "VARCHAR", 2, 1, "a", "a"));
    assertThat(facts(file("a.csv.gz", gzip(text)))).isEqualTo(plain);
    assertThat(facts(file("a.zip", zip("a.csv", text)))).isEqualTo(plain);
    Facts json = facts(file("a.ndjson", "{\"id\": 1}\n{\"id\": 5, \"b\": true}\n"));
    assertThat(json.columns())
        .containsExactly(
            new ColumnFacts("id", "BIGINT", 0, 2, "1", "5"),
            new ColumnFacts("b", "BOOLEAN", 1, 1, "true", "true"));
  }

  @Test
  void whatCannotBeInspectedIsNamed() {
    assertThatThrownBy(() -> facts(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    assertThatThrownBy(() -> facts(file("a.xlsx", ""))).hasMessageContaining(".parquet");
    assertThatThrownBy(() -> facts(file("bad.parquet", "no")))
        .hasMessageContaining("bad.parquet cannot be read");
    byte[] cut = java.util.Arrays.copyOf(gzip("a,b\n1,2\n"), 20);
    assertThatThrownBy(() -> facts(file("cut.csv.gz", cut))).hasMessageContaining("cut.csv");
  }
}
