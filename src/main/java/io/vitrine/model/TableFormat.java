package io.vitrine.model;

import java.util.Arrays;
import java.util.Locale;

/** What a table is exported as. */
public enum TableFormat {
  /** RFC 4180: UTF-8, a header, CRLF; times in ISO 8601, what is absent as nothing. */
  CSV("text/csv"),
  /** Apache Parquet, compressed with Zstandard, typed columns. */
  PARQUET("application/vnd.apache.parquet");

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Name in the API and on the command line, which is also the ending of its files. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * The format of that name.
   *
   * @throws Problem of category CALLER for another
   */
  public static TableFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Problem.caller("table_format", "a table is csv or parquet, not " + name));
  }
}
