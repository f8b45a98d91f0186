package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import io.vitrine.store.FraudEntryRecord;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One payment with all that is linked to it, and what people do with it. */
@RestController
@RequestMapping(path = "/api/fraud", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "fraud")
class FraudCaseController {

  private static final int LINKED = 50;

  private final Cases cases;
  private final ListBook lists;
  private final FraudRecords records;
  private final Judge judge;

  FraudCaseController(Cases cases, ListBook lists, Records records, Judge judge) {
    this.cases = cases;
    this.lists = lists;
    this.records = records.fraud();
    this.judge = judge;
  }

  /** A payment that was judged, with the newest 50 others that share a party with it. */
  @GetMapping("/case")
  @Needs(Role.ANALYST)
  FraudFile get(@RequestParam String id) {
    FraudRecord kept = cases.get(id);
    return new FraudFile(
        form(kept),
        records.linked(kept, LINKED).stream()
            .map(other -> new LinkedPayment(form(other), shared(kept, other)))
            .toList());
  }

  /** A payment and those linked to it. */
  record FraudFile(FraudCase payment, List<LinkedPayment> linked) {}

  /**
   * A payment that shares a party with another.
   *
   * @param by user, card, device, address, email, delivery
   */
  @Schema(name = "FraudLinkedPayment")
  record LinkedPayment(FraudCase payment, List<String> by) {}

  private static List<String> shared(FraudRecord one, FraudRecord other) {
    FraudRecord.Parties a = one.parties();
    FraudRecord.Parties b = other.parties();
    return Stream.of(
            same(Link.USER, a.user(), b.user()),
            same(Link.CARD, a.card(), b.card()),
            same(Link.DEVICE, a.device(), b.device()),
            same(Link.ADDRESS, a.address(), b.address()),
            same(Link.EMAIL, a.email(), b.email()),
            same(Link.DELIVERY, a.delivery(), b.delivery()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable String same(Link link, @Nullable String one, @Nullable String other) {
    return one != null && one.equals(other) ? link.wireName() : null;
  }

  /** The caller looks at a payment. */
  @PostMapping(path = "/case/assign", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.ANALYST)
  FraudCase assign(@RequestBody CaseForm form, Caller caller, HttpServletRequest request) {
    return form(cases.assign(form.transactionId(), caller, request.getRemoteAddr()));
  }

  /**
   * Decides: fraud, legit or unsure. Fraud puts card, device and e-mail on the block list, legit
   * the account on the allow list; later payments are judged by both.
   */
  @PostMapping(path = "/case/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.ANALYST)
  FraudCase decide(@RequestBody CaseForm form, Caller caller, HttpServletRequest request) {
    return form(
        cases.decide(
            form.transactionId(), form.decision(), form.note(), caller, request.getRemoteAddr()));
  }

  /** Takes a decision or an assignment back, with what it put on the lists. */
  @PostMapping(path = "/case/reopen", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.ANALYST)
  FraudCase reopen(@RequestBody CaseForm form, Caller caller, HttpServletRequest request) {
    return form(cases.reopen(form.transactionId(), caller, request.getRemoteAddr()));
  }

  /**
   * What is done with a payment.
   *
   * @param decision fraud, legit or unsure
   * @param note why, up to 2,000 characters
   */
  @Schema(name = "FraudCaseForm")
  record CaseForm(
      @Nullable String transactionId, @Nullable String decision, @Nullable String note) {}

  /** Cards, devices, e-mails and accounts that were decided about. */
  @GetMapping("/lists")
  @Needs(Role.ANALYST)
  FraudLists lists() {
    return new FraudLists(lists.entries().stream().map(ListEntry::of).toList());
  }

  /** Takes an entry off its list. */
  @DeleteMapping("/lists")
  @Needs(Role.ANALYST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @RequestParam String link,
      @RequestParam String entry,
      Caller caller,
      HttpServletRequest request) {
    cases.unlist(link, entry, caller, request.getRemoteAddr());
  }

  /** Both lists. */
  record FraudLists(List<ListEntry> entries) {}

  /**
   * An entry.
   *
   * @param link card, device, email or user
   * @param blocked true: on the block list; false: on the allow list
   * @param transactionId the case that it comes from
   */
  @Schema(name = "FraudListEntry")
  record ListEntry(
      String link, String entry, boolean blocked, String transactionId, Instant at, String by) {

    static ListEntry of(FraudEntryRecord kept) {
      return new ListEntry(
          kept.link(), kept.entry(), kept.blocked(), kept.transaction(), kept.at(), kept.by());
    }
  }

  private FraudCase form(FraudRecord kept) {
    return FraudCase.of(kept, kept.content() == null ? null : judge.read(kept.content()));
  }
}
