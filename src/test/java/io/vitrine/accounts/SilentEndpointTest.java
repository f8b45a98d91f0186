package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The program does not start with an endpoint that does not say whom it is for. */
class SilentEndpointTest {

  @TempDir Path data;

  @Test
  void anEndpointWithoutARuleFailsTheStart() {
    assertThatThrownBy(() -> LiveApp.startWith(SilentEndpoint.class, data).close())
        .hasMessageContaining("neither @Needs nor @Public")
        .hasMessageContaining("SilentEndpoint#speak");
  }

  @RestController
  static class SilentEndpoint {
    @GetMapping("/api/silent")
    String speak() {
      return "for whom?";
    }
  }
}
