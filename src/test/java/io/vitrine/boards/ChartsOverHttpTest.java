package io.vitrine.boards;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People save charts, share them, copy each other's and take back what they removed. */
class ChartsOverHttpTest {

  private static final String CHARTS = "/api/shop/charts";
  private static final String PLAN =
      "{\"drawing\":\"bar\",\"metrics\":[\"revenue\"],\"by\":[\"channel\"]}";

  @TempDir Path data;
  private LiveApp app;
  private String zoe;
  private String max;
  private String viewer;

  @BeforeEach
  void start() {
    app = LiveApp.start(data);
    zoe = app.person("zoe", "analyst");
    max = app.person("maximilian", "analyst");
    viewer = app.person("vi", "viewer");
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void whatIsSavedIsReadAsItWasMeantWithItsDefaults() {
    Reply made = save(zoe, "  Revenue by channel ", false).ok();
    assertThat(made.status()).isEqualTo(201);
    String id = made.json().get("id").asString();
    Reply read = app.get(CHARTS + "/" + id).token(zoe).send().ok();
    assertThat(read.json().get("name").asString()).isEqualTo("Revenue by channel");
    assertThat(read.json().get("owner").asString()).isEqualTo("zoe");
    assertThat(read.json().get("own").asBoolean()).isTrue();
    assertThat(read.json().get("plan").toString())
        .isEqualTo(
            "{\"drawing\":\"bar\",\"metrics\":[\"revenue\"],\"by\":[\"channel\"],"
                + "\"grain\":null,\"filters\":[],\"limit\":12,\"logs\":null,\"log_count\":null}");
  }

  @Test
  void aChartIsItsOwnersUntilItIsShared() {
    String id = save(zoe, "Mine", false).json().get("id").asString();
    assertThat(app.get(CHARTS + "/" + id).token(max).send().code()).isEqualTo("chart_absent");
    assertThat(names(max)).isEmpty();
    change(zoe, id, "Ours", true).ok();
    assertThat(names(max)).containsExactly("Ours");
    assertThat(names(viewer)).containsExactly("Ours");
    Reply refused = change(max, id, "His", true);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("not_the_owner");
    assertThat(change(app.admin(), id, "Tidied", true).ok().json().get("owner").asString())
        .isEqualTo("zoe");
  }

  @Test
  void aCopyBelongsToWhoMadeItAndIsNotShared() {
    String id = save(zoe, "Ours", true).json().get("id").asString();
    Reply copy =
        app.post(CHARTS + "/" + id + "/copy", "{\"name\":\"Mine now\"}").token(max).send().ok();
    assertThat(copy.json().get("owner").asString()).isEqualTo("maximilian");
    assertThat(copy.json().get("shared").asBoolean()).isFalse();
    assertThat(names(zoe)).containsExactly("Ours");
    assertThat(names(max)).containsExactly("Mine now", "Ours");
  }

  @Test
  void aRemovedChartComesBackForItsOwner() {
    String id = save(zoe, "Ours", true).json().get("id").asString();
    assertThat(app.ask("DELETE", CHARTS + "/" + id).token(max).send().status()).isEqualTo(403);
    app.ask("DELETE", CHARTS + "/" + id).token(zoe).send().ok();
    assertThat(names(zoe)).isEmpty();
    assertThat(app.post(CHARTS + "/" + id + "/restore", "").token(max).send().status())
        .isEqualTo(403);
    app.post(CHARTS + "/" + id + "/restore", "").token(zoe).send().ok();
    assertThat(names(max)).containsExactly("Ours");
  }

  @Test
  void aChartThatMakesNoSenseIsRefusedByNameOfTheRule() {
    assertThat(refusal("{\"drawing\":\"cake\",\"metrics\":[\"orders\"]}"))
        .isEqualTo(
            "drawing has cake; it is one of line, bar, area, heatmap, table, scatter, pie, funnel");
    assertThat(refusal("{\"drawing\":\"line\"}")).isEqualTo("metrics is 0 here but must be 1 to 8");
    assertThat(refusal("{\"drawing\":\"heatmap\",\"metrics\":[\"orders\"],\"by\":[\"hour\"]}"))
        .isEqualTo("by is 1 here but must be 2 to 2");
    assertThat(refusal("{\"drawing\":\"pie\",\"metrics\":[\"bounce_rate\"],\"by\":[\"channel\"]}"))
        .isEqualTo("pie cannot show bounce_rate: its parts make no whole");
    assertThat(
            refusal("{\"drawing\":\"table\",\"metrics\":[\"orders\"],\"by\":[\"hour\",\"hour\"]}"))
        .isEqualTo("a chart names each metric and dimension once");
    assertThat(save(viewer, "no", false).code()).isEqualTo("role_too_low");
    assertThat(app.post(CHARTS, "{}").token(zoe).send().code()).isEqualTo("field_missing");
  }

  private String refusal(String plan) {
    return app.post(CHARTS, "{\"plan\":" + plan + "}")
        .token(zoe)
        .send()
        .json()
        .get("detail")
        .asString();
  }

  private Reply save(String token, String name, boolean shared) {
    return app.post(CHARTS, body(name, shared)).token(token).send();
  }

  private Reply change(String token, String id, String name, boolean shared) {
    return app.ask("PUT", CHARTS + "/" + id).json(body(name, shared)).token(token).send();
  }

  private static String body(String name, boolean shared) {
    return "{\"name\":\"%s\",\"shared\":%s,\"plan\":%s}".formatted(name, shared, PLAN);
  }

  /** Without the charts of logs that every shop finds, which have none. */
  private List<String> names(String token) {
    List<String> names = new ArrayList<>();
    app.get(CHARTS)
        .token(token)
        .send()
        .ok()
        .json()
        .get("charts")
        .forEach(chart -> names.add(chart.get("name").asString()));
    names.removeIf(String::isEmpty);
    return names;
  }
}
