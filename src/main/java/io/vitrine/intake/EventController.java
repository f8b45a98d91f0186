package io.vitrine.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in our own form. */
@RestController
@Tag(name = "events")
class EventController {

  static final String PATH = "/api/events";

  private final Intake intake;
  private final BodyDecoder decoder;
  private final Flight flight;
  private final int bodyLimit;

  EventController(Intake intake, Flight flight, IntakeSettings settings) {
    this.intake = intake;
    this.flight = flight;
    this.bodyLimit = Math.toIntExact(settings.bodyLimit().toBytes());
    this.decoder =
        new BodyDecoder(Math.toIntExact(settings.recordLimit().toBytes()), settings.records());
  }

  @PostMapping(PATH)
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  @Operation(
      summary = "Send events",
      description =
          """
          An object, an array of objects or one object a line; the content tells which, whatever the
          Content-Type. Content-Encoding may be gzip. Each record stands for itself: a bad one is
          listed in `rejected` and costs none beside it. When this answers, what it counts as
          accepted is durable. An event whose `id` was stored before is counted as a duplicate and
          not stored again, so a batch can be sent again without harm; an event without an `id` is
          new each time. A visitor refuses to be tracked by `dnt` or `gpc` (true) or `consent` (denied)
          in the event, or by the headers DNT or Sec-GPC of a browser that sends by itself; the event is
          then kept without anything that tells who it was, unless a setting says otherwise.""")
  @ApiResponse(
      responseCode = "200",
      description = "The receipt; some records may be rejected",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @ApiResponse(
      responseCode = "400",
      description = "No record is an event, or the body is unreadable")
  @ApiResponse(
      responseCode = "413",
      description = "More bytes or records than the limit; nothing was accepted")
  @ApiResponse(
      responseCode = "429",
      description = "Too much at once; nothing was accepted, try again after Retry-After")
  ResponseEntity<Object> send(HttpServletRequest request) throws IOException {
    try (Flight.Seat seat = flight.seat()) {
      Body body = Body.read(request.getInputStream(), Body.Announced.by(request), bodyLimit, seat);
      Decoded decoded = decoder.decode(body.bytes(), body.length());
      if (refusesTracking(request)) {
        decoded.drafts().forEach(draft -> draft.other("gpc", true));
      }
      return answer(intake.accept(decoded));
    }
  }

  /** What a visitor's own browser says; a shop's server has no wishes. */
  private static boolean refusesTracking(HttpServletRequest request) {
    return "1".equals(request.getHeader("DNT")) || "1".equals(request.getHeader("Sec-GPC"));
  }

  private static ResponseEntity<Object> answer(Receipt receipt) {
    return receipt.isAllRejected() ? refusal(receipt) : ResponseEntity.ok(receipt);
  }

  /** A problem that carries the receipt. */
  private static ResponseEntity<Object> refusal(Receipt receipt) {
    String detail = "none of the " + receipt.rejectedTotal() + " records is an event";
    return ResponseEntity.status(HttpStatus.BAD_REQUEST)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "type", "urn:vitrine:problem:all_rejected",
                "title", HttpStatus.BAD_REQUEST.getReasonPhrase(),
                "status", HttpStatus.BAD_REQUEST.value(),
                "detail", detail,
                "code", "all_rejected",
                "accepted", receipt.accepted(),
                "duplicates", receipt.duplicates(),
                "rejected", receipt.rejected(),
                "rejected_total", receipt.rejectedTotal()));
  }
}
