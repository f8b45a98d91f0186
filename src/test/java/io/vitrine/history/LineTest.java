package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader of bytes against a plain reader of texts, on files of chance. */
class LineTest {

  private static final String LETTERS = "0123456789.-,\"aé€ ";
  private static final int COLUMNS = 4;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void readsLinesAndFieldsAsAPlainReaderDoes() {
    System.out.println("LineTest: -Dseed=" + seed);
    for (int file = 0; file < 300; file++) {
      List<String> lines = new ArrayList<>();
      for (int i = random.nextInt(20); i >= 0; i--) {
        lines.add(line());
      }
      String end = random.nextBoolean() ? "\n" : "\r\n";
      String text = String.join(end, lines) + (random.nextBoolean() ? end : "");
      assertThat(read(text)).as(text).isEqualTo(plainly(text));
    }
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(15); i > 0; i--) {
      line.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return line.toString();
  }

  /** Number of the line, number of its fields, and the first of them. */
  private List<String> read(String text) {
    List<String> read = new ArrayList<>();
    LineChunks chunks = new LineChunks("a.csv", new Drops(("heading\n" + text)));
    assertThat(chunks.firstLine()).asString(StandardCharsets.UTF_8).isEqualTo("heading");
    LineChunks.Chunk chunk = new LineChunks.Chunk();
    Line line = new Line(COLUMNS);
    while (chunks.next(chunk)) {
      long number = chunk.firstLine;
      for (int at = 0; at < chunk.length; number++) {
        at = line.read(chunk.bytes, at, chunk.length);
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < Math.min(COLUMNS, line.count()); i++) {
          fields.add(line.text(i));
        }
        read.add(number + " " + line.count() + " " + fields);
      }
    }
    return read;
  }

  private static List<String> plainly(String text) {
    List<String> read = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
    for (int i = 0; i < count; i++) {
      String line =
          lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      List<String> fields = fields(line);
      read.add(
          i + 2 + " " + fields.size() + " " + fields.subList(0, Math.min(COLUMNS, fields.size())));
    }
    return read;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char character : (line + ",").toCharArray()) {
      quoted ^= character == '"';
      if (character == ',' && !quoted) {
        fields.add(unquoted(field.toString()));
        field.setLength(0);
      } else {
        field.append(character);
      }
    }
    if (quoted) {
      fields.add(unquoted(field.substring(0, field.length() - 1)));
    }
    return fields;
  }

  private static String unquoted(String field) {
    boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1) : field;
  }

  @Test
  void wholeNumbersAreReadWithOrWithoutAPointAndZeros() {
    assertThat(number("0")).isZero();
    assertThat(number("8693.0")).isEqualTo(8693);
    assertThat(number("8693.")).isEqualTo(8693);
    assertThat(number("-12")).isEqualTo(-12);
    for (String no : List.of("", "-", "1.5", "1e3", "12a", " 1", "9999999999999999999")) {
      assertThat(number(no)).as(no).isEqualTo(Line.NOT_A_NUMBER);
    }
  }

  private static long number(String text) {
    byte[] bytes = (text + ",x\n").getBytes(StandardCharsets.UTF_8);
    Line line = new Line(2);
    assertThat(line.read(bytes, 0, bytes.length)).isEqualTo(bytes.length);
    return line.number(0);
  }

  /** Gives a few bytes at a time, as a slow disk does. */
  private final class Drops extends InputStream {

    private final ByteArrayInputStream bytes;

    Drops(String text) {
      this.bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      return bytes.read(to, from, Math.min(length, 1 + random.nextInt(7)));
    }
  }
}
