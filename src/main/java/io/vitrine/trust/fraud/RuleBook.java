package io.vitrine.trust.fraud;

import io.vitrine.accounts.Caller;
import io.vitrine.model.Problem;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.FraudRulesRecord;
import io.vitrine.store.Records;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules that hold now, and every form that they had. Version 0 is as shipped. */
@Component
class RuleBook {

  private static final int LONGEST_NOTE = 2_000;

  private final FraudRecords records;
  private final JsonMapper json;
  private final Clock clock;
  private volatile Edition current;

  /** Rules and their version. */
  record Edition(int version, Rules rules) {}

  RuleBook(Records records, JsonMapper json, Clock clock) {
    this.records = records.fraud();
    this.json = json;
    this.clock = clock;
    this.current =
        this.records.rules().stream()
            .findFirst()
            .map(this::edition)
            .orElse(new Edition(0, Rules.SHIPPED));
  }

  Edition current() {
    return current;
  }

  List<FraudRulesRecord> history() {
    return records.rules();
  }

  Edition edition(FraudRulesRecord kept) {
    return new Edition(kept.version(), json.readValue(kept.content(), Rules.class).checked());
  }

  synchronized Edition activate(Rules rules, @Nullable String note, Caller caller) {
    if (note != null && note.length() > LONGEST_NOTE) {
      throw Problem.caller("note_too_long", "a note has up to " + LONGEST_NOTE + " characters");
    }
    Edition next = new Edition(current.version() + 1, rules.checked());
    FraudRulesRecord kept =
        new FraudRulesRecord(
            next.version(),
            json.writeValueAsString(next.rules()),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            caller.name(),
            note);
    if (!records.add(kept)) {
      throw new Problem(
          "changed_meanwhile", Problem.Category.CONFLICT, "the rules were changed meanwhile");
    }
    current = next;
    return next;
  }
}
