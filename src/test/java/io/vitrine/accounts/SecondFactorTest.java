package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A second factor is asked for at sign-in, taken once, and can be recovered or reset. */
class SecondFactorTest {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private static final String MINE = "/api/auth/me/second-factor";

  @TempDir static Path data;
  private static LiveApp app;

  @BeforeAll
  static void start() {
    app =
        LiveApp.start(
            data,
            CLOCK,
            "vitrine.accounts.second-factor-for=moderator",
            "vitrine.shop.name=Chez Zoé");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void signingInAsksForACodeAndTakesItOnce() {
    String token = app.person("ann", "viewer");
    assertThat(state(token))
        .isEqualTo("{\"enabled\":false,\"required\":false,\"recovery_codes_left\":0}");
    JsonNode draft = begin(token).ok().json();
    byte[] secret = Base32.decode(draft.get("secret").asString());
    assertThat(draft.get("address").asString())
        .isEqualTo(
            "otpauth://totp/Chez%20Zo%C3%A9%3Aann?secret="
                + draft.get("secret").asString()
                + "&issuer=Chez%20Zo%C3%A9&digits=6&period=30");
    assertThat(app.signIn("ann", LiveApp.PASSWORD).status()).as("not confirmed yet").isEqualTo(200);
    assertThat(confirm(token, "000000").code()).isEqualTo("bad_totp");
    assertThat(codes(confirm(token, code(secret)))).hasSize(10).doesNotHaveDuplicates();
    assertThat(begin(token).code()).isEqualTo("second_factor_set");

    assertThat(app.signIn("ann", LiveApp.PASSWORD).code()).isEqualTo("totp_required");
    assertThat(signIn("ann", code(secret)).code()).as("confirmed with it").isEqualTo("bad_totp");
    CLOCK.move(Duration.ofSeconds(30));
    String code = code(secret);
    JsonNode person = signIn("ann", code).ok().json();
    assertThat(person.get("user").get("second_factor").asBoolean()).isTrue();
    assertThat(signIn("ann", code).code()).as("replayed").isEqualTo("bad_totp");
    assertThat(app.signIn("ann", "a-wrong-password").code()).isEqualTo("wrong_credentials");
  }

  @Test
  void aRecoveryCodeSignsInOnceAndNewOnesReplaceIt() {
    String token = app.person("bea", "viewer");
    List<String> codes = codes(confirm(token, code(secret(token))));
    assertThat(signIn("bea", codes.getFirst().toUpperCase(Locale.ROOT)).status()).isEqualTo(200);
    assertThat(signIn("bea", codes.getFirst()).code()).isEqualTo("bad_totp");
    assertThat(state(token)).contains("\"recovery_codes_left\":9");
    List<String> more = codes(password("POST", MINE + "/recovery-codes", token, LiveApp.PASSWORD));
    assertThat(signIn("bea", codes.get(1)).status()).isEqualTo(401);
    assertThat(signIn("bea", more.getFirst()).status()).isEqualTo(200);
    assertThat(acts()).contains("recovery_code_used", "recovery_codes_made", "second_factor_set");
  }

  @Test
  void guessingCodesWaitsLikeGuessingPasswords() {
    String token = app.person("cat", "viewer");
    confirm(token, code(secret(token))).ok();
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("cat", "00000" + i).code()).isEqualTo("bad_totp");
    }
    assertThat(signIn("cat", "000009").code()).isEqualTo("sign_in_delayed");
    CLOCK.move(Duration.ofHours(1));
  }

  @Test
  void guessingCodesFromManyAddressesWaitsToo() {
    String token = app.person("quinn", "viewer");
    byte[] secret = secret(token);
    String recovery = codes(confirm(token, code(secret))).getFirst();
    CLOCK.move(Duration.ofMinutes(1));
    for (int i = 0; i < 50; i++) {
      assertThat(signIn("quinn", "00000" + i % 10, "203.0.113." + i).code()).isEqualTo("bad_totp");
    }
    Reply refused = signIn("quinn", code(secret), "203.0.113.60");
    assertThat(refused.code()).isEqualTo("codes_delayed");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(signIn("quinn", recovery, "203.0.113.61").status()).isEqualTo(200);
    CLOCK.move(Duration.ofMinutes(1));
    assertThat(signIn("quinn", code(secret), "203.0.113.62").status()).isEqualTo(200);
  }

  @Test
  void removingItWantsThePassword() {
    String token = app.person("dan", "viewer");
    assertThat(password("POST", MINE, token, "not-the-password").code())
        .isEqualTo("wrong_password");
    confirm(token, code(secret(token))).ok();
    assertThat(password("POST", MINE + "/removal", token, "not-it-at-all").status()).isEqualTo(400);
    assertThat(password("POST", MINE + "/removal", token, LiveApp.PASSWORD).status())
        .isEqualTo(204);
    assertThat(app.signIn("dan", LiveApp.PASSWORD).status()).isEqualTo(200);
    assertThat(password("POST", MINE + "/removal", token, LiveApp.PASSWORD).status())
        .isEqualTo(409);
  }

  @Test
  void whoMustHaveOneCanDoNothingElseBefore() {
    String token = app.person("eve", "moderator");
    assertThat(app.get("/api/users").token(token).send().code()).isEqualTo("second_factor_due");
    JsonNode me = app.get("/api/auth/me").token(token).send().ok().json();
    assertThat(me.get("must_set_second_factor").asBoolean()).isTrue();
    confirm(token, code(secret(token))).ok();
    app.get("/api/users").token(token).send().ok();
  }

  @Test
  void anAdminResetsTheSecondFactorOfWhoLostIt() {
    String token = app.person("fay", "viewer");
    confirm(token, code(secret(token))).ok();
    String id = app.get("/api/auth/me").token(token).send().json().get("id").asString();
    String path = "/api/users/" + id + "/second-factor";
    String moderator = app.person("mod", "analyst");
    assertThat(app.ask("DELETE", path).token(moderator).status()).isEqualTo(403);
    assertThat(app.ask("DELETE", path).token(app.admin()).status()).isEqualTo(204);
    assertThat(app.ask("DELETE", path).token(app.admin()).status()).isEqualTo(404);
    assertThat(app.get("/api/auth/me").token(token).status()).isEqualTo(401);
    assertThat(app.signIn("fay", LiveApp.PASSWORD).status()).isEqualTo(200);
    assertThat(acts()).contains("second_factor_reset");
  }

  @Test
  void aPersonSeesWhereTheyAreSignedInAndEndsASession() {
    String here = app.person("gus", "viewer");
    String firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    String there =
        app.post(
                "/api/auth/login",
                "{\"username\":\"gus\",\"password\":\"%s\"}".formatted(LiveApp.PASSWORD))
            .header("User-Agent", firefox)
            .from("8.8.8.8")
            .send()
            .ok()
            .json()
            .get("access_token")
            .asString();
    JsonNode sessions =
        app.get("/api/auth/me/sessions").token(here).send().ok().json().get("sessions");
    assertThat(sessions.size()).isEqualTo(3);
    JsonNode other =
        sessions
            .valueStream()
            .filter(s -> s.get("address").asString().equals("8.8.8.8"))
            .findFirst()
            .orElseThrow();
    assertThat(other.get("browser").asString()).isEqualTo("Firefox");
    assertThat(other.get("system").asString()).isEqualTo("Linux");
    assertThat(other.get("country").asString()).isEqualTo("US");
    assertThat(other.get("current").asBoolean()).isFalse();
    assertThat(sessions.valueStream().filter(s -> s.get("current").asBoolean())).hasSize(1);
    String path = "/api/auth/me/sessions/" + other.get("id").asString();
    String stranger = app.person("hal", "viewer");
    assertThat(app.ask("DELETE", path).token(stranger).status()).isEqualTo(404);
    assertThat(app.ask("DELETE", path).token(here).status()).isEqualTo(204);
    assertThat(app.get("/api/auth/me").token(there).status()).isEqualTo(401);
    assertThat(app.ask("DELETE", "/api/auth/me/sessions").token(here).status()).isEqualTo(204);
    assertThat(app.get("/api/auth/me/sessions").token(here).send().json().get("total").asInt())
        .isEqualTo(1);
  }

  private static String state(String token) {
    return app.get(MINE).token(token).send().ok().text();
  }

  private static Reply begin(String token) {
    return password("POST", MINE, token, LiveApp.PASSWORD);
  }

  private static byte[] secret(String token) {
    return Base32.decode(begin(token).ok().json().get("secret").asString());
  }

  private static Reply confirm(String token, String code) {
    return app.ask("PUT", MINE).json("{\"code\":\"%s\"}".formatted(code)).token(token).send();
  }

  private static Reply password(String method, String path, String token, String password) {
    return app.ask(method, path)
        .json("{\"password\":\"%s\"}".formatted(password))
        .token(token)
        .send();
  }

  private static Reply signIn(String username, String code) {
    return signIn(username, code, "127.0.0.1");
  }

  private static Reply signIn(String username, String code, String address) {
    return app.post(
            "/api/auth/login",
            "{\"username\":\"%s\",\"password\":\"%s\",\"totp\":\"%s\"}"
                .formatted(username, LiveApp.PASSWORD, code))
        .from(address)
        .send();
  }

  private static String code(byte[] secret) {
    return Totp.code(secret, CLOCK.instant().getEpochSecond() / 30, 6);
  }

  private static List<String> codes(Reply reply) {
    List<String> codes = new ArrayList<>();
    reply.ok().json().get("recovery_codes").forEach(code -> codes.add(code.asString()));
    return codes;
  }

  private static String acts() {
    return app.get("/api/audit").token(app.admin()).send().ok().text();
  }
}
