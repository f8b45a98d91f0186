package io.vitrine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object; a path is names and places in lists with points between. */
record JsonRow(long line, JsonNode node) implements PastRow {

  private static final Pattern POINT = Pattern.compile("\\.");

  @Override
  public @Nullable String text(String path) {
    JsonNode at = at(path);
    if (at.isMissingNode() || at.isNull() || at.isContainer()) {
      return null;
    }
    String text = at.isNumber() ? at.decimalValue().toPlainString() : at.asString().strip();
    return text.isEmpty() ? null : text;
  }

  @Override
  public List<PastRow> parts(String path) {
    List<PastRow> parts = new ArrayList<>();
    at(path).forEach(part -> parts.add(new JsonRow(line, part)));
    return parts;
  }

  private JsonNode at(String path) {
    JsonNode whole = node.path(path);
    if (!whole.isMissingNode()) {
      return whole;
    }
    JsonNode at = node;
    for (String step : POINT.split(path, -1)) {
      at =
          at.isArray() && step.matches("\\d{1,6}")
              ? at.path(Integer.parseInt(step))
              : at.path(step);
    }
    return at;
  }

  @Override
  public String whole() {
    return node.toString();
  }

  @Override
  public @Nullable String fault() {
    return node.isObject() ? null : "not_an_object";
  }
}
