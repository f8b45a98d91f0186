package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Rows of one JSON list, read one by one. */
final class JsonList implements PastRows {

  private static final ObjectReader READER =
      JsonMapper.shared().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final String file;
  private final JsonParser parser;
  private long row;

  JsonList(String file, Reader reader) {
    this.file = file;
    this.parser = READER.createParser(reader);
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public @Nullable PastRow next() {
    try {
      if (row == 0 && parser.nextToken() != JsonToken.START_ARRAY) {
        throw Problem.caller("json_no_list", file + " is not a JSON list: it begins otherwise");
      }
      row++;
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        return null;
      }
      return new JsonRow(row, parser.readValueAsTree());
    } catch (JacksonException e) {
      throw failed(e);
    }
  }

  private Problem failed(JacksonException e) {
    return e.getCause() instanceof IOException io
        ? MappedFile.failed(file, io)
        : Problem.caller(
            "json_broken", file + " is broken JSON at row " + row + ": " + e.getOriginalMessage());
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (JacksonException e) {
      throw failed(e);
    }
  }
}
