package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** People are made, changed and removed by those who may, and every act is written down. */
class PeopleTest {

  @TempDir static Path data;
  private static LiveApp app;

  @BeforeAll
  static void start() {
    app = LiveApp.start(data, "vitrine.accounts.registration=true");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void whoRegistersIsAViewerWhateverIsAskedFor() {
    Reply reply =
        app.post(
                "/api/auth/register",
                """
                {"username": "Zoé", "email": "zoe@shop.example", "role": "admin",
                 "password": "three-quiet-rivers"}
                """)
            .send();
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("role").asString()).isEqualTo("viewer");
    assertThat(app.signIn("ZOE@shop.example", "three-quiet-rivers").status()).isEqualTo(200);
    Reply again =
        app.post(
                "/api/auth/register",
                """
                {"username": "zoÉ", "email": "other@shop.example", "password": "three-quiet-rivers"}
                """)
            .send();
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("user_exists");
  }

  @ParameterizedTest
  @CsvSource({
    "short-one-1, has 11 characters",
    "qwertyuiop123, first that anybody would try",
    "aaaaaaaaaaaaaaaa, first that anybody would try",
    "martine-and-me, name of the account"
  })
  void aWeakPasswordIsRefusedByItsRule(String password, String rule) {
    Reply reply = add("martine", "viewer", password);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("weak_password");
    assertThat(reply.json().get("detail").asString()).contains(rule).doesNotContain(password);
  }

  @Test
  void aProfileTellsHowMuchItsPersonSearchedAndUploaded() {
    String root = app.admin();
    String id = app.get("/api/auth/me").token(root).send().ok().json().get("id").asString();
    for (int i = 0; i < 2; i++) {
      app.post("/api/logs/search", "{\"query\": \"the same\"}").token(root).send().ok();
    }
    JsonNode profile = app.get("/api/users/" + id).token(root).send().ok().json();
    assertThat(profile.get("searches_count").asInt()).isEqualTo(2);
    assertThat(profile.get("uploads_count").asInt()).isZero();
    assertThat(profile.get("last_login").asString()).isNotEmpty();
  }

  /** The second letters of the first two are Cyrillic and Greek. */
  @ParameterizedTest
  @ValueSource(strings = {"r\u043eot", "r\u03bfot", "r\u200boot", "-root"})
  void nobodyIsCalledAlmostAsSomebodyElse(String name) {
    assertThat(add(name, "viewer", "yellow-brick-road").code()).isEqualTo("bad_username");
  }

  @Test
  void aRoleIsAWord() {
    String body = "{\"username\":\"number\",\"role\":3,\"password\":\"yellow-brick-road\"}";
    Reply reply = app.post("/api/users", body).token(app.admin()).send();
    assertThat(reply.code()).isEqualTo("bad_json");
  }

  @Test
  void aNewPersonChoosesAPasswordBeforeAnythingElse() {
    add("newcomer", "moderator", "yellow-brick-road").ok();
    String token = app.token("newcomer", "yellow-brick-road");
    Reply refused = app.get("/api/users").token(token).send();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("password_change_due");
    assertThat(app.get("/api/auth/me").token(token).send().status()).isEqualTo(200);
    String other = app.token("newcomer", "yellow-brick-road");
    assertThat(change(token, "wrong-old-password", LiveApp.PASSWORD).code())
        .isEqualTo("wrong_password");
    assertThat(change(token, "yellow-brick-road", "yellow-brick-road").code())
        .isEqualTo("same_password");
    change(token, "yellow-brick-road", LiveApp.PASSWORD).ok();
    assertThat(app.get("/api/users").token(token).send().status()).isEqualTo(200);
    assertThat(app.get("/api/auth/me").token(other).send().status()).isEqualTo(401);
  }

  @Test
  void nobodyTouchesOrGrantsARoleAboveTheirOwn() {
    String moderator = app.person("mod", "moderator");
    String admin = find("root").get("id").asString();
    String viewer = add("plain", "viewer", "yellow-brick-road").ok().json().get("id").asString();
    assertThat(put(moderator, admin, "{\"is_active\":false}").code()).isEqualTo("role_above_own");
    assertThat(put(moderator, viewer, "{\"role\":\"admin\"}").code()).isEqualTo("role_above_own");
    assertThat(put(moderator, viewer, "{\"role\":\"analyst\"}").ok().json().get("role").asString())
        .isEqualTo("analyst");
    assertThat(put(moderator, viewer, "{\"role\":\"owner\"}").json().get("detail").asString())
        .isEqualTo("role cannot be 'owner'");
  }

  @Test
  void whoIsSwitchedOffIsOutAtOnce() {
    String token = app.person("leaver", "analyst");
    String id = find("leaver").get("id").asString();
    put(app.admin(), id, "{\"is_active\":false}").ok();
    assertThat(app.get("/api/auth/me").token(token).send().status()).isEqualTo(401);
    assertThat(app.signIn("leaver", LiveApp.PASSWORD).status()).isEqualTo(401);
    put(app.admin(), id, "{\"is_active\":true,\"username\":\"returner\"}").ok();
    assertThat(app.signIn("returner", LiveApp.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anAdminAlwaysRemains() {
    String root = find("root").get("id").asString();
    assertThat(delete(root).code()).isEqualTo("own_account");
    assertThat(put(app.admin(), root, "{\"role\":\"viewer\"}").code()).isEqualTo("last_admin");
    assertThat(put(app.admin(), root, "{\"is_active\":false}").status()).isEqualTo(409);
    String gone = add("short-lived", "viewer", "yellow-brick-road").json().get("id").asString();
    assertThat(delete(gone).status()).isEqualTo(204);
    assertThat(delete(gone).code()).isEqualTo("user_absent");
  }

  @Test
  void peopleAreFoundByRoleStateAndPartOfTheName() {
    add("needle_one", "analyst", "yellow-brick-road").ok();
    add("needleXtwo", "viewer", "yellow-brick-road").ok();
    assertThat(list("?q=NEEDLE").get("total").asInt()).isEqualTo(2);
    assertThat(list("?q=needle_").get("total").asInt()).isEqualTo(1);
    assertThat(list("?q=needle&role=analyst").get("users").size()).isEqualTo(1);
    assertThat(list("?q=needle&is_active=false").get("total").asInt()).isZero();
    JsonNode second = list("?q=needle&limit=1&skip=1");
    assertThat(second.get("users").get(0).get("username").asString()).isEqualTo("needleXtwo");
    assertThat(second.get("total").asInt()).isEqualTo(2);
  }

  @Test
  void aKeyDoesWhatItsScopeSaysUntilItIsRevoked() {
    String read = app.key("read");
    assertThat(read).startsWith("vi_");
    String ingest = app.key("ingest");
    assertThat(app.get("/api/users").header("X-API-Key", read).send().status()).isEqualTo(403);
    assertThat(app.get("/api/auth/me").header("X-API-Key", read).send().code())
        .isEqualTo("not_a_person");
    String basic =
        Base64.getEncoder().encodeToString((ingest + ":").getBytes(StandardCharsets.UTF_8));
    assertThat(app.get("/api/auth/me").header("Authorization", "Basic " + basic).send().code())
        .isEqualTo("role_too_low");
    JsonNode keys = app.get("/api/keys").token(app.admin()).send().ok().json().get("keys");
    assertThat(keys.toString())
        .doesNotContain(read)
        .doesNotContain("hash")
        .contains("last_used_at");
    for (JsonNode key : keys) {
      String path = "/api/keys/" + key.get("id").asString();
      assertThat(app.ask("DELETE", path).token(app.admin()).send().status()).isEqualTo(204);
    }
    assertThat(app.get("/api/auth/me").header("X-API-Key", read).send().status()).isEqualTo(401);
  }

  @Test
  void theAuditTellsWhoDidWhatAndHoldsNoSecret() {
    app.person("audited", "analyst");
    String key = app.key("ingest");
    app.signIn("my-password-in-the-wrong-field", "something-else");
    Reply audit = app.get("/api/audit?limit=1000").token(app.admin()).send().ok();
    assertThat(audit.text())
        .contains("first_admin_made", "signed_in", "sign_in_refused", "user_added")
        .contains("password_changed", "key_made")
        .doesNotContain(LiveApp.PASSWORD, key, "violet-harbour", "my-password-in-the-wrong-field");
    JsonNode made = app.get("/api/audit?act=user_added&limit=1").token(app.admin()).send().json();
    assertThat(made.get("acts").get(0).get("actor").asString()).isEqualTo("root");
    assertThat(made.get("acts").get(0).get("address").asString()).isEqualTo("127.0.0.1");
    assertThat(made.get("next_cursor").asLong()).isPositive();
  }

  private static Reply add(String username, String role, String password) {
    return app.post(
            "/api/users",
            "{\"username\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}"
                .formatted(username, role, password))
        .token(app.admin())
        .send();
  }

  private static Reply change(String token, String old, String chosen) {
    return app.ask("PUT", "/api/auth/me/password")
        .json("{\"old_password\":\"%s\",\"new_password\":\"%s\"}".formatted(old, chosen))
        .token(token)
        .send();
  }

  private static Reply put(String token, String id, String json) {
    return app.ask("PUT", "/api/users/" + id).json(json).token(token).send();
  }

  private static Reply delete(String id) {
    return app.ask("DELETE", "/api/users/" + id).token(app.admin()).send();
  }

  private static JsonNode list(String query) {
    return app.get("/api/users" + query).token(app.admin()).send().ok().json();
  }

  private static JsonNode find(String username) {
    return list("?q=" + username).get("users").get(0);
  }
}
