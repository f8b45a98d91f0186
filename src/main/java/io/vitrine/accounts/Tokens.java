package io.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.vitrine.store.UserRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens: JWTs signed with ES256 by the one key of this data folder. Nothing else is
 * believed: no other algorithm, type, issuer or audience. A token names a session, and lives no
 * longer than it.
 */
final class Tokens {

  private static final String NAME = "vitrine";
  private static final String SESSION = "sid";
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  private static final int MOST_SEEN = 10_000;

  private final ECKey key;
  private final ECDSASigner signer;
  private final Clock clock;
  private final Duration life;
  private final DefaultJWTProcessor<SecurityContext> reader;

  /**
   * What tokens said whose signature held, by their fingerprints: the signature of the same text
   * holds again, and checking it costs more than all else of many requests. Whether the session
   * still lives is asked each time.
   */
  private final Cache<String, Seen> seen = Caffeine.newBuilder().maximumSize(MOST_SEEN).build();

  /** What a token says. */
  private record Seen(UUID session, Instant until) {}

  Tokens(ECKey key, Clock clock, Duration life) {
    this.key = key;
    this.signer = signer(key);
    this.clock = clock;
    this.life = life;
    this.reader = reader(key, clock);
  }

  /** How long a token holds. */
  Duration life() {
    return life;
  }

  String issue(UserRecord user, UUID session) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(NAME)
            .audience(NAME)
            .subject(user.id().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .jwtID(UUID.randomUUID().toString())
            .claim("role", user.role().wireName())
            .claim(SESSION, session.toString())
            .build();
    return sign(claims);
  }

  /** The session of a token that holds; empty for any other text. */
  Optional<UUID> session(String token) {
    String print = fingerprint(token);
    Seen known = seen.getIfPresent(print);
    if (known != null) {
      return Optional.of(known).filter(this::holds).map(Seen::session);
    }
    Optional<Seen> read = read(token);
    read.ifPresent(found -> seen.put(print, found));
    return read.map(Seen::session);
  }

  private boolean holds(Seen token) {
    return clock.instant().isBefore(token.until());
  }

  private static String fingerprint(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every virtual machine knows SHA-256", e);
    }
  }

  private Optional<Seen> read(String token) {
    try {
      JWTClaimsSet claims = reader.process(SignedJWT.parse(token), null);
      UUID session = UUID.fromString(claims.getStringClaim(SESSION));
      return Optional.of(new Seen(session, claims.getExpirationTime().toInstant()));
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String sign(JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(TYPE).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
    return token.serialize();
  }

  private static ECDSASigner signer(ECKey key) {
    try {
      return new ECDSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  private static DefaultJWTProcessor<SecurityContext> reader(ECKey key, Clock clock) {
    DefaultJWTProcessor<SecurityContext> reader = new DefaultJWTProcessor<>();
    reader.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
    reader.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()))));
    reader.setJWTClaimsSetVerifier(new Claims(clock));
    return reader;
  }

  /** Wants this issuer and audience and counts the time by the given clock, without leeway. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final Clock clock;

    Claims(Clock clock) {
      super(
          NAME,
          new JWTClaimsSet.Builder().issuer(NAME).build(),
          Set.of("exp", "iat", "sub", SESSION));
      this.clock = clock;
      setMaxClockSkew(0);
    }

    @Override
    protected @Nullable Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
