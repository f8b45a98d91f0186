package io.vitrine.siege;

import io.vitrine.siege.Target.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The attacks on accounts: who one is, what one may do, and in whose name a browser acts. */
final class People {

  private static final String JSON_TYPE = "application/json";

  private People() {}

  static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    authentication(attacks);
    sessions(attacks);
    otherSites(attacks);
    access(attacks);
    return attacks;
  }

  private static Attack attack(
      String name, String group, String kind, String severity, Attack.Deed deed) {
    return new Attack(name, group, List.of(kind), severity, deed);
  }

  private static void authentication(List<Attack> attacks) {
    String group = "Authentication";
    attacks.add(
        attack(
            "Unsigned token",
            group,
            "token_tampering",
            "high",
            target ->
                target
                    .send(
                        "GET", "/api/users", null, Target.bearer(token("none", claims(target), "")))
                    .isRefused()));
    attacks.add(
        attack(
            "Token signed with a shared secret",
            group,
            "token_tampering",
            "high",
            target ->
                target
                    .send(
                        "GET",
                        "/api/users",
                        null,
                        Target.bearer(token("HS256", claims(target), "c2lnbmF0dXJl")))
                    .isRefused()));
    attacks.add(
        attack(
            "Token with another role in it",
            group,
            "token_tampering",
            "high",
            target -> {
              String[] parts = target.viewer().split("\\.", 3);
              String claims =
                  new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
              String raised =
                  claims.replace("viewer", "admin").replaceFirst("\\}$", ",\"role\":\"admin\"}");
              target
                  .send(
                      "GET",
                      "/api/users",
                      null,
                      Target.bearer(parts[0] + "." + encoded(raised) + "." + parts[2]))
                  .isRefused();
            }));
    attacks.add(
        attack(
            "Passwords by force",
            group,
            "brute_force",
            "high",
            target -> {
              for (int i = 0; i < 7; i++) {
                target.signIn("siege-nobody", "guess-number-" + i).signsNobodyIn();
              }
            }));
    attacks.add(
        attack(
            "Stolen passwords for many accounts",
            group,
            "credential_stuffing",
            "high",
            target -> {
              for (int i = 0; i < 7; i++) {
                target.signIn("siege-somebody-" + i, "hunter2-" + i).signsNobodyIn();
              }
            }));
    attacks.add(
        new Attack(
            "Passwords that everybody knows",
            group,
            List.of("brute_force", "credential_stuffing"),
            "high",
            target -> {
              for (String known : List.of("admin", "password", "123456", "vitrine")) {
                target.signIn("admin", known).signsNobodyIn();
              }
            }));
  }

  private static String claims(Target target) {
    long end = Instant.now().plusSeconds(3_600).getEpochSecond();
    return "{\"sub\":\""
        + UUID.randomUUID()
        + "\",\"username\":\""
        + target.username()
        + "\",\"role\":\"admin\",\"exp\":"
        + end
        + "}";
  }

  private static String token(String algorithm, String claims, String signature) {
    return encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}")
        + "."
        + encoded(claims)
        + "."
        + signature;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void sessions(List<Attack> attacks) {
    String group = "Session";
    attacks.add(
        attack(
            "Token after the sign-out",
            group,
            "token_tampering",
            "high",
            target -> {
              String token = target.session().path("access_token").asString("");
              target.send("POST", "/api/auth/logout", null, Target.bearer(token));
              target.send("GET", "/api/auth/me", null, Target.bearer(token)).isRefused();
            }));
    attacks.add(
        attack(
            "Refresh token used twice",
            group,
            "session_hijack",
            "high",
            target -> {
              JsonNode session = target.session();
              String refresh =
                  Target.JSON.writeValueAsString(
                      Map.of("refresh_token", session.path("refresh_token").asString("")));
              Reply renewed = target.postUnknown("/api/auth/refresh", refresh);
              target.postUnknown("/api/auth/refresh", refresh).isRefused();
              String next =
                  Target.JSON.writeValueAsString(
                      Map.of("refresh_token", renewed.json().path("refresh_token").asString("")));
              target.postUnknown("/api/auth/refresh", next).isRefused();
            }));
    attacks.add(
        attack(
            "Session in the address",
            group,
            "session_fixation",
            "medium",
            target -> {
              Reply reply = target.get("/?JSESSIONID=chosen-by-me");
              if (reply.cookies().contains("chosen-by-me")) {
                throw new Breach("the session was taken over from the address");
              }
            }));
    attacks.add(
        attack(
            "Made-up token with a foreign key",
            group,
            "token_tampering",
            "high",
            target -> {
              String head =
                  encoded(
                      "{\"alg\":\"ES256\",\"jku\":\"http://127.0.0.1:9/keys\",\"kid\":\"../../dev/null\"}");
              String token =
                  head + "." + encoded("{\"sub\":\"admin\",\"exp\":9999999999}") + ".c2ln";
              target.send("GET", "/api/auth/me", null, Target.bearer(token)).isRefused();
            }));
  }

  private static void otherSites(List<Attack> attacks) {
    String group = "Requests of other sites";
    Map<String, String> foreign =
        Map.of("Origin", "https://evil.example", "Content-Type", JSON_TYPE);
    attacks.add(
        attack(
            "Refresh from another site",
            group,
            "cross_site_request_forgery",
            "high",
            target -> target.send("POST", "/api/auth/refresh", "{}", foreign).isRefused()));
    attacks.add(
        attack(
            "Account made from another site",
            group,
            "cross_site_request_forgery",
            "high",
            target ->
                target
                    .send(
                        "POST",
                        "/api/users",
                        "{\"username\":\"evil\",\"role\":\"admin\"}",
                        Map.of("Origin", "https://evil.example", "Content-Type", "text/plain"))
                    .isRefused()));
    attacks.add(
        attack(
            "Deletion from another site",
            group,
            "cross_site_request_forgery",
            "high",
            target -> {
              Reply reply = target.send("DELETE", "/api/keys/" + UUID.randomUUID(), null, foreign);
              reply.isRefused();
              if (!reply.allowedOrigin().isEmpty()) {
                throw new Breach("another site may read the answer");
              }
            }));
  }

  private static void access(List<Attack> attacks) {
    String group = "Access control";
    attacks.add(
        attack(
            "Viewer at the doors of administrators",
            group,
            "privilege_escalation",
            "medium",
            target -> {
              for (String path :
                  List.of(
                      "/api/users",
                      "/api/audit",
                      "/api/keys",
                      "/api/security/findings",
                      "/api/logs/stats")) {
                target.send("GET", path, null, Target.bearer(target.viewer())).isRefused();
              }
            }));
    attacks.add(
        attack(
            "Ids of others one after the other",
            group,
            "object_walking",
            "high",
            target -> {
              for (int i = 0; i < 8; i++) {
                target
                    .send(
                        "GET", "/api/users/" + new UUID(7, i), null, Target.bearer(target.viewer()))
                    .isRefused();
              }
            }));
    attacks.add(
        attack(
            "Role at the registration",
            group,
            "mass_assignment",
            "high",
            target -> {
              Reply reply =
                  target.postUnknown(
                      "/api/auth/register",
                      "{\"username\":\"siege-admin\",\"email\":\"s@example.org\",\"password\":\"long-siege-password-1\",\"role\":\"admin\"}");
              if (reply.status() == 201 && reply.json().path("role").asString("").equals("admin")) {
                throw new Breach("an administrator was registered");
              }
            }));
    attacks.add(
        attack(
            "Path in a header",
            group,
            "privilege_escalation",
            "medium",
            target -> {
              Reply reply =
                  target.send(
                      "GET",
                      "/api/site",
                      null,
                      Map.of("X-Original-URL", "/api/users", "X-Rewrite-URL", "/api/users"));
              if (reply.text().contains("\"users\"")) {
                throw new Breach("the accounts came back");
              }
            }));
  }
}
