package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.Records;
import io.vitrine.store.SignInRecords;
import io.vitrine.store.SignInRecords.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is signed in. */
@Needs(value = Role.VIEWER, whilePasswordIsDue = true)
@RestController
@RequestMapping(path = "/api/auth/me/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

  private final SignInRecords sessions;
  private final ObjectProvider<Whereabouts> whereabouts;
  private final Audit audit;
  private final Clock clock;

  SessionController(
      Records records, ObjectProvider<Whereabouts> whereabouts, Audit audit, Clock clock) {
    this.sessions = records.signIns();
    this.whereabouts = whereabouts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Sessions that go on, the last one used first. */
  @GetMapping
  SessionPage list(Caller caller) {
    List<SessionForm> found =
        sessions.list(caller.person(), clock.instant()).stream()
            .map(session -> form(session, caller))
            .toList();
    return new SessionPage(found, found.size());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    if (!sessions.endOne(caller.person(), id, clock.instant())) {
      throw Problem.absent("session_absent", "you have no session " + id + " any more");
    }
    audit.write(caller, Act.SESSION_ENDED, null, request.getRemoteAddr(), id.toString());
  }

  /** Ends all sessions but the one that asks. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOthers(Caller caller, HttpServletRequest request) {
    sessions.endOthers(caller.person(), caller.currentSession(), clock.instant());
    audit.write(caller, Act.SESSION_ENDED, null, request.getRemoteAddr(), "all others");
  }

  private SessionForm form(Session session, Caller caller) {
    Whereabouts known = whereabouts.getIfAvailable();
    String agent = session.agent();
    return new SessionForm(
        session.id(),
        session.startedAt(),
        session.lastSeenAt(),
        session.endsAt(),
        session.address(),
        known == null ? null : known.country(session.address()),
        known == null || agent == null ? null : known.browser(agent),
        known == null || agent == null ? null : known.system(agent),
        session.id().equals(caller.session()));
  }

  /** Sessions of the caller. */
  record SessionPage(List<SessionForm> sessions, long total) {}

  /**
   * A session.
   *
   * @param lastSeenAt when it was last renewed
   * @param endsAt when it ends unless it is renewed
   * @param address where the person signed in from
   * @param country of that address, ISO 3166; absent when unknown
   * @param browser family; absent when it did not say
   * @param system family; absent when it did not say
   * @param current whether this is the session that asks
   */
  record SessionForm(
      UUID id,
      Instant startedAt,
      Instant lastSeenAt,
      Instant endsAt,
      String address,
      @Nullable String country,
      @Nullable String browser,
      @Nullable String system,
      boolean current) {}
}
