package io.vitrine.logs.wire;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.accounts.Public;
import io.vitrine.intake.LogDoor;
import io.vitrine.intake.Receipt;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Loki's push. */
@RestController
@Tag(name = "protocols")
class LokiController {

  private final LogDoor door;

  LokiController(LogDoor door) {
    this.door = door;
  }

  /**
   * Takes streams of Loki, as JSON or, without that type, as Protocol Buffers packed by Snappy. 204
   * when all is durable; 400, which no client sends again, when nothing of it is a log.
   */
  @PostMapping("/loki/api/v1/push")
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> push(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    boolean json = type != null && type.contains("json");
    Receipt receipt =
        door.gathering(
            request,
            (body, length, into) -> {
              if (json) {
                LokiJson.read(body, length, into::add);
              } else {
                LokiPush.read(Snappy.unpack(body, length, into::unpack), into::add);
              }
            });
    return receipt.isAllRejected()
        ? ResponseEntity.status(HttpStatus.BAD_REQUEST).body(receipt.rejected().getFirst().detail())
        : ResponseEntity.noContent().build();
  }

  /** Some clients ask this before they send. */
  @GetMapping("/loki/ready")
  @Public
  String ready() {
    return "ready";
  }
}
