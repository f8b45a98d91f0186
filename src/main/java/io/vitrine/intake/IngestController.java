package io.vitrine.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes logs in our own form. */
@RestController
@Tag(name = "logs")
class IngestController {

  private final Intake intake;
  private final LogDoor door;
  private final BodyDecoder decoder;

  IngestController(Intake intake, LogDoor door, IntakeSettings settings) {
    this.intake = intake;
    this.door = door;
    this.decoder =
        new BodyDecoder(Math.toIntExact(settings.recordLimit().toBytes()), settings.records());
  }

  /**
   * Takes an object, an array or an object a line, as POST /api/events does; a record whose fields
   * do not tell what it is, is a plain log. When this answers, what was processed is durable.
   */
  @PostMapping("/api/logs/ingest")
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  @ResponseStatus(HttpStatus.CREATED)
  Ingested ingest(HttpServletRequest request) throws IOException {
    Receipt receipt =
        door.readingInPlace(
            request,
            (body, length) -> {
              Decoded decoded = decoder.decode(body, length);
              decoded.drafts().forEach(IngestController::makeLog);
              return intake.accept(decoded);
            });
    return new Ingested(
        receipt.accepted() + receipt.duplicates(),
        receipt.duplicates(),
        receipt.rejected(),
        receipt.rejectedTotal());
  }

  private static void makeLog(Event.Draft draft) {
    if (!draft.has(Field.TYPE) && !KnowType.tells(draft)) {
      draft.set(Field.TYPE, EventType.LOG.name());
    }
  }

  /**
   * What became of logs.
   *
   * @param recordsProcessed logs that the store holds now, known ones included
   * @param duplicates those that it held before
   * @param rejected the first 1,000 records that are no logs
   */
  @Schema(name = "IngestedLogs")
  record Ingested(
      long recordsProcessed, long duplicates, List<Rejection> rejected, long rejectedTotal) {}
}
