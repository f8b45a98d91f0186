package io.vitrine.store.duckdb;

import io.vitrine.store.StoreSettings;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The whole content of a table of a closed store, sorted. */
final class Dump {

  private Dump() {}

  static String of(StoreSettings settings, String table) {
    String url = "jdbc:duckdb:" + settings.folder().resolve("events.duckdb");
    try (var connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY ALL")) {
      StringBuilder text = new StringBuilder();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          text.append(rows.getMetaData().getColumnName(i)).append('=');
          text.append(rows.getString(i)).append(' ');
        }
        text.append('\n');
      }
      return text.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
