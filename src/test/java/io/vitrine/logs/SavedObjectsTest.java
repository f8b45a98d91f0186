package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The saved objects have the form that Kibana and OpenSearch Dashboards import. */
class SavedObjectsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private final Map<String, JsonNode> objects = new LinkedHashMap<>();

  @BeforeEach
  void read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SavedObjectsController.class.getResourceAsStream("dashboards.ndjson"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(JSON::readTree)
          .forEach(object -> objects.put(object.get("id").asString(), object));
    }
  }

  private JsonNode object(String id) {
    return Objects.requireNonNull(objects.get(id), id);
  }

  private JsonNode inner(String id, String member) {
    return JSON.readTree(object(id).get("attributes").get(member).asString());
  }

  @Test
  void everyObjectHasWhatAnImportAsksForAndNamesOnlyObjectsOfTheFile() {
    assertThat(objects.values())
        .extracting(object -> object.get("type").asString())
        .containsExactly(
            "index-pattern", "visualization", "visualization", "visualization", "dashboard");
    for (JsonNode object : objects.values()) {
      assertThat(object.get("attributes").get("title").asString()).isNotBlank();
      assertThat(object.get("migrationVersion").has(object.get("type").asString())).isTrue();
      for (JsonNode reference : object.get("references")) {
        JsonNode target = object(reference.get("id").asString());
        assertThat(target.get("type").asString()).isEqualTo(reference.get("type").asString());
      }
      JsonNode meta = object.get("attributes").get("kibanaSavedObjectMeta");
      if (meta != null) {
        assertThat(JSON.readTree(meta.get("searchSourceJSON").asString()).has("query")).isTrue();
      }
    }
  }

  @Test
  void everyPanelOfTheDashboardShowsAVisualisation() {
    JsonNode dashboard = object("vitrine-log-dashboard");
    Set<String> names = new HashSet<>();
    dashboard.get("references").forEach(one -> names.add(one.get("name").asString()));
    JsonNode panels = inner("vitrine-log-dashboard", "panelsJSON");
    assertThat(panels).hasSize(3);
    for (JsonNode panel : panels) {
      assertThat(names).contains(panel.get("panelRefName").asString());
      JsonNode place = panel.get("gridData");
      assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(48);
    }
  }

  @Test
  void theVisualisationsCountWhatTheLogDashboardCounts() {
    for (String id : List.of("vitrine-logs-per-hour", "vitrine-top-errors", "vitrine-amounts")) {
      JsonNode state = inner(id, "visState");
      assertThat(state.get("title").asString())
          .isEqualTo(object(id).get("attributes").get("title").asString());
      assertThat(state.get("aggs").get(0).get("type").asString()).isEqualTo("count");
    }
    JsonNode hours = inner("vitrine-logs-per-hour", "visState").get("aggs").get(1).get("params");
    assertThat(hours.get("field").asString() + hours.get("interval").asString())
        .isEqualTo("timestamph");
    JsonNode ranges =
        inner("vitrine-amounts", "visState").get("aggs").get(1).get("params").get("ranges");
    assertThat(
            StreamSupport.stream(ranges.spliterator(), false)
                .map(range -> range.get("from").asInt()))
        .containsExactly(0, 50, 100, 200, 500, 1000);
  }
}
