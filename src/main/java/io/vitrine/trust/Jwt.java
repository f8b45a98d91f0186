package io.vitrine.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The head and the claims of a token, without any trust in them (RFC 7519). */
record Jwt(JsonNode head, JsonNode claims, String signature) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 8_192;

  /** A token, or null when the text is none. */
  static @Nullable Jwt read(String text) {
    String[] parts = text.split("\\.", 4);
    if (parts.length < 2 || parts.length > 3 || text.length() > LONGEST || !text.startsWith("ey")) {
      return null;
    }
    try {
      return new Jwt(part(parts[0]), part(parts[1]), parts.length == 3 ? parts[2] : "");
    } catch (JacksonException | IllegalArgumentException broken) {
      return null;
    }
  }

  private static JsonNode part(String encoded) {
    byte[] bytes = Base64.getUrlDecoder().decode(encoded);
    return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
  }

  private String word(String name) {
    JsonNode value = head.get(name);
    return value == null || !value.isString() ? "" : value.asString();
  }

  /** What no honest token says, or null. */
  @Nullable String forgery() {
    String algorithm = word("alg").toLowerCase(Locale.ROOT);
    if (algorithm.equals("none") || algorithm.isEmpty() || signature.isEmpty()) {
      return "unsigned-token";
    }
    if (head.has("jku") || head.has("x5u") || head.has("jwk")) {
      return "token-brings-its-key";
    }
    boolean path = word("kid").chars().anyMatch(sign -> "/\\'\" |;".indexOf(sign) >= 0);
    return path ? "key-of-token-is-a-path" : null;
  }

  boolean usesSharedSecret() {
    return word("alg").startsWith("HS");
  }

  boolean hasExpiredAt(Instant now) {
    JsonNode end = claims.get("exp");
    return end == null || end.asLong(0) <= now.getEpochSecond();
  }
}
