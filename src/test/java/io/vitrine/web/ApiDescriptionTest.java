package io.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pages are built against the description that the server gives. With {@code
 * -Dapi.description=write} the file of the pages is written anew.
 */
class ApiDescriptionTest {

  private static final Path OF_THE_PAGES = Path.of("ui", "openapi.json");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @TempDir Path data;

  @Test
  void thePagesKnowTheApiAsItIs() throws IOException {
    JsonNode described;
    try (LiveApp app = LiveApp.start(data)) {
      described = app.get("/v3/api-docs").send().json();
    }
    ((ObjectNode) described).remove("servers");
    if ("write".equals(System.getProperty("api.description"))) {
      Object sorted = MAPPER.treeToValue(described, Object.class);
      Files.writeString(OF_THE_PAGES, MAPPER.writeValueAsString(sorted) + "\n");
    }
    assertThat(described)
        .as("ui/openapi.json is out of date: run this test with -Dapi.description=write")
        .isEqualTo(MAPPER.readTree(Files.readString(OF_THE_PAGES)));
  }
}
