package io.vitrine.logs.wire;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.intake.LogDoor;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** GELF over HTTP. */
@RestController
@Tag(name = "protocols")
class GelfController {

  private final LogDoor door;

  GelfController(LogDoor door) {
    this.door = door;
  }

  /** Takes one message of GELF 1.1; 202 when it is durable. */
  @PostMapping("/gelf")
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void take(HttpServletRequest request) throws IOException {
    door.reading(
        request,
        body -> {
          Map<String, Object> fields = GelfMessage.read(new String(body, StandardCharsets.UTF_8));
          if (fields == null) {
            throw Problem.caller("broken_gelf", "the body is no JSON object with a short_message");
          }
          return door.accept(List.of(Json.sent(fields)));
        });
  }
}
