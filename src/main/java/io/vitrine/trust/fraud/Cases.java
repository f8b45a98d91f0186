package io.vitrine.trust.fraud;

import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.model.Problem;
import io.vitrine.store.FraudEntryRecord;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with payments that were judged: take them, decide, take a decision back. */
@Component
class Cases {

  private static final Set<String> DECISIONS = Set.of("fraud", "legit", "unsure");
  private static final int LONGEST_NOTE = 2_000;

  private final FraudRecords records;
  private final ListBook lists;
  private final Audit audit;
  private final Clock clock;

  Cases(Records records, ListBook lists, Audit audit, Clock clock) {
    this.records = records.fraud();
    this.lists = lists;
    this.audit = audit;
    this.clock = clock;
  }

  FraudRecord get(@Nullable String id) {
    return records
        .get(String.valueOf(id))
        .orElseThrow(() -> Problem.absent("fraud_case_absent", "no payment " + id + " was judged"));
  }

  /** Somebody looks at it. */
  FraudRecord assign(@Nullable String id, Caller caller, String address) {
    FraudRecord before = get(id);
    if (before.state().equals("decided")) {
      throw new Problem(
          "fraud_case_decided",
          Problem.Category.CONFLICT,
          id + " is decided; take the decision back first");
    }
    return change(before, "assigned", caller.name(), null, null, caller, address);
  }

  /**
   * Decides about a payment, whether it was a case or not. What is fraud puts card, device and
   * e-mail on the block list, what is legit the account on the allow list.
   */
  FraudRecord decide(
      @Nullable String id,
      @Nullable String decision,
      @Nullable String note,
      Caller caller,
      String address) {
    if (decision == null || !DECISIONS.contains(decision)) {
      throw Problem.caller(
          "fraud_decision_unknown", "a decision is fraud, legit or unsure, not " + decision);
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw Problem.caller("note_too_long", "a note has up to " + LONGEST_NOTE + " characters");
    }
    FraudRecord before = get(id);
    String assignee = before.assignee() == null ? caller.name() : before.assignee();
    return change(before, "decided", assignee, decision, note, caller, address);
  }

  /** Takes back what was decided, and what came of it. */
  FraudRecord reopen(@Nullable String id, Caller caller, String address) {
    FraudRecord before = get(id);
    boolean isCase = before.level().equals("medium") || before.level().equals("high");
    return change(before, isCase ? "open" : "none", null, null, null, caller, address);
  }

  private FraudRecord change(
      FraudRecord before,
      String state,
      @Nullable String assignee,
      @Nullable String decision,
      @Nullable String note,
      Caller caller,
      String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    FraudRecord next =
        new FraudRecord(
            before.id(),
            before.at(),
            before.day(),
            before.score(),
            before.level(),
            before.worth(),
            before.parties(),
            before.indicators(),
            before.content(),
            state,
            assignee,
            decision,
            decision == null ? null : now,
            decision == null ? null : caller.name(),
            note);
    records.decide(next, entries(next, now, caller));
    lists.refresh();
    audit.write(
        caller, "fraud_case_" + (decision == null ? state : decision), next.id(), address, note);
    return next;
  }

  /** Takes an entry off its list: what it stood for is neither blocked nor allowed any more. */
  void unlist(String link, String entry, Caller caller, String address) {
    lists.remove(link, entry);
    audit.write(caller, "fraud_entry_removed", link + " " + entry, address, null);
  }

  private static List<FraudEntryRecord> entries(FraudRecord decided, Instant now, Caller caller) {
    String decision = String.valueOf(decided.decision());
    FraudRecord.Parties parties = decided.parties();
    List<FraudEntryRecord> entries = new ArrayList<>();
    if (decision.equals("fraud")) {
      add(entries, Link.CARD, parties.card(), decided, now, caller);
      add(entries, Link.DEVICE, parties.device(), decided, now, caller);
      add(entries, Link.EMAIL, parties.email(), decided, now, caller);
    }
    if (decision.equals("legit")) {
      add(entries, Link.USER, parties.user(), decided, now, caller);
    }
    return entries;
  }

  private static void add(
      List<FraudEntryRecord> entries,
      Link link,
      @Nullable String value,
      FraudRecord decided,
      Instant now,
      Caller caller) {
    if (value != null) {
      entries.add(
          new FraudEntryRecord(
              link.wireName(), value, link != Link.USER, decided.id(), now, caller.name()));
    }
  }
}
