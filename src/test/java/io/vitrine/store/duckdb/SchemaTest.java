package io.vitrine.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Field;
import io.vitrine.store.Shop;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.sql.Migration;
import io.vitrine.store.sql.Sql;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

  @TempDir Path folder;

  private StoreSettings settings() {
    return StoreSettings.of(folder, Shop.PARIS, Currency.getInstance("EUR"));
  }

  @Test
  void everyFieldHasItsColumnInTheOrderOfTheFieldsThoseAddedLaterAtTheEnd() {
    try (Database database = Database.open(settings());
        Connected connected = database.connection()) {
      List<String> columns =
          connected.list(
              Sql.of("SELECT column_name || ' ' || column_type FROM (DESCRIBE events)"),
              row -> row.getString(1));
      List<String> first =
          Arrays.stream(Field.values())
              .filter(field -> field != Field.AVAILABLE)
              .map(SchemaTest::column)
              .toList();
      assertThat(columns.subList(5, 5 + first.size())).isEqualTo(first);
      assertThat(columns.subList(5 + first.size(), columns.size()))
          .containsExactly("items VARCHAR", "others VARCHAR", column(Field.AVAILABLE));
    }
  }

  private static String column(Field field) {
    String type =
        switch (field.type()) {
          case TEXT -> "VARCHAR";
          case INTEGER -> "BIGINT";
          case DECIMAL -> "DECIMAL(18,4)";
          case NUMBER -> "DOUBLE";
          case FLAG -> "BOOLEAN";
          case INSTANT -> "TIMESTAMP_MS";
        };
    return field.wireName() + " " + type;
  }

  @Test
  void anOlderStoreKeepsItsPropertiesOfProducts() throws SQLException {
    String rows =
        "SELECT concat_ws(' ', part, since, product, property, coalesce(\"value\", 'none'))"
            + " FROM product_properties ORDER BY product";
    Path file = folder.resolve("events.duckdb");
    try (Connected old = new Connected(connect(file))) {
      old.run("create_schema_version");
      for (Migration migration : Migration.all()) {
        if (migration.version() < 8) {
          old.script(migration.text());
          old.run("set_schema_version", migration.version());
        }
      }
      old.script(
          "INSERT INTO product_properties VALUES (1, TIMESTAMP '2015-05-10 03:00:00', 7, 790,"
              + " 'n277.200'), (1, TIMESTAMP '2015-05-17 03:00:00', 8, -1, NULL)");
    }
    try (Database database = Database.open(settings());
        Connected connected = database.connection()) {
      assertThat(connected.list(Sql.of(rows), row -> row.getString(1)))
          .containsExactly(
              "1 2015-05-10 03:00:00 7 790 n277.200", "1 2015-05-17 03:00:00 8 -1 none");
    }
  }

  private static DuckDBConnection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + file).unwrap(DuckDBConnection.class);
  }

  @Test
  void aStoreOfANewerProgramIsRefused() {
    int newest = Migration.all().getLast().version();
    try (Database database = Database.open(settings());
        Connected connected = database.connection()) {
      connected.run("set_schema_version", newest + 1);
    }
    assertThatThrownBy(() -> Database.open(settings()))
        .hasMessage(
            "the store in %s has schema %d; this program knows up to %d"
                .formatted(folder, newest + 1, newest));
    assertThatThrownBy(() -> Database.open(settings())).hasMessageContaining("has schema");
  }
}
