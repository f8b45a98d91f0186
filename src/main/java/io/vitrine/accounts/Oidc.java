package io.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vitrine.model.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The way to a provider of sign-in and back (authorization code with PKCE). Each way has a state, a
 * nonce and a verifier of its own and is gone once; a cookie ties it to the browser that began it,
 * so nobody can be made to finish somebody else's.
 */
final class Oidc {

  private static final int MOST_WAYS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final OidcProvider provider;
  private final Secrets secrets;
  private final Cache<String, Way> ways =
      Caffeine.newBuilder().maximumSize(MOST_WAYS).expireAfterWrite(PATIENCE).build();

  Oidc(OidcProvider provider, Secrets secrets) {
    this.provider = provider;
    this.secrets = secrets;
  }

  /**
   * Begins a way.
   *
   * @param next page of ours to go to afterwards
   */
  Begun begin(String next) {
    String state = secrets.token("");
    Way way = new Way(secrets.token(""), secrets.token(""), secrets.token(""), next);
    URI address = provider.authorization(state, way.nonce(), challenge(way.verifier()));
    ways.put(state, way);
    return new Begun(address, way.browser());
  }

  /**
   * Ends a way.
   *
   * @param browser what the browser's cookie holds; null without one
   * @throws Problem of category UNKNOWN_CALLER when this browser did not begin it, or not lately
   */
  Ended end(String state, String code, @Nullable String browser) {
    Way way = ways.asMap().remove(state);
    if (way == null || browser == null || !same(way.browser(), browser)) {
      throw new Problem(
          "oidc_state",
          Problem.Category.UNKNOWN_CALLER,
          "this browser did not begin this sign-in, or too long ago");
    }
    return new Ended(provider.claims(code, way.verifier(), way.nonce()), way.next());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** RFC 7636, section 4.2. */
  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record Way(String browser, String nonce, String verifier, String next) {}

  /**
   * A way that began.
   *
   * @param address where the browser goes
   * @param browser what its cookie holds
   */
  record Begun(URI address, String browser) {}

  /**
   * A way that ended well.
   *
   * @param claims who it was
   * @param next page of ours to go to
   */
  record Ended(JWTClaimsSet claims, String next) {}
}
