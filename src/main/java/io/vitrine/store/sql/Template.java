package io.vitrine.store.sql;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of SQL in which words in brackets stand for pieces with values of their own. */
record Template(String text) {

  private static final Pattern WORD = Pattern.compile("\\[([a-z_]+)]");

  /**
   * The text with each word's piece in its place, as often as the word stands there.
   *
   * @throws IllegalStateException when a word has no piece
   */
  Sql filled(Map<String, Sql> pieces) {
    Sql filled = Sql.of("");
    Matcher words = WORD.matcher(text);
    int at = 0;
    while (words.find()) {
      Sql piece = pieces.get(words.group(1));
      if (piece == null) {
        throw new IllegalStateException("nothing stands for [" + words.group(1) + "]");
      }
      filled = filled.then(text.substring(at, words.start())).then(piece);
      at = words.end();
    }
    return filled.then(text.substring(at));
  }
}
