package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.LiveApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What is kept of visitors is what the shop and they themselves want, down to the bytes on disk.
 */
class PrivacyTest {

  private static final String EVENTS =
      """
      {"id":"1","type":"page_view","visitor_id":"cookie-of-ann","session_id":"session-of-ann","user_id":"account-of-ann",\
      "ip":"203.0.113.77","user_agent":"Firefox/140","timestamp":"2026-03-01T10:00:00Z"%s}
      {"id":"2","type":"page_view","visitor_id":"cookie-of-bob","session_id":"session-of-bob",\
      "ip":"2001:db8:1:2:3:4:5:6","user_agent":"Firefox/140","timestamp":"2026-03-01T10:00:00Z"%s}
      """;

  @TempDir Path data;

  @Test
  void aShopThatCutsAddressesKeepsNoneOnDisk() {
    JsonNode rows = kept("", "vitrine.intake.addresses=truncate");
    assertThat(column(rows, 0)).containsExactly("cookie-of-ann", "cookie-of-bob");
    assertThat(column(rows, 2)).containsExactly("203.0.113.0", "2001:db8:1:0:0:0:0:0");
    assertNowhere("203.0.113.77", "2001:db8:1:2:3:4:5:6");
    assertThatThrownBy(() -> assertNowhere("cookie-of-ann"))
        .as("what is kept can be found")
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void withoutCookiesADeviceIsKnownForADay() {
    JsonNode rows = kept("", "vitrine.privacy.cookieless=true");
    assertThat(column(rows, 0))
        .satisfiesExactly(
            ann -> assertThat(ann).isEqualTo("user:account-of-ann"),
            bob -> assertThat(bob).startsWith("day:"));
    assertNowhere("cookie-of", "session-of");
  }

  @Test
  void whoRefusedIsNobodysVisitorAndLeavesNoTrace() {
    for (String wish : List.of("\"dnt\":1", "\"gpc\":true", "\"consent\":\"Denied\"")) {
      JsonNode rows = kept("," + wish);
      assertThat(column(rows, 0)).as(wish).allMatch(visitor -> visitor.startsWith("day:"));
      assertThat(column(rows, 1)).as(wish).containsExactly("", "");
      assertThat(column(rows, 2)).containsExactly("203.0.113.0", "2001:db8:1:0:0:0:0:0");
      assertNowhere("cookie-of", "session-of", "account-of", "203.0.113.77", "2001:db8:1:2");
    }
  }

  @Test
  void aBrowsersHeadersAreAWishToo() {
    try (LiveApp app = LiveApp.start(data.resolve("headers"))) {
      for (String header : List.of("DNT", "Sec-GPC")) {
        String event = "{\"type\":\"page_view\",\"visitor_id\":\"cookie-of-%s\"}".formatted(header);
        app.post("/api/events", event).header(header, "1").token(app.admin()).send().ok();
      }
      app.post("/api/events", "{\"type\":\"page_view\",\"visitor_id\":\"willing\"}")
          .header("DNT", "0")
          .token(app.admin())
          .send()
          .ok();
      assertThat(column(rows(app), 0)).containsExactlyInAnyOrder("", "", "willing");
    }
  }

  @Test
  void aShopMayDropOrKeepWhatRefusersDo() {
    String event = EVENTS.formatted(",\"dnt\":true", "").strip();
    try (LiveApp app = LiveApp.start(data.resolve("drop"), "vitrine.privacy.do-not-track=drop")) {
      JsonNode receipt = app.post("/api/events", event).token(app.admin()).send().ok().json();
      assertThat(receipt.get("accepted").asInt()).isEqualTo(1);
      assertThat(receipt.get("rejected").get(0).get("reason").asString()).isEqualTo("no_consent");
    }
    try (LiveApp app =
        LiveApp.start(data.resolve("ignore"), "vitrine.privacy.do-not-track=ignore")) {
      app.post("/api/events", event).token(app.admin()).send().ok();
      assertThat(column(rows(app), 0)).containsExactly("cookie-of-ann", "cookie-of-bob");
    }
  }

  /** Sends two events to a fresh program, stops it, and tells what it kept. */
  private JsonNode kept(String wish, String... settings) {
    Path folder = data.resolve("kept-" + wish.hashCode());
    try (LiveApp app = LiveApp.start(folder, settings)) {
      app.post("/api/events", EVENTS.formatted(wish, wish)).token(app.admin()).send().ok();
      return rows(app);
    }
  }

  private static JsonNode rows(LiveApp app) {
    return app.post(
            "/api/sql", "{\"sql\":\"select visitor_id, user_id, ip from events order by id\"}")
        .token(app.admin())
        .send()
        .ok()
        .json()
        .get("rows");
  }

  private static List<String> column(JsonNode rows, int column) {
    return rows.valueStream().map(row -> row.get(column).asString("")).toList();
  }

  private void assertNowhere(String... texts) {
    try (Stream<Path> files = Files.walk(data)) {
      files.filter(Files::isRegularFile).forEach(file -> assertWithout(file, texts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertWithout(Path file, String... texts) {
    try {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
