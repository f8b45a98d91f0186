package io.vitrine.store.sql;

/** What databases say differently. Every method takes and gives SQL expressions. */
public interface Dialect {

  /** Monday of a day's week, as a date. */
  String week(String day);

  /** First day of a day's month, as a date. */
  String month(String day);

  /** Day of the week, 1 for Monday to 7. */
  String weekday(String day);

  /** Beginning of a time's minute. */
  String minute(String time);

  /** Milliseconds since 1970 of a time. */
  String millis(String time);

  /** Whether a text contains another, without regard to case. */
  String contains(String text, String part);

  /** Whether a text starts with another. */
  String startsWith(String text, String start);

  /** The dialect of DuckDB. */
  static Dialect duckdb() {
    return new DuckDbDialect();
  }
}
