package io.vitrine.trust;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.AllowedAttack;
import io.vitrine.store.Records;
import io.vitrine.store.SecurityFinding;
import io.vitrine.store.SecurityRecords;
import io.vitrine.store.SecurityRecords.HourTally;
import io.vitrine.store.SecurityRecords.Mark;
import io.vitrine.store.SecurityRecords.RuleTally;
import io.vitrine.store.SecurityRecords.SourceTally;
import io.vitrine.store.SecurityRecords.Tally;
import io.vitrine.store.SecurityRecords.Wanted;
import io.vitrine.trust.attacks.AttackClass;
import io.vitrine.trust.attacks.Detector;
import io.vitrine.trust.attacks.Evidence;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Attacks on the shop and on this product: what was found, what people say of it, what is allowed.
 */
@RestController
@Tag(name = "security")
@RequestMapping(path = "/api/security", produces = MediaType.APPLICATION_JSON_VALUE)
class SecurityController {

  private static final int MOST = 500;
  private static final int MOST_VALUES = 1_000;
  private static final int MOST_SOURCES = 100;
  private static final int LONGEST_NOTE = 1_000;
  private static final Duration LATELY = Duration.ofDays(7);
  private static final Set<String> STATES = Set.of("open", "real", "false_alarm");

  private final SecurityRecords records;
  private final AllowList allowList;
  private final Audit audit;
  private final Clock clock;

  SecurityController(Records records, AllowList allowList, Audit audit, Clock clock) {
    this.records = records.security();
    this.allowList = allowList;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Findings, the newest first.
   *
   * @param q part of target, evidence, sample, address or user
   * @param from findings that began then or later
   * @param to findings that began before
   */
  @GetMapping("/findings")
  @Needs(Role.ANALYST)
  SecurityFindings findings(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String origin,
      @RequestParam(required = false) @Nullable String address,
      @RequestParam(required = false) @Nullable String country,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    within(limit, MOST);
    Wanted wanted =
        new Wanted(kind, category, severity, state, origin, address, country, q, from, to);
    List<SecurityFinding> found = records.newest(wanted, mark(cursor), limit);
    return new SecurityFindings(
        found, records.count(wanted), found.size() < limit ? null : cursor(found.getLast()));
  }

  @GetMapping("/findings/{id}")
  @Needs(Role.ANALYST)
  SecurityFinding finding(@PathVariable UUID id) {
    return records.find(id).orElseThrow(() -> absent("finding", id));
  }

  /** Says whether a finding is a real attack; a false alarm leaves the counts. */
  @PutMapping("/findings/{id}")
  @Needs(Role.ANALYST)
  SecurityFinding decide(
      @PathVariable UUID id,
      @RequestBody FindingDecision decision,
      Caller caller,
      HttpServletRequest request) {
    String state = decision.state() == null ? "" : decision.state();
    if (!STATES.contains(state)) {
      throw Problem.caller("bad_state", "state is open, real or false_alarm, not '" + state + "'");
    }
    checkNote(decision.note());
    if (!records.decide(id, state, decision.note(), caller.name(), clock.instant())) {
      throw absent("finding", id);
    }
    audit.write(caller, "finding_decided", id.toString(), request.getRemoteAddr(), state);
    return finding(id);
  }

  /**
   * Counts of a time; false alarms are left out.
   *
   * @param from 7 days before its end unless given
   * @param to now unless given
   */
  @GetMapping("/summary")
  @Needs(Role.ANALYST)
  SecuritySummary summary(
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    Instant until = to == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : to;
    Instant since = from == null ? until.minus(LATELY) : from;
    if (!since.isBefore(until)) {
      throw Problem.caller("bad_range", "from " + since + " is not before to " + until);
    }
    List<Tally> kinds = records.byKind(since, until);
    List<SourceTally> addresses = records.byAddress(since, until, MOST_SOURCES);
    return new SecuritySummary(
        since,
        until,
        kinds.stream().mapToLong(Tally::findings).sum(),
        kinds.stream().mapToLong(Tally::requests).sum(),
        open(since, until),
        severities(kinds),
        kinds,
        records.byHour(since, until),
        records.byCountry(since, until, MOST_SOURCES),
        addresses,
        records.byRule(since, until));
  }

  private long open(Instant since, Instant until) {
    return records.count(
        new Wanted(null, null, null, "open", null, null, null, null, since, until));
  }

  private static List<SeverityCount> severities(List<Tally> kinds) {
    return Stream.of("critical", "high", "medium", "low")
        .map(
            severity -> {
              List<Tally> these =
                  kinds.stream().filter(tally -> tally.severity().equals(severity)).toList();
              return new SeverityCount(
                  severity,
                  these.stream().mapToLong(Tally::findings).sum(),
                  these.stream().mapToLong(Tally::requests).sum());
            })
        .toList();
  }

  /** Every class of attacks that is looked for. */
  @GetMapping("/classes")
  @Needs(Role.ANALYST)
  SecurityClasses classes() {
    return new SecurityClasses(
        Arrays.stream(AttackClass.values())
            .map(
                kind ->
                    new SecurityClass(
                        kind.wireName(),
                        kind.category().name().toLowerCase(Locale.ROOT),
                        kind.severity().name().toLowerCase(Locale.ROOT),
                        kind.weakness()))
            .toList());
  }

  /**
   * Inspects values as parameters of a request would be; nothing is kept. For trying whether a rule
   * takes something ordinary for an attack.
   */
  @PostMapping("/inspect")
  @Needs(Role.ANALYST)
  Inspected inspect(@RequestBody WantedInspection values) {
    List<@Nullable String> given =
        Objects.requireNonNullElse(values.values(), List.<@Nullable String>of());
    if (given.isEmpty() || given.size() > MOST_VALUES) {
      throw Problem.caller(
          "bad_values", "values has 1 to " + MOST_VALUES + " texts, not " + given.size());
    }
    return new Inspected(given.stream().map(SecurityController::inspected).toList());
  }

  private static InspectedValue inspected(@Nullable String value) {
    List<Evidence> found = value == null ? List.of() : Detector.inspect(value);
    return new InspectedValue(
        found.stream()
            .map(
                evidence ->
                    new InspectedEvidence(
                        evidence.kind().wireName(),
                        evidence.kind().severity().name().toLowerCase(Locale.ROOT),
                        evidence.rule(),
                        evidence.words()))
            .toList());
  }

  /** What is allowed, the newest first. */
  @GetMapping("/allowed")
  @Needs(Role.ANALYST)
  AllowedAttacks allowed() {
    List<AllowedAttack> entries = allowList.entries();
    return new AllowedAttacks(entries, entries.size());
  }

  /** Allows something from now on; at least one of kind, rule, path, place and address is named. */
  @PostMapping("/allowed")
  @Needs(Role.MODERATOR)
  @ResponseStatus(HttpStatus.CREATED)
  AllowedAttack allow(
      @RequestBody WantedException wanted, Caller caller, HttpServletRequest request) {
    boolean named =
        Stream.of(wanted.kind(), wanted.rule(), wanted.path(), wanted.place(), wanted.address())
            .anyMatch(text -> text != null && !text.isBlank());
    if (!named) {
      throw Problem.caller(
          "field_missing", "one of kind, rule, path, place and address has to be named");
    }
    checkNote(wanted.note());
    AllowedAttack entry =
        new AllowedAttack(
            UUID.randomUUID(),
            trimmed(wanted.kind(), 40, "kind"),
            trimmed(wanted.rule(), 80, "rule"),
            trimmed(wanted.path(), 400, "path"),
            trimmed(wanted.place(), 200, "place"),
            trimmed(wanted.address(), 64, "address"),
            wanted.note(),
            caller.name(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    allowList.add(entry);
    audit.write(
        caller, "attack_allowed", entry.id().toString(), request.getRemoteAddr(), words(entry));
    return entry;
  }

  /** Looks for it again from now on. */
  @DeleteMapping("/allowed/{id}")
  @Needs(Role.MODERATOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disallow(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    if (!allowList.remove(id)) {
      throw absent("entry", id);
    }
    audit.write(caller, "attack_disallowed", id.toString(), request.getRemoteAddr(), null);
  }

  private static String words(AllowedAttack entry) {
    return Stream.of(entry.kind(), entry.rule(), entry.path(), entry.place(), entry.address())
        .filter(text -> text != null)
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  private static @Nullable String trimmed(@Nullable String text, int longest, String field) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > longest) {
      throw Problem.caller("bad_" + field, field + " has at most " + longest + " characters");
    }
    return text.strip();
  }

  private static void checkNote(@Nullable String note) {
    trimmed(note, LONGEST_NOTE, "note");
  }

  private static void within(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw Problem.caller("bad_parameter", "limit is " + limit + " but must be 1 to " + most);
    }
  }

  private static Problem absent(String what, UUID id) {
    return Problem.absent(what + "_unknown", "there is no " + what + " " + id);
  }

  private static String cursor(SecurityFinding last) {
    return last.firstAt().toEpochMilli() + "." + last.id();
  }

  private static @Nullable Mark mark(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    int dot = cursor.indexOf('.');
    try {
      return new Mark(
          Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, Math.max(0, dot)))),
          UUID.fromString(cursor.substring(dot + 1)));
    } catch (IllegalArgumentException none) {
      throw Problem.caller("bad_cursor", "'" + cursor + "' is no cursor of this list");
    }
  }

  /** What somebody thinks of a finding. */
  record FindingDecision(@Nullable String state, @Nullable String note) {}

  /** What is to be allowed. */
  record WantedException(
      @Nullable String kind,
      @Nullable String rule,
      @Nullable String path,
      @Nullable String place,
      @Nullable String address,
      @Nullable String note) {}

  /** Values to inspect. */
  record WantedInspection(@Nullable List<@Nullable String> values) {}

  /** What the values are, in their order. */
  record Inspected(List<InspectedValue> results) {}

  /** What a value is; without findings it is ordinary. */
  record InspectedValue(List<InspectedEvidence> findings) {}

  /** Why a value is an attack. */
  record InspectedEvidence(String kind, String severity, String rule, String evidence) {}

  /** Findings, and how many there are in all. */
  record SecurityFindings(List<SecurityFinding> findings, long total, @Nullable String cursor) {}

  /** Counts of a severity. */
  record SeverityCount(String severity, long findings, long requests) {}

  /** A class of attacks; its weakness is a CWE number. */
  record SecurityClass(String kind, String category, String severity, int weakness) {}

  /** All classes. */
  record SecurityClasses(List<SecurityClass> classes) {}

  /** What is allowed. */
  record AllowedAttacks(List<AllowedAttack> allowed, long total) {}

  /** Counts of a time. */
  record SecuritySummary(
      Instant from,
      Instant to,
      long findings,
      long requests,
      long open,
      List<SeverityCount> severities,
      List<Tally> classes,
      List<HourTally> hours,
      List<SourceTally> countries,
      List<SourceTally> addresses,
      List<RuleTally> rules) {}
}
