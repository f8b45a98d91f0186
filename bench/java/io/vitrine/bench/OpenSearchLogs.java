package io.vitrine.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A single OpenSearch node with its default mapping, by which each text is there by its words and
 * whole, as with the product; one shard, no replica, each bulk on the disk before its answer.
 */
final class OpenSearchLogs extends LogEngine {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> FACETS =
      List.of(
          "log_type",
          "level",
          "service",
          "status_code",
          "error_code",
          "country",
          "host",
          "source",
          "payment_method",
          "status");

  private OpenSearchLogs(Server server) {
    super(server);
  }

  static OpenSearchLogs start(List<String> java, String classPath, Path node, Path data, Path log)
      throws IOException {
    int port = Server.freePort();
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            classPath,
            node.toString(),
            "" + port,
            data.toString()));
    OpenSearchLogs engine =
        new OpenSearchLogs(Server.start(command, port, log, "/_cluster/health"));
    String index =
        """
        {"settings":{"number_of_shards":1,"number_of_replicas":0},
         "mappings":{"properties":{"ip":{"type":"ip"},"timestamp":{"type":"date"}}}}""";
    engine.ask(
        HttpRequest.newBuilder(engine.address("/logs"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(index))
            .build());
    return engine;
  }

  @Override
  HttpRequest.Builder signed(String path) {
    return HttpRequest.newBuilder(address(path));
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(address(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Override
  long searchable() throws IOException {
    ask(post("/logs/_refresh", ""));
    return ask(post("/logs/_count", "")).path("count").asLong();
  }

  @Override
  void settle() throws IOException {
    ask(post("/logs/_flush?force=true&wait_if_ongoing=true", ""));
  }

  @Override
  HttpRequest request(LogQuestion question, int shift) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("track_total_hits", true);
    if (question.kind() == LogQuestion.Kind.FIGURES) {
      body.put("size", 0);
      body.put(
          "query",
          Map.of(
              "range",
              Map.of("timestamp", Map.of("gte", "2000-01-01T00:00:%02dZ".formatted(shift)))));
      body.put("aggs", JSON.readTree(question.opensearch()));
      return post("/logs/_search?request_cache=false", JSON.writeValueAsString(body));
    }
    body.put("size", 50);
    body.put(
        "query",
        Map.of("query_string", Map.of("query", question.opensearch(), "default_operator", "AND")));
    body.put(
        "sort",
        List.of(
            Map.of(
                question.kind() == LogQuestion.Kind.SLOWEST ? "response_time" : "timestamp",
                Map.of("order", "desc", "missing", "_last"))));
    if (question.kind() == LogQuestion.Kind.COUNTED) {
      body.put("aggs", counted());
    }
    return post("/logs/_search?request_cache=false", JSON.writeValueAsString(body));
  }

  private static Map<String, Object> counted() {
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("time", Map.of("auto_date_histogram", Map.of("field", "timestamp", "buckets", 60)));
    for (String facet : FACETS) {
      String field = facet.equals("status_code") ? facet : facet + ".keyword";
      counted.put(facet, Map.of("terms", Map.of("field", field, "size", 20)));
    }
    return counted;
  }

  @Override
  long total(LogQuestion question, JsonNode answer) {
    return question.kind() == LogQuestion.Kind.FIGURES
        ? answer.path("aggregations").path("by").path("buckets").size()
        : answer.path("hits").path("total").path("value").asLong();
  }
}
