package io.vitrine.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.vitrine.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the provider: reads what it says of itself (OpenID Connect Discovery), exchanges a
 * code for an ID token, and believes the token only when the provider signed it, for us, now, and
 * for the sign-in that was begun (OpenID Connect Core, section 3.1.3.7).
 */
final class OidcProvider {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CLOCK_TOLERANCE_SECONDS = 60;

  /** Bytes of an answer: many times what a provider says of itself, its keys or somebody. */
  private static final long LONGEST_ANSWER = 1 << 20;

  /** Only signatures that a key pair makes; a shared secret would let us sign for the provider. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private final OidcSettings settings;
  private final Clock clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile @Nullable Endpoints known;

  OidcProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Where browsers are sent to sign in. */
  URI authorization(String state, String nonce, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", settings.callback());
    query.put("scope", settings.scopes());
    query.put("state", state);
    query.put("nonce", nonce);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    String address = endpoints().authorization();
    return URI.create(address + (address.contains("?") ? "&" : "?") + form(query));
  }

  /**
   * Who signed in.
   *
   * @throws Problem of category OUTSIDE when the provider does not answer as it should, or
   *     UNKNOWN_CALLER when its token does not hold
   */
  JWTClaimsSet claims(String code, String verifier, String nonce) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("grant_type", "authorization_code");
    query.put("code", code);
    query.put("redirect_uri", settings.callback());
    query.put("code_verifier", verifier);
    query.put("client_id", settings.clientId());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(OidcSettings.safe(endpoints().token()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(query)));
    if (!settings.clientSecret().isEmpty()) {
      request.header("Authorization", basic());
    }
    Map<String, Object> answer = send(request);
    if (!(answer.get("id_token") instanceof String token)) {
      throw outside("the provider sent no ID token");
    }
    return checked(token, nonce);
  }

  private JWTClaimsSet checked(String token, String nonce) {
    try {
      JWTClaimsSet claims = reader(nonce).process(token, null);
      if (claims.getAudience().size() > 1
          && !settings.clientId().equals(claims.getStringClaim("azp"))) {
        throw refused("the ID token is for somebody else");
      }
      return claims;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw refused("the provider's ID token does not hold: " + e.getMessage());
    }
  }

  private DefaultJWTProcessor<SecurityContext> reader(String nonce) {
    DefaultJWTProcessor<SecurityContext> reader = new DefaultJWTProcessor<>();
    reader.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys())));
    reader.setJWTClaimsSetVerifier(new Claims(settings, nonce, clock));
    return reader;
  }

  /** Asked for at each sign-in: these are rare, and providers change their keys. */
  private JWKSet keys() {
    try {
      return JWKSet.parse(get(endpoints().keys()));
    } catch (ParseException e) {
      throw outside("the provider's keys cannot be read: " + e.getMessage());
    }
  }

  private Endpoints endpoints() {
    Endpoints seen = known;
    if (seen == null) {
      seen = discover();
      known = seen;
    }
    return seen;
  }

  private Endpoints discover() {
    Map<String, Object> said =
        get(settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration");
    if (!settings.issuer().equals(said.get("issuer"))) {
      throw outside("the provider calls itself " + said.get("issuer"));
    }
    return new Endpoints(
        text(said, "authorization_endpoint"), text(said, "token_endpoint"), text(said, "jwks_uri"));
  }

  private Map<String, Object> get(String address) {
    return send(HttpRequest.newBuilder(OidcSettings.safe(address)).GET());
  }

  private Map<String, Object> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(
              request.timeout(PATIENCE).header("Accept", "application/json").build(),
              BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
      if (answer.statusCode() != 200) {
        throw outside("the provider answered " + answer.statusCode());
      }
      return JSONObjectUtils.parse(answer.body());
    } catch (IOException | ParseException e) {
      throw outside("the provider does not answer as it should: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw outside("the provider was not waited for");
    }
  }

  /** RFC 6749, section 2.3.1: both parts are form-encoded first. */
  private String basic() {
    String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Map<String, Object> said, String name) {
    if (said.get(name) instanceof String text) {
      return text;
    }
    throw outside("the provider does not say its " + name);
  }

  private static Problem outside(String message) {
    return new Problem("oidc_failed", Problem.Category.OUTSIDE, message);
  }

  private static Problem refused(String message) {
    return new Problem("oidc_refused", Problem.Category.UNKNOWN_CALLER, message);
  }

  private record Endpoints(String authorization, String token, String keys) {}

  /** Wants this issuer, audience and nonce, and counts the time by the given clock. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final Clock clock;

    Claims(OidcSettings settings, String nonce, Clock clock) {
      super(
          settings.clientId(),
          new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("nonce", nonce).build(),
          Set.of("sub", "exp", "iat"));
      this.clock = clock;
      setMaxClockSkew(CLOCK_TOLERANCE_SECONDS);
    }

    @Override
    protected @Nullable Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
