package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.accounts.Public;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.MailingRecord;
import io.vitrine.store.MailingRecord.Recipient;
import io.vitrine.store.MailingRecord.Rhythm;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dashboards that go out as e-mails. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class MailingController {

  private static final String MAILINGS = "/api/shop/dashboards/{id}/mailings";

  private final Mailings mailings;
  private final MailRounds rounds;
  private final Dashboards dashboards;
  private final Audit audit;

  MailingController(Mailings mailings, MailRounds rounds, Dashboards dashboards, Audit audit) {
    this.mailings = mailings;
    this.rounds = rounds;
    this.dashboards = dashboards;
    this.audit = audit;
  }

  /** Mailings of a dashboard that the caller may change. */
  @GetMapping(MAILINGS)
  @Needs(Role.ANALYST)
  MailingPage list(@PathVariable UUID id, Caller caller) {
    UUID dashboard = dashboards.shelf().changeable(id, caller).id();
    return new MailingPage(
        rounds.isSetUp(), mailings.of(dashboard).stream().map(MailingForm::of).toList());
  }

  @PostMapping(path = MAILINGS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Role.ANALYST)
  MailingForm add(
      @PathVariable UUID id,
      @RequestBody WantedMailing wanted,
      Caller caller,
      HttpServletRequest request) {
    UUID dashboard = dashboards.shelf().changeable(id, caller).id();
    MailingRecord made = mailings.add(dashboard, wanted.wish(), caller);
    write(caller, "mailing_set_up", made, request);
    return MailingForm.of(made);
  }

  @PutMapping(path = MAILINGS + "/{mailing}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.ANALYST)
  MailingForm change(
      @PathVariable UUID id,
      @PathVariable UUID mailing,
      @RequestBody WantedMailing wanted,
      Caller caller,
      HttpServletRequest request) {
    UUID dashboard = dashboards.shelf().changeable(id, caller).id();
    MailingRecord changed = mailings.change(dashboard, mailing, wanted.wish());
    write(caller, "mailing_changed", changed, request);
    return MailingForm.of(changed);
  }

  @DeleteMapping(MAILINGS + "/{mailing}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Role.ANALYST)
  void remove(
      @PathVariable UUID id,
      @PathVariable UUID mailing,
      Caller caller,
      HttpServletRequest request) {
    mailings.remove(dashboards.shelf().changeable(id, caller).id(), mailing);
    audit.write(
        caller, "mailing_removed", id.toString(), request.getRemoteAddr(), "mailing " + mailing);
  }

  /** Sends it at once, beside its rhythm, to all who did not unsubscribe. */
  @PostMapping(MAILINGS + "/{mailing}/send")
  @Needs(Role.ANALYST)
  SentMailing send(@PathVariable UUID id, @PathVariable UUID mailing, Caller caller) {
    UUID dashboard = dashboards.shelf().changeable(id, caller).id();
    return new SentMailing(rounds.sendNow(mailings.find(dashboard, mailing)));
  }

  /** Whom a link for unsubscribing is about. */
  @GetMapping("/api/unsubscribe/{token}")
  @Public
  LeavingForm leaving(@PathVariable String token) {
    MailRounds.Leaving leaving = rounds.leaving(token);
    return new LeavingForm(leaving.address(), leaving.unsubscribed());
  }

  /** Ends a mailing for the recipient of the link; mail programs call it too (RFC 8058). */
  @PostMapping("/api/unsubscribe/{token}")
  @Public
  LeavingForm leave(@PathVariable String token) {
    MailRounds.Leaving leaving = rounds.leaving(token);
    mailings.unsubscribe(leaving.mailing(), leaving.address());
    return new LeavingForm(leaving.address(), true);
  }

  private void write(Caller caller, String act, MailingRecord mailing, HttpServletRequest request) {
    String addresses =
        String.join(" ", mailing.recipients().stream().map(Recipient::address).toList());
    audit.write(caller, act, mailing.dashboardId().toString(), request.getRemoteAddr(), addresses);
  }

  /**
   * A mailing to be set up.
   *
   * @param rhythm daily or weekly
   * @param weekday of a weekly one, 1 is Monday; 1 when absent
   * @param hour in the shop's zone, 0 to 23; 8 when absent
   * @param paused whether it rests; no when absent
   * @param recipients who gets it
   */
  record WantedMailing(
      @Nullable String rhythm,
      @Nullable Integer weekday,
      @Nullable Integer hour,
      @Nullable Boolean paused,
      @Nullable List<WantedRecipient> recipients) {

    Mailings.Wish wish() {
      return new Mailings.Wish(
          Names.read(Rhythm.class, "rhythm", rhythm),
          weekday == null ? 1 : weekday,
          hour == null ? 8 : hour,
          Boolean.TRUE.equals(paused),
          recipients == null
              ? List.of()
              : recipients.stream().map(WantedRecipient::recipient).toList());
    }
  }

  /**
   * Who gets it.
   *
   * @param address e-mail address
   * @param language en, fr or es; en when absent
   */
  record WantedRecipient(@Nullable String address, @Nullable String language) {

    Recipient recipient() {
      String chosen = language == null ? "en" : language;
      if (!MailWords.LANGUAGES.contains(chosen)) {
        throw Problem.caller(
            "mail_language", "language is one of " + MailWords.LANGUAGES + ", not " + chosen);
      }
      return new Recipient(Names.text("address", address, 254), chosen, false, null);
    }
  }

  /**
   * A mailing as JSON.
   *
   * @param retryAt when it is tried next
   * @param lastError why it last failed
   */
  @Schema(name = "Mailing")
  record MailingForm(
      UUID id,
      String rhythm,
      int weekday,
      int hour,
      boolean paused,
      String createdBy,
      Instant nextAt,
      Instant retryAt,
      @Nullable Instant lastSentAt,
      int failures,
      @Nullable String lastError,
      List<RecipientForm> recipients) {

    static MailingForm of(MailingRecord mailing) {
      return new MailingForm(
          mailing.id(),
          Names.of(mailing.rhythm()),
          mailing.weekday(),
          mailing.hour(),
          mailing.paused(),
          mailing.createdBy(),
          mailing.nextAt(),
          mailing.retryAt(),
          mailing.lastSentAt(),
          mailing.failures(),
          mailing.lastError(),
          mailing.recipients().stream()
              .map(one -> new RecipientForm(one.address(), one.language(), one.unsubscribed()))
              .toList());
    }
  }

  /** A recipient as JSON. */
  @Schema(name = "MailRecipient")
  record RecipientForm(String address, String language, boolean unsubscribed) {}

  /** Mailings of a dashboard, and whether this server has a mail server. */
  record MailingPage(boolean ready, List<MailingForm> mailings) {}

  /** How many a mailing went to. */
  record SentMailing(int recipients) {}

  /** Who may leave a mailing, and whether they did. */
  @Schema(name = "Leaving")
  record LeavingForm(String address, boolean unsubscribed) {}
}
