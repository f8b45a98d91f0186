package io.vitrine.history;

import io.vitrine.model.Problem;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first line of a file: where its columns stand.
 *
 * @param file name of the file
 * @param columns names in lower case, in their order
 */
record Header(String file, List<String> columns) {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * Reads a header, with or without a byte order mark.
   *
   * @throws Problem when it is not text
   */
  static Header of(String file, byte[] line) {
    boolean marked = line.length >= 3 && Arrays.equals(line, 0, 3, MARK, 0, 3);
    byte[] bare = marked ? Arrays.copyOfRange(line, 3, line.length) : line;
    String text = text(file, bare).strip();
    List<String> names =
        Arrays.stream(text.split(",", -1))
            .map(name -> name.strip().replace("\"", "").toLowerCase(Locale.ROOT))
            .toList();
    return new Header(file, names);
  }

  private static String text(String file, byte[] line) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(line)).toString();
      if (text.chars()
          .noneMatch(character -> character < ' ' && character != '\t' && character != '\r')) {
        return text;
      }
    } catch (CharacterCodingException notText) {
      throw binary(file);
    }
    throw binary(file);
  }

  private static Problem binary(String file) {
    return Problem.caller(
        "file_not_text", file + " is not a text file: it begins with binary data");
  }

  /**
   * Where a column stands.
   *
   * @throws Problem when the file has no such column
   */
  int column(String name) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw Problem.caller(
          "column_missing", file + " has no column " + name + "; it has " + known());
    }
    return column;
  }

  private String known() {
    String known = String.join(", ", columns);
    return known.isEmpty() ? "nothing" : known;
  }
}
