package io.vitrine.console;

import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.EventStore;
import io.vitrine.store.Records;
import io.vitrine.store.SqlConsole;
import io.vitrine.store.SqlConsole.SqlAnswer;
import io.vitrine.store.SqlConsole.SqlTable;
import io.vitrine.store.StatementRecord;
import io.vitrine.store.StatementRecords;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** SQL over the shop's tables, for analysts. */
@RestController
@Needs(Role.ANALYST)
@RequestMapping(path = "/api/sql", produces = MediaType.APPLICATION_JSON_VALUE)
class SqlController {

  private static final int KEPT = 200;
  private static final int SHOWN = 100;
  private static final int LONGEST = 20_000;

  /** Signs of a statement that the audit log keeps; people can forget their own history. */
  private static final int AUDITED = 900;

  private final SqlConsole console;
  private final StatementRecords history;
  private final Audit audit;
  private final Clock clock;

  SqlController(EventStore store, Records records, Audit audit, Clock clock) {
    this.console = store.console();
    this.history = records.statements();
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Answers one SELECT; reads the tables of {@code /api/sql/tables} and nothing else. At most
   * 10,000 rows and 15 seconds; one statement runs at a time. Who asked what, from where, for how
   * long and with how many rows is written into the audit log, also when it was refused.
   */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  SqlAnswer ask(@RequestBody Statement statement, Caller caller, HttpServletRequest request) {
    String text = statement.sql();
    if (text == null || text.isBlank()) {
      throw Problem.caller("field_missing", "sql is missing");
    }
    Asked asked = new Asked(caller, clock.instant(), text, request.getRemoteAddr());
    try {
      SqlAnswer answer = console.ask(text);
      write(asked, answer.milliseconds(), answer.rows().size(), null);
      return answer;
    } catch (RuntimeException failure) {
      long took = Duration.between(asked.at(), clock.instant()).toMillis();
      write(asked, took, 0, failure instanceof Problem problem ? problem.code() : "failed");
      throw failure;
    }
  }

  private void write(Asked asked, long took, long rows, @Nullable String problem) {
    String outcome = problem == null ? rows + (rows == 1 ? " row" : " rows") : problem;
    audit.write(
        asked.by(),
        "sql_asked",
        null,
        asked.address(),
        outcome + ", " + took + " ms: " + shortened(asked.text(), AUDITED));
    history.add(
        new StatementRecord(
            0, asked.by().id(), asked.at(), shortened(asked.text(), LONGEST), took, rows, problem),
        KEPT);
  }

  /** Who asked what, when and from where. */
  private record Asked(Caller by, Instant at, String text, String address) {}

  /** A text that was refused for its length need not be kept whole. */
  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** The tables that a statement may read, those of the history first. */
  @GetMapping("/tables")
  TablePage tables() {
    return new TablePage(console.tables());
  }

  /** What the caller asked, the newest first. */
  @GetMapping("/history")
  HistoryPage history(Caller caller) {
    return new HistoryPage(
        history.newest(caller.id(), SHOWN).stream().map(PastStatement::of).toList());
  }

  /** Forgets what the caller asked. */
  @DeleteMapping("/history")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(Caller caller) {
    history.forget(caller.id());
  }

  /**
   * A statement.
   *
   * @param sql one SELECT in DuckDB's SQL
   */
  record Statement(@Nullable String sql) {}

  /** Tables of the console. */
  record TablePage(List<SqlTable> tables) {}

  /** What somebody asked. */
  record HistoryPage(List<PastStatement> statements) {}

  /**
   * A statement that was asked.
   *
   * @param problem code of the problem that it ended with; absent when it was answered
   */
  record PastStatement(
      long number, Instant at, String sql, long milliseconds, long rows, @Nullable String problem) {

    static PastStatement of(StatementRecord record) {
      return new PastStatement(
          record.number(),
          record.at(),
          record.text(),
          record.milliseconds(),
          record.rows(),
          record.problem());
    }
  }
}
