package io.vitrine.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Analysts ask in SQL over HTTP; each has a history that nobody else sees. */
class SqlOverHttpTest {

  @TempDir Path data;

  @Test
  void analystsAskAndOnlyTheySeeWhatTheyAsked() {
    try (LiveApp app = LiveApp.start(data)) {
      String zoe = app.person("zoe", "analyst");
      String viewer = app.person("vi", "viewer");
      JsonNode answer = ask(app, zoe, "select 1 as one, 'é' as two").ok().json();
      assertThat(answer.get("columns").toString())
          .isEqualTo(
              "[{\"name\":\"one\",\"type\":\"INTEGER\"},{\"name\":\"two\",\"type\":\"VARCHAR\"}]");
      assertThat(answer.get("rows").toString()).isEqualTo("[[1,\"é\"]]");
      assertThat(ask(app, zoe, "select * from facts").code()).isEqualTo("sql_refused");
      assertThat(ask(app, viewer, "select 1").code()).isEqualTo("role_too_low");
      assertThat(ask(app, app.key("read"), "select 1").status()).isEqualTo(403);
      assertThat(app.post("/api/sql", "{}").token(zoe).send().code()).isEqualTo("field_missing");
      JsonNode history = history(app, zoe);
      assertThat(history.size()).isEqualTo(2);
      assertThat(history.get(0).get("problem").asString()).isEqualTo("sql_refused");
      assertThat(history.get(1).get("sql").asString()).isEqualTo("select 1 as one, 'é' as two");
      assertThat(history.get(1).get("rows").asInt()).isEqualTo(1);
      assertThat(history(app, app.admin()).size()).isZero();
      ask(app, zoe, "select '" + "x".repeat(2_000) + "\\u0000'");
      app.ask("DELETE", "/api/sql/history").token(zoe).send().ok();
      assertThat(history(app, zoe).size()).isZero();
      assertThat(app.get("/api/sql/tables").token(zoe).send().ok().text())
          .contains("\"daily_metrics\"", "\"events\"")
          .doesNotContain("\"facts\"");
      tellsWhoAskedWhat(app);
    }
  }

  /** Nobody can have the audit log forget, and no statement is too long for it. */
  private static void tellsWhoAskedWhat(LiveApp app) {
    JsonNode acts =
        app.get("/api/audit?act=sql_asked").token(app.admin()).send().ok().json().get("acts");
    assertThat(acts.size()).isEqualTo(3);
    assertThat(acts).allMatch(act -> act.get("actor").asString().equals("zoe"));
    assertThat(acts).allMatch(act -> act.get("address").asString().equals("127.0.0.1"));
    assertThat(acts.get(0).get("detail").asString()).contains("select 'xxx").hasSizeLessThan(1000);
    assertThat(acts.get(1).get("detail").asString())
        .matches("sql_refused, \\d+ ms: select \\* from facts");
    assertThat(acts.get(2).get("detail").asString())
        .matches("1 row, \\d+ ms: select 1 as one, 'é' as two");
  }

  private static Reply ask(LiveApp app, String token, String sql) {
    return app.post("/api/sql", "{\"sql\":\"" + sql + "\"}").token(token).send();
  }

  private static JsonNode history(LiveApp app, String token) {
    return app.get("/api/sql/history").token(token).send().ok().json().get("statements");
  }
}
