package io.vitrine.logs.wire;

import io.vitrine.model.Problem;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A body of JSON, read token by token: a tree of it may take fifty times its bytes. What is of
 * another kind than is looked for is passed over.
 */
final class JsonBody {

  private final byte[] bytes;
  private final int length;

  JsonBody(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** Is given a member of an object; reads its value, or passes it over. */
  interface Member {
    void of(String name, JsonToken value);
  }

  /**
   * Reads the value of the body.
   *
   * @throws Problem of category CALLER when it is no JSON
   */
  void read(Consumer<JsonParser> work) {
    readFrom(0, work);
  }

  private void readFrom(int from, Consumer<JsonParser> work) {
    try (JsonParser parser = Json.MAPPER.createParser(bytes, from, length - from)) {
      parser.nextToken();
      work.accept(parser);
    } catch (JacksonException broken) {
      throw Problem.caller("broken_json", "the body is no JSON: " + broken.getOriginalMessage());
    }
  }

  /** Each member of the object at which a parser stands. */
  static void members(JsonParser parser, Member work) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String name = parser.nextName();
    while (name != null) {
      work.of(name, parser.nextToken());
      name = parser.nextName();
    }
  }

  /** Each value of the list at which a parser stands. */
  static void each(JsonParser parser, Runnable work) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      work.run();
    }
  }

  /**
   * Reads two members of the object at which a parser stands one after the other, in whatever order
   * they are written.
   *
   * @param last is given a parser that stands at the value of the second, which need not be the
   *     same parser
   */
  void inOrder(
      JsonParser parser, String first, Runnable before, String second, Consumer<JsonParser> last) {
    boolean[] known = {false};
    int[] later = {-1};
    members(
        parser,
        (name, value) -> {
          if (name.equals(first)) {
            before.run();
            known[0] = true;
          } else if (name.equals(second) && known[0]) {
            last.accept(parser);
          } else {
            later[0] =
                name.equals(second)
                    ? Math.toIntExact(parser.currentTokenLocation().getByteOffset())
                    : later[0];
            parser.skipChildren();
          }
        });
    if (later[0] >= 0) {
      readFrom(later[0], last);
    }
  }
}
