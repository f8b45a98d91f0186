package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Rows of NDJSON: one object a line. A line that is none is a row with a fault. */
final class JsonLines implements PastRows {

  private static final int LONGEST = 4 << 20;
  private static final ObjectReader READER =
      JsonMapper.shared().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final String file;
  private final Reader reader;
  private final StringBuilder text = new StringBuilder();
  private long line;

  JsonLines(String file, Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public @Nullable PastRow next() {
    while (readLine()) {
      if (!text.toString().isBlank()) {
        return row(text.toString());
      }
    }
    return null;
  }

  private PastRow row(String written) {
    if (line == 1 && written.chars().anyMatch(character -> character < ' ' && character != '\t')) {
      throw MappedFile.binary(file);
    }
    try {
      return new JsonRow(line, READER.readTree(written));
    } catch (JacksonException e) {
      return new Broken(line, written);
    }
  }

  private boolean readLine() {
    text.setLength(0);
    line++;
    try {
      int character = reader.read();
      if (character < 0) {
        return false;
      }
      for (; character >= 0 && character != '\n'; character = reader.read()) {
        text.append((char) character);
        if (text.length() > LONGEST) {
          throw Problem.caller(
              "line_too_long", file + " has a line " + line + " of more than 4 million characters");
        }
      }
      dropReturn();
      return true;
    } catch (IOException e) {
      throw MappedFile.failed(file, e);
    }
  }

  private void dropReturn() {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == '\r') {
      text.setLength(last);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw MappedFile.failed(file, e);
    }
  }

  private record Broken(long line, String whole) implements PastRow {

    @Override
    public @Nullable String text(String path) {
      return null;
    }

    @Override
    public List<PastRow> parts(String path) {
      return List.of();
    }

    @Override
    public String fault() {
      return "broken_json";
    }
  }
}
