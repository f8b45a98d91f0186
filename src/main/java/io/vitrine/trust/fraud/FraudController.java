package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.intake.Intake;
import io.vitrine.intake.Receipt;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.FraudRecords.Selection;
import io.vitrine.store.Records;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Judges payments and tells what was found. */
@RestController
@RequestMapping(path = "/api/fraud", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "fraud")
class FraudController {

  private static final int MOST = 1_000;

  private final Intake intake;
  private final Follower follower;
  private final FraudRecords records;
  private final Judge judge;
  private final RuleBook rules;
  private final Clock clock;
  private final ZoneId zone;

  FraudController(
      Intake intake,
      Follower follower,
      Records records,
      Judge judge,
      RuleBook rules,
      Clock clock,
      StoreSettings settings) {
    this.intake = intake;
    this.follower = follower;
    this.records = records.fraud();
    this.judge = judge;
    this.rules = rules;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * Judges a payment. It is stored as a log of type transaction, so that later payments are judged
   * by it; do not send it as a log besides. A second call with the same transaction_id adds what is
   * new, such as the status, and judges the same payment again.
   */
  @PostMapping(path = "/detect", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  Detected detect(@RequestBody TransactionForm form) {
    String id = form.id();
    Receipt receipt = intake.accept(List.of(form.draft(clock.instant())));
    if (receipt.rejectedTotal() > 0) {
      throw Problem.caller("transaction_refused", receipt.rejected().getFirst().detail());
    }
    follower.follow();
    Optional<Score> latest = follower.latest(id);
    return receipt.accepted() > 0 && latest.isPresent()
        ? Detected.of(id, latest.orElseThrow())
        : known(id, latest);
  }

  /** Of a report that came before, what is known may have been judged by other rules since. */
  private Detected known(String id, Optional<Score> latest) {
    FraudRecord score =
        records
            .get(id)
            .orElseThrow(
                () ->
                    Problem.caller(
                        "no_payment", id + " is a refund or a robot's, which is not judged"));
    return Detected.of(form(score), latest.map(Score::signs).orElse(List.of()));
  }

  /**
   * What was found about a payment.
   *
   * @param fraudScore 0 to 100
   * @param isFraud whether fraud is suspected: the score is medium or high
   * @param risk minimal, low, medium or high
   */
  @Schema(name = "FraudDetected")
  record Detected(
      String transactionId,
      double fraudScore,
      boolean isFraud,
      String risk,
      List<Sign> indicators) {

    static Detected of(String id, Score score) {
      return new Detected(
          id, score.value(), score.level().isCase(), Words.of(score.level()), score.signs());
    }

    static Detected of(FraudCase found, List<Sign> latest) {
      return new Detected(
          found.transactionId(),
          found.fraudScore(),
          found.isFraud(),
          found.risk(),
          latest.isEmpty() ? found.indicators() : latest);
    }
  }

  /**
   * Payments of which fraud is suspected, the highest scores first.
   *
   * @param state open, assigned, decided, or due for open or assigned; all when absent
   * @param range 24h, 7d, 30d and the like; 30d when absent, or days by from and to
   * @param q part of a transaction's id, account, e-mail or address
   */
  @GetMapping("/suspicious-activities")
  @Needs(Role.ANALYST)
  FraudCases suspicious(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String q) {
    double least = rules.current().rules().medium();
    return listed(range(range, from, to), state, least, q, true, limit, page);
  }

  /** Every payment that was judged, the newest first. */
  @GetMapping("/history")
  @Needs(Role.ANALYST)
  FraudCases history(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String q) {
    return listed(range(range, from, to), state, 0, q, false, limit, page);
  }

  /** Counts by level, day and indicator, and how far scores agree with what people decided. */
  @GetMapping("/stats")
  @Needs(Role.ANALYST)
  FraudStats stats(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    Range asked = range(range, from, to);
    Range ever = new Range(Instant.EPOCH, clock.instant().plusSeconds(172_800));
    RuleBook.Edition edition = rules.current();
    return FraudStats.of(
        asked,
        records.days(asked.from(), asked.until()),
        records.told(asked.from(), asked.until()),
        new FraudStats.Due(due(asked, edition), due(ever, edition)),
        edition);
  }

  private long due(Range range, RuleBook.Edition edition) {
    return records.count(selection(range, "due", edition.rules().medium(), null, true));
  }

  /** Payments and how many there are. */
  record FraudCases(long total, List<FraudCase> cases) {}

  private Range range(@Nullable String range, @Nullable LocalDate from, @Nullable LocalDate to) {
    return Range.of(range, from, to, clock.instant(), zone);
  }

  private FraudCases listed(
      Range range,
      @Nullable String state,
      double least,
      @Nullable String q,
      boolean worstFirst,
      int limit,
      int page) {
    if (limit < 1 || limit > MOST || page < 1) {
      throw Problem.caller("page_unfit", "limit is 1 to 1000 and page at least 1");
    }
    Selection selection = selection(range, state, least, q, worstFirst);
    List<FraudCase> cases =
        records.list(selection, limit, (page - 1L) * limit).stream().map(this::form).toList();
    return new FraudCases(records.count(selection), cases);
  }

  private static Selection selection(
      Range range, @Nullable String state, double least, @Nullable String q, boolean worstFirst) {
    return new Selection(
        range.from(),
        range.until(),
        state == null ? "" : state,
        least,
        q == null ? "" : q,
        worstFirst);
  }

  private FraudCase form(FraudRecord kept) {
    return FraudCase.of(kept, kept.content() == null ? null : judge.read(kept.content()));
  }
}
