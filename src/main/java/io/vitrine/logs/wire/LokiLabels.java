package io.vitrine.logs.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels as Prometheus writes them: {@code {app="shop",level="info"}}. */
final class LokiLabels {

  private final String text;
  private int at;

  private LokiLabels(String text) {
    this.text = text;
  }

  /** Name and value of each; what is no label is passed over. */
  static Map<String, Object> read(String text) {
    Map<String, Object> labels = new LinkedHashMap<>();
    LokiLabels reading = new LokiLabels(text);
    String name = reading.name();
    while (!name.isEmpty()) {
      String value = reading.value();
      if (value != null) {
        labels.put(name, value);
      }
      name = reading.name();
    }
    return labels;
  }

  /** The next name; empty at the end. */
  private String name() {
    while (at < text.length() && !isOfName(text.charAt(at))) {
      at++;
    }
    int from = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isOfName(char sign) {
    return sign == '_' || (sign < 128 && Character.isLetterOrDigit(sign));
  }

  /** The text in quotes behind a name; null when there is none. */
  private @Nullable String value() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '=')) {
      at++;
    }
    if (at == text.length() || text.charAt(at) != '"') {
      return null;
    }
    int from = ++at;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    String quoted = text.substring(from, Math.min(at, text.length()));
    at++;
    return plain(quoted);
  }

  /** An escape that means nothing stays as it is. */
  private static String plain(String quoted) {
    try {
      return quoted.translateEscapes();
    } catch (IllegalArgumentException unknown) {
      return quoted;
    }
  }
}
