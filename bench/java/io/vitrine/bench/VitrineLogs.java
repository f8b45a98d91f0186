package io.vitrine.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product, over HTTP. */
final class VitrineLogs extends LogEngine {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final LocalDate first;
  private String token = "";

  private VitrineLogs(Server server, LocalDate first) {
    super(server);
    this.first = first;
  }

  static VitrineLogs start(List<String> java, Path jar, Path data, Path log, LocalDate first)
      throws IOException {
    VitrineLogs engine = new VitrineLogs(Server.start(java, jar, data, log), first);
    String login =
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(Server.USERNAME, Server.PASSWORD);
    engine.token =
        engine.ask(engine.post("/api/auth/login", login)).path("access_token").asString();
    String key = "{\"name\":\"bench\",\"scope\":\"ingest\"}";
    engine.key = engine.ask(engine.post("/api/keys", key)).path("secret").asString();
    return engine;
  }

  private String key = "";

  private HttpRequest post(String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  @Override
  HttpRequest.Builder signed(String path) {
    return HttpRequest.newBuilder(address("/elastic" + path))
        .header("Authorization", "ApiKey " + key);
  }

  @Override
  long searchable() throws IOException {
    return ask(post("/api/logs/search", "{\"size\":1,\"facets\":false}")).path("total").asLong();
  }

  @Override
  void settle() {
    // It writes and merges by itself; nobody can ask it to.
  }

  @Override
  HttpRequest request(LogQuestion question, int shift) {
    if (question.kind() == LogQuestion.Kind.FIGURES) {
      return post(
          "/api/query",
          "{\"kind\":\"LogFigures\",%s,\"period\":{\"start\":\"%s\",\"end\":\"%s\"}}"
              .formatted(
                  question.vitrine(),
                  first.minusWeeks(16).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(shift),
                  first.plusDays(60).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
    Map<String, Object> search = new LinkedHashMap<>();
    search.put("query", question.vitrine());
    search.put("facets", question.kind() == LogQuestion.Kind.COUNTED);
    if (question.kind() == LogQuestion.Kind.SLOWEST) {
      search.put("sort", "response_time");
    }
    return post("/api/logs/search", JSON.writeValueAsString(search));
  }

  @Override
  long total(LogQuestion question, JsonNode answer) {
    return question.kind() == LogQuestion.Kind.FIGURES
        ? answer.path("rows").size()
        : answer.path("total").asLong();
  }
}
