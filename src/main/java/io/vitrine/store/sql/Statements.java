package io.vitrine.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Named statements of one resource file. In the file each begins with a line {@code -- name: x}.
 */
public final class Statements {

  private static final Pattern BEGINNING = Pattern.compile("(?m)^-- name: ");

  /** Order ledger, watermark, look-ups: what the store does with each commit. */
  public static final Statements STORE = read("store.sql");

  /** How the derived tables of some days are counted again. */
  public static final Statements REFRESH = read("refresh.sql");

  /** Pieces of questions. */
  static final Statements QUESTIONS = read("questions.sql");

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

  static Statements read(String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String part : BEGINNING.split(Resource.text(file), -1)) {
      int end = part.indexOf('\n');
      if (end > 0 && !part.startsWith("--")) {
        texts.put(part.substring(0, end).strip(), part.substring(end + 1).strip());
      }
    }
    return new Statements(file, texts);
  }
}
