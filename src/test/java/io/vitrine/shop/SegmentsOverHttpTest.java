package io.vitrine.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Saved segments over HTTP: whose they are, who may use and who may change them. */
class SegmentsOverHttpTest {

  private static final String PATH = "/api/shop/segments";
  private static final String FRENCH =
      """
      {"name": " French phones ", "shared": %s,
       "filters": [{"field": "country", "op": "is", "values": ["FR"]},
                   {"field": "segment", "op": "is_not", "values": ["New"]}]}
      """;

  @TempDir Path data;

  @Test
  void segmentsAreKeptSharedChangedAndForgotten() {
    try (LiveApp app = LiveApp.start(data)) {
      String anna = app.person("anna", "analyst");
      String ben = app.person("ben", "analyst");
      JsonNode made = app.post(PATH, FRENCH.formatted("false")).token(anna).send().json();
      String id = made.get("id").asString();
      assertThat(made.get("name").asString()).isEqualTo("French phones");
      assertThat(made.get("own").asBoolean()).isTrue();
      assertThat(made.get("filters").get(1).get("values").get(0).asString()).isEqualTo("New");
      assertThat(listed(app, ben)).isEmpty();
      assertThat(app.ask("DELETE", PATH + "/" + id).token(ben).send().status()).isEqualTo(404);

      app.ask("PUT", PATH + "/" + id).json(FRENCH.formatted("true")).token(anna).send().ok();
      assertThat(listed(app, ben).get(0).get("owner").asString()).isEqualTo("anna");
      assertThat(listed(app, ben).get(0).get("own").asBoolean()).isFalse();
      LiveApp.Reply refused = app.ask("DELETE", PATH + "/" + id).token(ben).send();
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("segment_of_another");

      assertThat(app.ask("DELETE", PATH + "/" + id).token(anna).send().status()).isEqualTo(204);
      assertThat(listed(app, anna)).isEmpty();
      String back = PATH + "/" + id + "/restore";
      assertThat(app.post(back, "").token(ben).send().code()).isEqualTo("segment_of_another");
      assertThat(app.post(back, "").token(anna).send().ok().json().get("name").asString())
          .isEqualTo("French phones");
      assertThat(listed(app, anna)).hasSize(1);
      assertThat(app.post(back, "").token(anna).send().code()).isEqualTo("segment_absent");
      refusals(app, anna);
    }
  }

  private static JsonNode listed(LiveApp app, String token) {
    return app.get(PATH).token(token).send().ok().json().get("segments");
  }

  private static void refusals(LiveApp app, String anna) {
    assertThat(app.post(PATH, "{\"name\": \"x\", \"filters\": []}").token(anna).send().code())
        .isEqualTo("segment_filters");
    assertThat(
            app.post(PATH, FRENCH.replace("French", "F".repeat(100)).formatted("false"))
                .token(anna)
                .send()
                .code())
        .isEqualTo("segment_name");
    String unknown = FRENCH.replace("country", "planet").formatted("false");
    assertThat(app.post(PATH, unknown).token(anna).send().text()).contains("planet");
    assertThat(app.get(PATH).token(app.person("vera", "viewer")).send().status()).isEqualTo(403);
  }
}
