package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.MovableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A session begins with a password, goes on with refresh tokens and ends for all its tokens. */
class SessionsTest {

  @TempDir static Path data;
  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private static LiveApp app;

  @BeforeAll
  static void start() {
    app = LiveApp.start(data, CLOCK);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void signingInGivesTokensAndTheAccount() {
    JsonNode person = app.signIn("ROOT", LiveApp.PASSWORD).ok().json();
    assertThat(person.get("token_type").asString()).isEqualTo("Bearer");
    assertThat(person.get("expires_in").asInt()).isEqualTo(3600);
    assertThat(person.get("refresh_token").asString()).startsWith("vr_");
    assertThat(person.get("user").get("role").asString()).isEqualTo("admin");
    assertThat(person.get("user").get("must_change_password").asBoolean()).isFalse();
    assertThat(person.toString()).doesNotContain("hash");
  }

  @Test
  void theAnswerDoesNotTellWhetherTheNameOrThePasswordIsWrong() {
    Reply name = app.signIn("nobody-at-all", LiveApp.PASSWORD);
    Reply password = app.signIn("root", "some-other-password");
    assertThat(name.status()).isEqualTo(401);
    assertThat(password.status()).isEqualTo(401);
    assertThat(name.json().get("detail")).isEqualTo(password.json().get("detail"));
    assertThat(name.code()).isEqualTo("wrong_credentials");
  }

  @Test
  void theCookieIsForTheBrowserOfThisSiteOnly() {
    Reply person = app.signIn("root", LiveApp.PASSWORD);
    assertThat(person.header("Set-Cookie"))
        .startsWith("vitrine_refresh=vr_")
        .contains("Path=/api/auth")
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .doesNotContain("Secure");
    Reply secure =
        app.post("/api/auth/login", credentials())
            .header("X-Forwarded-Proto", "https")
            .from("192.0.2.1")
            .send()
            .ok();
    assertThat(secure.header("Set-Cookie")).contains("Secure");
    assertThat(secure.header("Strict-Transport-Security")).startsWith("max-age=");
  }

  @Test
  void aRefreshTokenIsExchangedOnceAndComingTwiceEndsTheSession() {
    JsonNode first = app.signIn("root", LiveApp.PASSWORD).ok().json();
    String old = first.get("refresh_token").asString();
    JsonNode second = refresh(old).ok().json();
    assertThat(me(second.get("access_token").asString())).isEqualTo(200);
    assertThat(refresh(old).code()).isEqualTo("session_ended");
    assertThat(me(second.get("access_token").asString())).isEqualTo(401);
    assertThat(me(first.get("access_token").asString())).isEqualTo(401);
    assertThat(refresh(second.get("refresh_token").asString()).status()).isEqualTo(401);
    assertThat(acts()).contains("token_reused");
  }

  @Test
  void theCookieRefreshesFromItsOwnOriginOnly() {
    String cookie = app.signIn("root", LiveApp.PASSWORD).header("Set-Cookie").split(";", 2)[0];
    LiveApp.Ask ask = app.post("/api/auth/refresh", "{}").header("Cookie", cookie);
    assertThat(ask.header("Origin", "http://evil.example").send().code())
        .isEqualTo("foreign_origin");
    assertThat(ask.header("Sec-Fetch-Site", "cross-site").send().status()).isEqualTo(403);
    assertThat(ask.header("Content-Type", "text/plain").send().status()).isEqualTo(415);
    assertThat(ask.send().ok().header("Set-Cookie")).doesNotContain(cookie);
  }

  @Test
  void aSessionEndsWhenItIsNotUsedForThirtyDays() {
    String token = app.signIn("root", LiveApp.PASSWORD).json().get("refresh_token").asString();
    CLOCK.move(Duration.ofDays(29));
    String next = refresh(token).ok().json().get("refresh_token").asString();
    CLOCK.move(Duration.ofDays(31));
    assertThat(refresh(next).code()).isEqualTo("session_ended");
  }

  @Test
  void signingOutEndsAllTokensOfTheSessionAtOnce() {
    JsonNode person = app.signIn("root", LiveApp.PASSWORD).ok().json();
    String access = person.get("access_token").asString();
    String other = app.admin();
    Reply out = app.post("/api/auth/logout", "").token(access).send();
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie")).contains("vitrine_refresh=;").contains("Max-Age=0");
    assertThat(me(access)).isEqualTo(401);
    assertThat(refresh(person.get("refresh_token").asString()).status()).isEqualTo(401);
    assertThat(me(other)).isEqualTo(200);
  }

  @Test
  void aTokenThatWeDidNotSignIsRefused() throws Exception {
    SignedJWT good = SignedJWT.parse(app.admin());
    ECKey key = ECKey.parse(Files.readString(data.resolve("token-key.json")));
    ECKey foreign = new ECKeyGenerator(key.getCurve()).keyID(key.getKeyID()).generate();
    JWTClaimsSet claims = good.getJWTClaimsSet();
    assertThat(me(signed(claims, key, "at+jwt"))).isEqualTo(200);
    assertThat(me(signed(claims, foreign, "at+jwt"))).isEqualTo(401);
    assertThat(me(signed(claims, key, "JWT"))).isEqualTo(401);
    assertThat(me(signed(changed(claims).audience("another").build(), key, "at+jwt")))
        .isEqualTo(401);
    assertThat(me(signed(changed(claims).issuer("another").build(), key, "at+jwt"))).isEqualTo(401);
    Date past = Date.from(CLOCK.instant().minusSeconds(1));
    assertThat(me(signed(changed(claims).expirationTime(past).build(), key, "at+jwt")))
        .isEqualTo(401);
    assertThat(me(signed(changed(claims).expirationTime(null).build(), key, "at+jwt")))
        .isEqualTo(401);
  }

  @Test
  void anotherAlgorithmOrOtherClaimsAreRefused() throws Exception {
    SignedJWT good = SignedJWT.parse(app.admin());
    ECKey key = ECKey.parse(Files.readString(data.resolve("token-key.json")));
    String[] parts = good.serialize().split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String altered = encoded(claims.replace("admin", "owner"));
    assertThat(me(parts[0] + "." + altered + "." + parts[2])).isEqualTo(401);
    String none = encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
    assertThat(me(none + "." + parts[1] + ".")).isEqualTo(401);
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build(),
            good.getJWTClaimsSet());
    confused.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
    assertThat(me(confused.serialize())).isEqualTo(401);
    assertThat(me("no token at all")).isEqualTo(401);
  }

  /** Headers that name another key are what the attacker controls. */
  @Test
  void aTokenDoesNotChooseTheKeyThatItIsCheckedWith() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(app.admin()).getJWTClaimsSet();
    ECKey key = ECKey.parse(Files.readString(data.resolve("token-key.json")));
    ECKey foreign = new ECKeyGenerator(key.getCurve()).keyID("foreign").generate();
    JWSHeader.Builder header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"));
    assertThat(me(signed(header.jwk(foreign.toPublicJWK()).build(), claims, foreign)))
        .isEqualTo(401);
    URI keys = URI.create("http://127.0.0.1:" + app.port() + "/keys.json");
    assertThat(me(signed(header.jwk(null).jwkURL(keys).keyID("foreign").build(), claims, foreign)))
        .isEqualTo(401);
    for (String id : List.of("../../../dev/null", "' or '1'='1", "foreign")) {
      assertThat(me(signed(header.jwkURL(null).keyID(id).build(), claims, foreign))).isEqualTo(401);
    }
  }

  @Test
  void aSignatureInAnotherFormOrNoneIsRefused() {
    String[] parts = app.admin().split("\\.", -1);
    String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    assertThat(me(parts[0] + "." + parts[1] + "." + zeros)).isEqualTo(401);
    assertThat(me(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    assertThat(me(parts[0] + "." + parts[1])).isEqualTo(401);
  }

  @Test
  void theSigningKeyIsForItsOwnerOnly() throws Exception {
    assertThat(Files.getPosixFilePermissions(data.resolve("token-key.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private static int me(String token) {
    return app.get("/api/auth/me").token(token).send().status();
  }

  private static Reply refresh(String token) {
    return app.post("/api/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(token)).send();
  }

  private static String acts() {
    return app.get("/api/audit").token(app.admin()).send().ok().text();
  }

  private static String credentials() {
    return "{\"username\":\"root\",\"password\":\"%s\"}".formatted(LiveApp.PASSWORD);
  }

  private static JWTClaimsSet.Builder changed(JWTClaimsSet claims) {
    return new JWTClaimsSet.Builder(claims);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) throws Exception {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  private static String signed(JWTClaimsSet claims, ECKey key, String type) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build(),
            claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }
}
