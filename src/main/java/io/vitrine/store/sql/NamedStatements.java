package io.vitrine.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * SQL statements by name, read from a file next to this class. A line {@code -- name: user_by_id}
 * starts a statement; other comment lines are left out.
 */
public final class NamedStatements {

  private static final String HEAD = "-- name:";

  private final String file;
  private final Map<String, String> statements;

  private NamedStatements(String file, Map<String, String> statements) {
    this.file = file;
    this.statements = Map.copyOf(statements);
  }

  /** The statements of a file of this package, such as {@code records.sql}. */
  public static NamedStatements of(String file) {
    return new NamedStatements(file, parse(file, read(file)));
  }

  /**
   * The statement of that name.
   *
   * @throws IllegalArgumentException when the file has none
   */
  public String get(String name) {
    String statement = statements.get(name);
    if (statement == null) {
      throw new IllegalArgumentException(file + " has no statement " + name);
    }
    return statement;
  }

  private static Map<String, String> parse(String file, String text) {
    Map<String, String> found = new HashMap<>();
    for (String part : text.split("(?m)^(?=" + HEAD + ")", -1)) {
      if (part.startsWith(HEAD)) {
        add(file, part, found);
      }
    }
    return found;
  }

  private static void add(String file, String part, Map<String, String> found) {
    int end = part.indexOf('\n');
    String name = part.substring(HEAD.length(), end).strip();
    String body = part.substring(end).replaceAll("(?m)^--.*$", "").strip();
    if (found.put(name, body) != null) {
      throw new IllegalArgumentException(file + " names the statement " + name + " twice");
    }
  }

  private static String read(String file) {
    try (InputStream stream = NamedStatements.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("no statements in " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
