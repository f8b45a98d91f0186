package io.vitrine.logs.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Fingerprint;
import io.vitrine.model.Person;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.EventStore;
import io.vitrine.store.LegalHold;
import io.vitrine.store.PrivacyReceipt;
import io.vitrine.store.PrivacyRecords;
import io.vitrine.store.Records;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Data of persons: handing out, erasing, age of logs, legal holds. */
@RestController
@Tag(name = "privacy")
class PrivacyController {

  private static final int MOST_RECEIPTS = 500;
  private static final int LONGEST_REASON = 300;

  private final Erasure erasure;
  private final Retention retention;
  private final Handover handover;
  private final PrivacyRecords records;
  private final Audit audit;
  private final Clock clock;

  PrivacyController(
      Erasure erasure,
      Retention retention,
      EventStore store,
      Records records,
      JsonMapper json,
      Audit audit,
      Clock clock) {
    this.erasure = erasure;
    this.retention = retention;
    this.handover = new Handover(store, json);
    this.records = records.privacy();
    this.audit = audit;
    this.clock = clock;
  }

  /** Who is meant; at least one. */
  @Schema(name = "Person")
  record PersonForm(@Nullable String userId, @Nullable String visitorId, @Nullable String email) {
    Person person() {
      return new Person(userId, visitorId, email);
    }
  }

  /**
   * Hands out every event and log that is of a person or names one, one JSON object a line. After
   * its end come the trailers X-Rows and X-SHA256 of what was written.
   */
  @PostMapping(path = "/api/privacy/export", produces = "application/x-ndjson")
  @Needs(Role.ADMIN)
  void export(
      @RequestBody PersonForm form,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Person person = form.person();
    response.setContentType("application/x-ndjson");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("person.ndjson").build().toString());
    Fingerprint fingerprint = new Fingerprint();
    Map<String, String> trailers = new ConcurrentHashMap<>();
    if (!request.getProtocol().equals("HTTP/1.0")) {
      response.setHeader("Trailer", Fingerprint.ROWS + ", " + Fingerprint.TRAILER);
      response.setTrailerFields(() -> trailers);
    }
    long events = handover.write(person, fingerprint.of(response.getOutputStream()));
    trailers.put(Fingerprint.ROWS, Long.toString(events));
    trailers.put(Fingerprint.TRAILER, fingerprint.end());
    keep(PrivacyReceipt.Kind.EXPORT, caller, Map.of("events", events));
    audit.write(caller, "person_exported", null, request.getRemoteAddr(), events + " events");
  }

  private void keep(PrivacyReceipt.Kind kind, Caller caller, Map<String, Long> counts) {
    records.add(
        new PrivacyReceipt(UUID.randomUUID(), kind, caller.name(), clock.instant(), counts));
  }

  /**
   * Erases a person from events, index, records and uploaded files. Orders stay for the accounts
   * under a name that leads nowhere. Takes as long as an import; afterwards no file of the data
   * folder holds the ids.
   */
  @PostMapping("/api/privacy/erase")
  @Needs(Role.ADMIN)
  Receipt erase(@RequestBody PersonForm form, Caller caller, HttpServletRequest request) {
    PrivacyReceipt receipt = erasure.erase(form.person(), caller);
    audit.write(caller, "person_erased", null, request.getRemoteAddr(), "receipt " + receipt.id());
    return Receipt.of(receipt);
  }

  /** What was handed out, erased and dropped, the newest first. */
  @GetMapping("/api/privacy/receipts")
  @Needs(Role.ADMIN)
  Receipts receipts(@RequestParam(defaultValue = "100") int limit) {
    List<PrivacyReceipt> newest = records.receipts(Math.clamp(limit, 1, MOST_RECEIPTS));
    return new Receipts(newest.stream().map(Receipt::of).toList());
  }

  /** How many days logs of each type are kept; a type that is absent is kept for ever. */
  @GetMapping("/api/privacy/retention")
  @Needs(Role.ADMIN)
  RetentionForm retention() {
    return new RetentionForm(retention.days());
  }

  /** Sets the days of all types at once and drops what is too old. */
  @PutMapping("/api/privacy/retention")
  @Needs(Role.ADMIN)
  Dropped retention(@RequestBody RetentionForm form, Caller caller, HttpServletRequest request) {
    Map<String, Integer> days = form.days() == null ? Map.of() : form.days();
    retention.keep(days);
    audit.write(
        caller, "retention_changed", null, request.getRemoteAddr(), retention.days().toString());
    return new Dropped(retention.drop(caller.name()));
  }

  /** Legal holds, the newest first. While one stands nothing is erased or dropped. */
  @GetMapping("/api/privacy/holds")
  @Needs(Role.ADMIN)
  Holds holds() {
    return new Holds(records.holds().stream().map(Hold::of).toList());
  }

  /** Begins a legal hold. */
  @PostMapping("/api/privacy/holds")
  @Needs(Role.ADMIN)
  @ResponseStatus(HttpStatus.CREATED)
  Hold hold(@RequestBody HoldForm form, Caller caller, HttpServletRequest request) {
    String reason = form.reason() == null ? "" : form.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Problem.caller(
          "hold_reason", "a legal hold has a reason of 1 to " + LONGEST_REASON + " characters");
    }
    LegalHold hold =
        new LegalHold(UUID.randomUUID(), reason, caller.name(), clock.instant(), null, null);
    records.add(hold);
    audit.write(caller, "legal_hold_begun", reason, request.getRemoteAddr(), null);
    return Hold.of(hold);
  }

  /** Ends a legal hold. */
  @DeleteMapping("/api/privacy/holds/{id}")
  @Needs(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endHold(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    if (!records.end(id, caller.name(), clock.instant())) {
      throw Problem.absent("hold_unknown", "no legal hold " + id + " stands");
    }
    audit.write(caller, "legal_hold_ended", id.toString(), request.getRemoteAddr(), null);
  }

  /**
   * That something was done; without personal data.
   *
   * @param kind export, erasure or retention
   * @param counts how much of what
   */
  @Schema(name = "PrivacyReceipt")
  record Receipt(UUID id, String kind, String askedBy, Instant at, Map<String, Long> counts) {
    static Receipt of(PrivacyReceipt receipt) {
      return new Receipt(
          receipt.id(),
          receipt.kind().name().toLowerCase(Locale.ROOT),
          receipt.askedBy(),
          receipt.at(),
          receipt.counts());
    }
  }

  @Schema(name = "PrivacyReceipts")
  record Receipts(List<Receipt> receipts) {}

  /**
   * Days by type of log.
   *
   * @param days 1 to 36500 each
   */
  @Schema(name = "Retention")
  record RetentionForm(@Nullable Map<String, Integer> days) {}

  /** Logs that were dropped, by type. */
  @Schema(name = "DroppedLogs")
  record Dropped(Map<String, Long> dropped) {}

  @Schema(name = "LegalHoldForm")
  record HoldForm(@Nullable String reason) {}

  /**
   * A duty to keep everything.
   *
   * @param endedAt absent while it stands
   */
  @Schema(name = "LegalHold")
  record Hold(
      UUID id,
      String reason,
      String madeBy,
      Instant madeAt,
      @Nullable String endedBy,
      @Nullable Instant endedAt) {
    static Hold of(LegalHold hold) {
      return new Hold(
          hold.id(), hold.reason(), hold.madeBy(), hold.madeAt(), hold.endedBy(), hold.endedAt());
    }
  }

  @Schema(name = "LegalHolds")
  record Holds(List<Hold> holds) {}
}
