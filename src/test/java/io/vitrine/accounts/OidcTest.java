package io.vitrine.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.accounts.LocalProvider.Forger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Signing in by a real provider of OpenID Connect, and what goes wrong on the way. */
class OidcTest {

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  @TempDir static Path data;
  private static LocalProvider provider;
  private static LiveApp app;

  @BeforeAll
  static void start() {
    int port = LocalProvider.freePort();
    String address = "http://127.0.0.1:" + port;
    provider = LocalProvider.start(address + "/api/auth/oidc/callback");
    app =
        LiveApp.start(
            data,
            "server.port=" + port,
            "vitrine.oidc.issuer=" + provider.issuer(),
            "vitrine.oidc.name=Chez nous",
            "vitrine.oidc.client-secret=" + LocalProvider.SECRET,
            "vitrine.oidc.address=" + address + "/",
            "vitrine.oidc.role-claim=realm.groups",
            "vitrine.oidc.roles.shop-analysts=analyst",
            "vitrine.oidc.roles.shop-heads=moderator",
            "vitrine.oidc.create=true",
            "vitrine.oidc.link-by-email=true");
  }

  @AfterAll
  static void stop() {
    app.close();
    provider.close();
    BROWSER.close();
  }

  @Test
  void whoSignsInThereGetsAnAccountWithTheRoleOfTheClaim() throws Exception {
    says("s-1", "zoe", "zoe@example.org", true, "everybody", "shop-analysts");
    Reply back = walk("s-1", "/traffic?period=last_7_days");
    assertThat(back.status()).isEqualTo(302);
    assertThat(back.header("Location"))
        .isEqualTo("/sign-in?came=provider&next=%2Ftraffic%3Fperiod%3Dlast_7_days");
    JsonNode me = me(back);
    assertThat(me.get("username").asString()).isEqualTo("zoe");
    assertThat(me.get("email").asString()).isEqualTo("zoe@example.org");
    assertThat(me.get("role").asString()).isEqualTo("analyst");

    says("s-1", "zoe", "zoe@example.org", true, "shop-analysts", "shop-heads");
    assertThat(me(walk("s-1", "/")).get("role").asString()).isEqualTo("moderator");
    says("s-2", "zoe", "another@example.org", true, "shop-analysts");
    assertThat(me(walk("s-2", "/")).get("username").asString()).isEqualTo("zoe-2");
    assertThat(acts()).contains("identity_linked", "role from analyst to moderator");
  }

  @Test
  void anAccountIsLinkedByAVerifiedEmailOnly() throws Exception {
    addUser("max", "max@example.org");
    says("s-3", "impostor", "max@example.org", false, "shop-analysts");
    JsonNode impostor = me(walk("s-3", "/"));
    assertThat(impostor.get("username").asString()).isEqualTo("impostor");
    assertThat(impostor.path("email").isString()).isFalse();
    says("s-4", "maximilian", "MAX@example.org", true, "shop-analysts");
    assertThat(me(walk("s-4", "/")).get("username").asString()).isEqualTo("max");
  }

  @Test
  void whomTheClaimGivesNoRoleIsRefused() throws Exception {
    says("s-5", "eve", "eve@example.org", true, "everybody");
    Reply back = walk("s-5", "/");
    assertThat(back.header("Location")).isEqualTo("/sign-in?problem=oidc_no_role");
    assertThat(back.response().headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("vitrine_refresh"));
  }

  @Test
  void theWayBackHoldsOnceAndForTheBrowserThatWentThere() throws Exception {
    says("s-6", "ann", "ann@example.org", true, "shop-analysts");
    Reply begun = app.get("/api/auth/oidc/start").send();
    String cookie = cookie(begun, "vitrine_oidc");
    assertThat(begun.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    assertThat(begun.header("Location")).contains("code_challenge_method=S256", "nonce=", "state=");
    String way = back(begun.header("Location"), "s-6");
    assertThat(problem(app.get(way).send())).isEqualTo("oidc_state");
    begun = app.get("/api/auth/oidc/start").send();
    way = back(begun.header("Location"), "s-6");
    assertThat(problem(app.get(way).header("Cookie", cookie).send())).isEqualTo("oidc_state");
    begun = app.get("/api/auth/oidc/start").send();
    cookie = cookie(begun, "vitrine_oidc");
    way = back(begun.header("Location"), "s-6");
    assertThat(app.get(way).header("Cookie", cookie).send().header("Location"))
        .contains("came=provider");
    assertThat(problem(app.get(way).header("Cookie", cookie).send())).isEqualTo("oidc_state");
  }

  @Test
  void aCodeThatTheProviderDidNotGiveIsRefused() {
    Reply begun = app.get("/api/auth/oidc/start").send();
    String state = begun.header("Location").replaceAll(".*[?&]state=([^&]+).*", "$1");
    Reply back =
        app.get("/api/auth/oidc/callback?code=invented&state=" + state)
            .header("Cookie", cookie(begun, "vitrine_oidc"))
            .send();
    assertThat(problem(back)).isEqualTo("oidc_failed");
    assertThat(problem(app.get("/api/auth/oidc/callback?error=access_denied").send()))
        .isEqualTo("oidc_refused");
  }

  /** What a provider, or somebody between it and us, might send in place of its token. */
  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("another nonce", with(claims -> claims.claim("nonce", "another"))),
        forgery("no nonce", with(claims -> claims.claim("nonce", null))),
        forgery("another issuer", with(claims -> claims.issuer("https://evil.example"))),
        forgery("another audience", with(claims -> claims.audience("another-client"))),
        forgery(
            "several audiences",
            with(claims -> claims.audience(List.of(LocalProvider.CLIENT, "x")).claim("azp", "x"))),
        forgery("expired", with(claims -> claims.expirationTime(ago(Duration.ofMinutes(5))))),
        forgery("for ever", with(claims -> claims.expirationTime(null))),
        forgery("not yet", with(claims -> claims.notBeforeTime(ago(Duration.ofMinutes(-5))))),
        forgery("of nobody", with(claims -> claims.subject(null))),
        forgery("not signed", (claims, key) -> new PlainJWT(claims).serialize()),
        forgery(
            "signed with our secret",
            (claims, key) ->
                signed(
                    JWSAlgorithm.HS256, key, claims, secret(LocalProvider.SECRET.getBytes(UTF_8)))),
        forgery(
            "signed with the public key as a secret",
            (claims, key) ->
                signed(JWSAlgorithm.HS256, key, claims, secret(key.toRSAPublicKey().getEncoded()))),
        forgery(
            "signed by somebody else under the same name",
            (claims, key) ->
                signed(
                    JWSAlgorithm.RS256,
                    key,
                    claims,
                    new RSASSASigner(LocalProvider.key(key.getKeyID())))),
        forgery(
            "altered afterwards",
            (claims, key) -> {
              String[] parts = honest(claims, key).split("\\.", -1);
              JWTClaimsSet other = new JWTClaimsSet.Builder(claims).subject("s-1").build();
              return parts[0] + "." + Base64URL.encode(other.toString()) + "." + parts[2];
            }),
        forgery("no token at all", (claims, key) -> "x.y.z"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void aForgedTokenSignsNobodyIn(String name, Forger forger) throws Exception {
    says("s-8", "mallory", "mallory@example.org", true, "shop-heads");
    try {
      provider.forges(forger);
      Reply back = walk("s-8", "/");
      assertThat(problem(back)).isEqualTo("oidc_refused");
      assertThat(back.response().headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith("vitrine_refresh"));
      assertThat(app.get("/api/users?q=mallory").token(app.admin()).send().ok().text())
          .contains("\"total\":0");
    } finally {
      provider.forges(null);
    }
  }

  /** Else the forgeries might be refused for how they are sent. */
  @Test
  void theSameTokenSignedAnewByTheProviderHolds() throws Exception {
    says("s-9", "nina", "nina@example.org", true, "shop-analysts");
    try {
      provider.forges(OidcTest::honest);
      assertThat(walk("s-9", "/").header("Location")).contains("came=provider");
    } finally {
      provider.forges(null);
    }
  }

  @Test
  void aCodeHoldsOnceEvenOnAnotherWay() throws Exception {
    says("s-10", "olga", "olga@example.org", true, "shop-analysts");
    Reply begun = app.get("/api/auth/oidc/start").send();
    String way = back(begun.header("Location"), "s-10");
    Reply first = app.get(way).header("Cookie", cookie(begun, "vitrine_oidc")).send();
    assertThat(first.header("Location")).contains("came=provider");
    Reply again = app.get("/api/auth/oidc/start").send();
    String state = again.header("Location").replaceAll(".*[?&](state=[^&]+).*", "$1");
    Reply replayed =
        app.get(way.replaceAll("state=[^&]+", state))
            .header("Cookie", cookie(again, "vitrine_oidc"))
            .send();
    assertThat(problem(replayed)).isEqualTo("oidc_failed");
  }

  private static Arguments forgery(String name, Forger forger) {
    return Arguments.of(name, forger);
  }

  /** Signed by the provider, but with something else in it. */
  private static Forger with(Consumer<JWTClaimsSet.Builder> change) {
    return (claims, key) -> {
      JWTClaimsSet.Builder other = new JWTClaimsSet.Builder(claims);
      change.accept(other);
      return honest(other.build(), key);
    };
  }

  private static String honest(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    return signed(JWSAlgorithm.RS256, key, claims, new RSASSASigner(key));
  }

  private static String signed(
      JWSAlgorithm algorithm, RSAKey key, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  /** Secrets of fewer than 256 bits are refused by the library that signs, not by the standard. */
  private static JWSSigner secret(byte[] bytes) throws JOSEException {
    return new MACSigner(Arrays.copyOf(bytes, Math.max(bytes.length, 32)));
  }

  private static Date ago(Duration time) {
    return Date.from(Instant.now().minus(time));
  }

  @Test
  void nobodyIsLedAwayAfterwards() throws Exception {
    says("s-7", "bob", "bob@example.org", true, "shop-analysts");
    for (String away : List.of("https://evil.example", "//evil.example", "/\\evil.example")) {
      assertThat(walk("s-7", away).header("Location")).isEqualTo("/sign-in?came=provider&next=%2F");
    }
  }

  @Test
  void theSiteNamesTheProvider() {
    assertThat(app.get("/api/site").send().json().get("sign_in_provider").asString())
        .isEqualTo("Chez nous");
  }

  private static void says(
      String subject, String name, String email, boolean verified, String... groups) {
    provider.says(
        subject,
        Map.of(
            "preferred_username",
            name,
            "email",
            email,
            "email_verified",
            verified,
            "realm",
            Map.of("groups", List.of(groups))));
  }

  /** A browser's whole way: to us, to the provider, and back to us. */
  private static Reply walk(String subject, String next) throws Exception {
    Reply begun = app.get("/api/auth/oidc/start?next=" + URLEncoder.encode(next, UTF_8)).send();
    assertThat(begun.status()).isEqualTo(302);
    String way = back(begun.header("Location"), subject);
    return app.get(way).header("Cookie", cookie(begun, "vitrine_oidc")).send();
  }

  /** What the provider sends the browser back with, once the person signed in there. */
  private static String back(String address, String subject) throws Exception {
    HttpResponse<String> answer =
        BROWSER.send(
            HttpRequest.newBuilder(URI.create(address))
                .header(LocalProvider.PERSON, subject)
                .header("Accept", "text/html")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    URI way = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return way.getRawPath() + "?" + way.getRawQuery();
  }

  private static String cookie(Reply reply, String name) {
    return reply.response().headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.split(";", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode me(Reply back) {
    Reply pair =
        app.post("/api/auth/refresh", "{}")
            .header("Cookie", cookie(back, "vitrine_refresh"))
            .send();
    String token = pair.ok().json().get("access_token").asString();
    return app.get("/api/auth/me").token(token).send().ok().json();
  }

  private static String problem(Reply back) {
    assertThat(back.status()).isEqualTo(302);
    return back.header("Location").replaceAll(".*problem=", "");
  }

  private static void addUser(String name, String email) {
    app.post(
            "/api/users",
            "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"violet-harbour-7\"}"
                .formatted(name, email))
        .token(app.admin())
        .send()
        .ok();
  }

  private static String acts() {
    return app.get("/api/audit").token(app.admin()).send().ok().text();
  }
}
