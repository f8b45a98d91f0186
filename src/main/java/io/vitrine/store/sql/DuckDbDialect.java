package io.vitrine.store.sql;

record DuckDbDialect() implements Dialect {

  @Override
  public String week(String day) {
    return "CAST(date_trunc('week', " + day + ") AS DATE)";
  }

  @Override
  public String month(String day) {
    return "CAST(date_trunc('month', " + day + ") AS DATE)";
  }

  @Override
  public String weekday(String day) {
    return "isodow(" + day + ")";
  }

  @Override
  public String minute(String time) {
    return "date_trunc('minute', " + time + ")";
  }

  @Override
  public String millis(String time) {
    return "epoch_ms(" + time + ")";
  }

  @Override
  public String contains(String text, String part) {
    return "contains(lower(" + text + "), lower(" + part + "))";
  }

  @Override
  public String startsWith(String text, String start) {
    return "starts_with(" + text + ", " + start + ")";
  }
}
