package io.vitrine.accounts;

import io.vitrine.model.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request: an access token or a key as bearer, a key in {@code X-API-Key}, or
 * a key as the name of HTTP Basic. A request is looked at once, whoever asks.
 */
public final class Credentials {

  private static final String FOUND = Credentials.class.getName();

  private final SignIn signIn;
  private final Keys keys;

  Credentials(SignIn signIn, Keys keys) {
    this.signIn = signIn;
    this.keys = keys;
  }

  /** The caller, or empty when the request brings nothing or nothing that holds. */
  public Optional<Caller> of(HttpServletRequest request) {
    if (request.getAttribute(FOUND) instanceof Found found) {
      return Optional.ofNullable(found.caller());
    }
    Optional<Caller> caller = secret(request).flatMap(this::caller);
    request.setAttribute(FOUND, new Found(caller.orElse(null)));
    return caller;
  }

  /**
   * The caller.
   *
   * @throws Problem of category UNKNOWN_CALLER when there is none
   */
  Caller required(HttpServletRequest request) {
    if (secret(request).isEmpty()) {
      throw unknown("sign_in_needed", "sign in first, or send a key");
    }
    return of(request)
        .orElseThrow(
            () ->
                unknown("bad_token", "the token or key does not hold, has expired or was revoked"));
  }

  private Optional<Caller> caller(String secret) {
    return secret.startsWith(Keys.PREFIX) ? keys.caller(secret) : signIn.caller(secret);
  }

  private static Optional<String> secret(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      return Optional.ofNullable(request.getHeader("X-API-Key"))
          .filter(key -> key.startsWith(Keys.PREFIX));
    }
    int space = authorization.indexOf(' ');
    String scheme = authorization.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT);
    String rest = authorization.substring(space + 1).strip();
    return switch (scheme) {
      case "bearer" -> Optional.of(rest);
      case "basic" -> Optional.ofNullable(keyOfPair(rest));
      case "apikey" -> Optional.ofNullable(rest.startsWith(Keys.PREFIX) ? rest : keyOfPair(rest));
      default -> Optional.empty();
    };
  }

  /**
   * The half of a pair that is a key: the name of HTTP Basic, or its password, or the secret of an
   * ApiKey as clients of Elasticsearch send it. Passwords of people are not taken this way.
   */
  private static @Nullable String keyOfPair(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      for (String half : pair.split(":", 2)) {
        if (half.startsWith(Keys.PREFIX)) {
          return half;
        }
      }
      return null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Problem unknown(String code, String message) {
    return new Problem(code, Problem.Category.UNKNOWN_CALLER, message);
  }

  private record Found(@Nullable Caller caller) {}
}
