package io.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.accounts.Public;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nobody expected is told to the log, and to the caller only by its number. */
class UnexpectedFailureTest {

  @TempDir Path data;

  @Test
  void theAnswerTellsTheNumberAndNothingElse() {
    try (LiveApp app = LiveApp.startWith(BrokenEndpoint.class, data)) {
      Reply reply = app.get("/api/broken").send();
      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.code()).isEqualTo("unexpected");
      assertThat(reply.json().get("request_id").asString()).isEqualTo(reply.header("X-Request-Id"));
      assertThat(reply.text()).doesNotContain("secret", "IllegalState", "io.vitrine", "trace");
      assertThatThrownBy(() -> app.get("/api/broken/later").send())
          .as("half a file does not look like a whole one")
          .hasRootCauseInstanceOf(IOException.class);
    }
  }

  @Public
  @RestController
  static class BrokenEndpoint {
    @GetMapping("/api/broken")
    String fail() {
      throw new IllegalStateException("a secret");
    }

    @GetMapping("/api/broken/later")
    void failLater(HttpServletResponse response) throws IOException {
      response.getOutputStream().write(new byte[100_000]);
      throw new IllegalStateException("too late");
    }
  }
}
