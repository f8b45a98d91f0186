package io.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every endpoint of the API's description is for exactly whom the description says. */
class EveryEndpointTest {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /** Signs the caller out, which would spoil the rest of the walk; it goes last. */
  private static final String LOGOUT = "/api/auth/logout";

  @TempDir Path data;

  @Test
  void isForWhomItsDescriptionSays() {
    MovableClock clock = new MovableClock(Instant.now());
    try (LiveApp app = LiveApp.start(data, clock)) {
      String expired = app.admin();
      clock.move(Duration.ofMinutes(61));
      Map<String, String> callers = callers(app);
      List<String> wrong = new ArrayList<>();
      for (Endpoint endpoint : endpoints(app)) {
        check(app, endpoint, "nobody", "", wrong);
        check(app, endpoint, "expired", expired, wrong);
        callers.forEach((name, token) -> check(app, endpoint, name, token, wrong));
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static Map<String, String> callers(LiveApp app) {
    Map<String, String> callers = new LinkedHashMap<>();
    Map<Role, String> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      roles.put(role, app.person("a-" + role.wireName(), role.wireName()));
    }
    roles.forEach((role, token) -> callers.put(role.wireName(), token));
    callers.put("ingest", app.key("ingest"));
    callers.put("read", app.key("read"));
    return callers;
  }

  private static void check(
      LiveApp app, Endpoint endpoint, String caller, String token, List<String> wrong) {
    LiveApp.Ask ask = app.ask(endpoint.method(), endpoint.path()).json("{}");
    int status = (token.isEmpty() ? ask : ask.token(token)).status();
    int refusal = endpoint.refusal(caller);
    boolean right =
        refusal == 0 ? status != 401 && status != 403 && status < 500 : status == refusal;
    if (!right && !endpoint.refusesByItself(caller, status)) {
      wrong.add(endpoint + " answers " + status + " to " + caller + ", not " + refusal);
    }
  }

  private static List<Endpoint> endpoints(LiveApp app) {
    JsonNode paths = app.get("/v3/api-docs").send().ok().json().get("paths");
    List<Endpoint> endpoints = new ArrayList<>();
    for (String path : paths.propertyNames()) {
      for (String method : METHODS) {
        JsonNode operation = paths.get(path).path(method);
        if (operation.isObject()) {
          endpoints.add(Endpoint.of(path, method, operation));
        }
      }
    }
    assertThat(endpoints).hasSizeGreaterThan(15);
    endpoints.sort(Comparator.comparing(endpoint -> endpoint.path().equals(LOGOUT)));
    return endpoints;
  }

  /** One endpoint and whom it is for. */
  private record Endpoint(String method, String path, String role, List<String> keys) {

    static Endpoint of(String path, String method, JsonNode operation) {
      assertThat(operation.path("x-role").asString()).as(method + " " + path).isNotEmpty();
      List<String> keys = new ArrayList<>();
      operation.path("x-keys").forEach(key -> keys.add(key.asString()));
      String filled = path.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
      return new Endpoint(
          method.toUpperCase(Locale.ROOT), filled, operation.get("x-role").asString(), keys);
    }

    /** 401, 403, or 0 when the caller may call it. */
    int refusal(String caller) {
      if (role.equals("public")) {
        return 0;
      }
      return switch (caller) {
        case "nobody", "expired" -> 401;
        case "ingest" -> keys.contains("ingest") ? 0 : 403;
        case "read" -> keys.contains("read") || covers(Role.VIEWER) ? 0 : 403;
        default -> covers(Role.valueOf(caller.toUpperCase(Locale.ROOT))) ? 0 : 403;
      };
    }

    /** Registration is off, and a key has no account of its own: the endpoints say so with 403. */
    boolean refusesByItself(String caller, int status) {
      boolean own = path.startsWith("/api/auth/me") && caller.equals("read");
      return status == 403 && (own || path.equals("/api/auth/register"));
    }

    private boolean covers(Role caller) {
      return caller.covers(Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }
  }
}
