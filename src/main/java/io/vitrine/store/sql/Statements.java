package io.vitrine.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named statements of one resource file. In the file each begins with a line {@code -- name: x}.
 */
public final class Statements {

  /** Order ledger, watermark, look-ups: what the store does with each commit. */
  public static final Statements STORE = read("store.sql");

  /** How the derived tables of some days are counted again. */
  public static final Statements REFRESH = read("refresh.sql");

  /** How a shop's past comes in. */
  public static final Statements PAST = read("past.sql");

  /** What is read from files that are not the store's. */
  public static final Statements FILES = read("files.sql");

  /** Pieces of questions. */
  static final Statements QUESTIONS = read("questions.sql");

  /** Pieces of funnels. */
  static final Statements FUNNELS = read("funnel.sql");

  /** Pieces of cohorts. */
  static final Statements COHORTS = read("cohort.sql");

  /** Pieces of ways and timelines. */
  static final Statements PATHS = read("paths.sql");

  private static final String HEADING = "-- name: ";

  private final String file;
  private final Map<String, String> texts;

  private Statements(String file, Map<String, String> texts) {
    this.file = file;
    this.texts = texts;
  }

  /** The text of a statement. */
  public String get(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no statement " + name + " in " + file);
    }
    return text;
  }

  /** The text of a statement about a column of that name, whatever characters it has. */
  public String of(String name, String column) {
    return get(name).replace("{column}", '"' + column.replace("\"", "\"\"") + '"');
  }

  /** The statements of a file of this package, such as {@code records.sql}. */
  public static Statements read(String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String part : Resource.text(file).split("(?m)^(?=" + HEADING + ")", -1)) {
      if (part.startsWith(HEADING)) {
        add(file, part.substring(HEADING.length()), texts);
      }
    }
    return new Statements(file, texts);
  }

  private static void add(String file, String part, Map<String, String> texts) {
    int end = part.indexOf('\n');
    String name = part.substring(0, end).strip();
    if (texts.put(name, part.substring(end + 1).strip()) != null) {
      throw new IllegalArgumentException(file + " names the statement " + name + " twice");
    }
  }
}
