package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.FraudRulesRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which payments are judged. */
@RestController
@RequestMapping(path = "/api/fraud/rules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "fraud")
class FraudRulesController {

  private static final int MOST_DAYS = 365;
  private static final int DAYS = 30;

  private final RuleBook rules;
  private final BackTest backTest;
  private final Preview previews;
  private final Audit audit;

  FraudRulesController(RuleBook rules, BackTest backTest, Preview previews, Audit audit) {
    this.rules = rules;
    this.backTest = backTest;
    this.previews = previews;
    this.audit = audit;
  }

  /** The rules that hold now, beside those that ship. */
  @GetMapping
  @Needs(Role.ANALYST)
  RulesNow now() {
    RuleBook.Edition edition = rules.current();
    return new RulesNow(edition.version(), edition.rules(), Rules.SHIPPED);
  }

  /**
   * Rules and those that ship.
   *
   * @param version 0 as long as nobody changed them
   */
  @Schema(name = "FraudRulesNow")
  record RulesNow(int version, Rules rules, Rules shipped) {}

  /** Every form that the rules had, the newest first. */
  @GetMapping("/history")
  @Needs(Role.ANALYST)
  RulesHistory history() {
    return new RulesHistory(rules.history().stream().map(this::form).toList());
  }

  /** All forms. */
  @Schema(name = "FraudRulesHistory")
  record RulesHistory(List<RulesForm> forms) {}

  /** A form of the rules, and who made it why. */
  @Schema(name = "FraudRulesForm")
  record RulesForm(int version, Rules rules, Instant at, String by, @Nullable String note) {}

  private RulesForm form(FraudRulesRecord kept) {
    return new RulesForm(
        kept.version(), rules.edition(kept).rules(), kept.at(), kept.by(), kept.note());
  }

  /**
   * What other rules would have said of the payments of the last days: how many would have another
   * level, and how far both agree with what people decided. Changes nothing.
   */
  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.ANALYST)
  Preview.Previewed preview(@RequestBody WantedRules wanted) {
    int days = wanted.days() == null ? DAYS : wanted.days();
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.caller("days_unfit", "days is 1 to 365, not " + days);
    }
    return previews.of(rules.current().rules(), wanted.required().checked(), days);
  }

  /** Lets other rules hold from now on, and judges the last 90 days again by them. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.MODERATOR)
  RulesNow activate(@RequestBody WantedRules wanted, Caller caller, HttpServletRequest request) {
    RuleBook.Edition edition = rules.activate(wanted.required(), wanted.note(), caller);
    audit.write(
        caller,
        "fraud_rules_changed",
        "version " + edition.version(),
        request.getRemoteAddr(),
        wanted.note());
    backTest.judgeAgain(edition);
    return now();
  }

  /**
   * Rules that somebody wants.
   *
   * @param days of the preview; 30 when absent
   * @param note why
   */
  @Schema(name = "FraudWantedRules")
  record WantedRules(@Nullable Rules rules, @Nullable Integer days, @Nullable String note) {

    Rules required() {
      if (rules == null || rules.weights() == null) {
        throw Problem.caller("fraud_rules_absent", "rules with weights are needed");
      }
      return rules;
    }
  }
}
