package io.vitrine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.LiveApp;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstVisitTest {

  @TempDir Path data;

  @Test
  void everythingThatItAsksIsAnswered() throws IOException, InterruptedException {
    try (LiveApp app = LiveApp.start(data)) {
      int port = app.port();
      FirstVisit.of(port, "root", LiveApp.PASSWORD, "2026-03-01", "2026-03-10");
      assertThat(app.get("/api/shop/kpis?from=2026-03-10&to=2026-03-10").token(app.admin()).send())
          .extracting(reply -> reply.ok().json().get("visitors").asInt())
          .isEqualTo(1);
      assertThatThrownBy(() -> FirstVisit.of(port, "root", "wrong", "2026-03-01", "2026-03-10"))
          .hasMessageContaining("/api/auth/login answered 401");
    }
  }
}
