package io.vitrine.store.records;

import io.vitrine.store.AllowedAttack;
import io.vitrine.store.SecurityFinding;
import io.vitrine.store.SecurityRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings of attacks. */
final class JdbcSecurity implements SecurityRecords {

  private static final String POSITION = "security.position";
  private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID LAST = new UUID(-1, -1);

  private final RecordStatements statements;
  private final JdbcSettings settings;

  JdbcSecurity(RecordStatements statements) {
    this.statements = statements;
    this.settings = new JdbcSettings(statements);
  }

  @Override
  public void keep(Collection<SecurityFinding> findings, @Nullable Long position) {
    statements.together(
        () -> {
          findings.forEach(this::keep);
          if (position != null) {
            settings.put(POSITION, Long.toString(position), Instant.now());
          }
          return findings.size();
        });
  }

  private void keep(SecurityFinding finding) {
    int known =
        changing(statements.named("finding_grow"), finding).param("id", finding.id()).update();
    if (known == 0) {
      add(finding);
    }
  }

  private static JdbcClient.StatementSpec changing(
      JdbcClient.StatementSpec statement, SecurityFinding finding) {
    return statement
        .param("last_at", RecordStatements.time(finding.lastAt()))
        .param("requests", finding.count())
        .param("status", finding.status(), Types.INTEGER)
        .param("event_id", finding.eventId(), Types.VARCHAR);
  }

  private void add(SecurityFinding finding) {
    Instant hour = finding.firstAt().truncatedTo(ChronoUnit.HOURS);
    changing(statements.named("finding_add"), finding)
        .param("id", finding.id())
        .param("kind", finding.kind())
        .param("category", finding.category())
        .param("severity", finding.severity())
        .param("rule", finding.rule())
        .param("place", finding.place())
        .param("evidence", finding.evidence())
        .param("sample", finding.sample())
        .param("origin", finding.origin())
        .param("service", finding.service(), Types.VARCHAR)
        .param("target", finding.target())
        .param("address", finding.address(), Types.VARCHAR)
        .param("country", finding.country(), Types.VARCHAR)
        .param("agent", finding.agent(), Types.VARCHAR)
        .param("user_name", finding.user(), Types.VARCHAR)
        .param("in_hour", RecordStatements.time(hour))
        .param("first_at", RecordStatements.time(finding.firstAt()))
        .update();
  }

  @Override
  public Optional<Long> position() {
    return settings.get(POSITION).map(Long::valueOf);
  }

  @Override
  public Optional<SecurityFinding> find(UUID id) {
    return statements
        .named("finding_by_id")
        .param("id", id)
        .query(JdbcSecurity::finding)
        .optional();
  }

  @Override
  public List<SecurityFinding> newest(Wanted wanted, @Nullable Mark before, int limit) {
    return with(statements.named("finding_newest"), wanted)
        .param("before", RecordStatements.time(before == null ? NEVER : before.firstAt()))
        .param("before_id", before == null ? LAST : before.id())
        .param("limit", limit)
        .query(JdbcSecurity::finding)
        .list();
  }

  @Override
  public long count(Wanted wanted) {
    return with(statements.named("finding_count"), wanted).query(Long.class).single();
  }

  private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Wanted wanted) {
    String text = wanted.text() == null ? "" : wanted.text().strip().toLowerCase(Locale.ROOT);
    return statement
        .param("kind", orEmpty(wanted.kind()))
        .param("category", orEmpty(wanted.category()))
        .param("severity", orEmpty(wanted.severity()))
        .param("state", orEmpty(wanted.state()))
        .param("origin", orEmpty(wanted.origin()))
        .param("address", orEmpty(wanted.address()))
        .param("country", orEmpty(wanted.country()))
        .param("text", text.isEmpty() ? "" : RecordStatements.anywhere(text))
        .param("from", RecordStatements.time(wanted.from() == null ? EVER : wanted.from()))
        .param("until", RecordStatements.time(wanted.until() == null ? NEVER : wanted.until()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private <T> List<T> tallies(String name, Instant from, Instant until, RowMapper<T> reader) {
    return statements
        .named(name)
        .param("from", RecordStatements.time(from))
        .param("until", RecordStatements.time(until))
        .query(reader)
        .list();
  }

  @Override
  public List<Tally> byKind(Instant from, Instant until) {
    return tallies(
        "finding_by_kind",
        from,
        until,
        (row, number) ->
            new Tally(
                row.getString("kind"),
                row.getString("category"),
                row.getString("severity"),
                row.getLong("findings"),
                row.getLong("requests")));
  }

  @Override
  public List<HourTally> byHour(Instant from, Instant until) {
    return tallies(
        "finding_by_hour",
        from,
        until,
        (row, number) ->
            new HourTally(
                RecordStatements.instant(row, "in_hour"),
                row.getString("severity"),
                row.getLong("requests")));
  }

  @Override
  public List<SourceTally> byCountry(Instant from, Instant until, int limit) {
    return sources("finding_by_country", from, until, limit);
  }

  @Override
  public List<SourceTally> byAddress(Instant from, Instant until, int limit) {
    return sources("finding_by_address", from, until, limit);
  }

  private List<SourceTally> sources(String name, Instant from, Instant until, int limit) {
    return statements
        .named(name)
        .param("from", RecordStatements.time(from))
        .param("until", RecordStatements.time(until))
        .param("limit", limit)
        .query(JdbcSecurity::source)
        .list();
  }

  private static SourceTally source(ResultSet row, int number) throws SQLException {
    return new SourceTally(
        row.getString("source"),
        row.getString("country"),
        row.getLong("addresses"),
        row.getLong("findings"),
        row.getLong("requests"),
        RecordStatements.instant(row, "last_at"));
  }

  @Override
  public List<RuleTally> byRule(Instant from, Instant until) {
    return tallies(
        "finding_by_rule",
        from,
        until,
        (row, number) ->
            new RuleTally(
                row.getString("kind"),
                row.getString("rule"),
                row.getLong("findings"),
                row.getLong("reals"),
                row.getLong("false_alarms")));
  }

  @Override
  public boolean decide(UUID id, String state, @Nullable String note, String by, Instant at) {
    return statements
            .named("finding_decide")
            .param("id", id)
            .param("state", state)
            .param("note", note, Types.VARCHAR)
            .param("decided_by", by)
            .param("decided_at", RecordStatements.time(at))
            .update()
        > 0;
  }

  @Override
  public void forget(Instant before, int most) {
    statements.named("finding_forget_old").param("before", RecordStatements.time(before)).update();
    statements.named("finding_forget_most").param("most", most).update();
  }

  @Override
  public List<AllowedAttack> allowed() {
    return statements.named("allowed_list").query(JdbcSecurity::entry).list();
  }

  @Override
  public void allow(AllowedAttack allowed) {
    statements
        .named("allowed_add")
        .param("id", allowed.id())
        .param("kind", allowed.kind(), Types.VARCHAR)
        .param("rule", allowed.rule(), Types.VARCHAR)
        .param("path", allowed.path(), Types.VARCHAR)
        .param("place", allowed.place(), Types.VARCHAR)
        .param("address", allowed.address(), Types.VARCHAR)
        .param("note", allowed.note(), Types.VARCHAR)
        .param("made_by", allowed.madeBy())
        .param("made_at", RecordStatements.time(allowed.madeAt()))
        .update();
  }

  @Override
  public boolean disallow(UUID id) {
    return statements.named("allowed_remove").param("id", id).update() > 0;
  }

  private static AllowedAttack entry(ResultSet row, int number) throws SQLException {
    return new AllowedAttack(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("rule"),
        row.getString("path"),
        row.getString("place"),
        row.getString("address"),
        row.getString("note"),
        row.getString("made_by"),
        RecordStatements.instant(row, "made_at"));
  }

  private static SecurityFinding finding(ResultSet row, int number) throws SQLException {
    return new SecurityFinding(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("category"),
        row.getString("severity"),
        row.getString("rule"),
        row.getString("place"),
        row.getString("evidence"),
        row.getString("sample"),
        row.getString("origin"),
        row.getString("service"),
        row.getString("target"),
        row.getString("address"),
        row.getString("country"),
        row.getString("agent"),
        row.getString("user_name"),
        row.getObject("status", Integer.class),
        row.getString("event_id"),
        RecordStatements.instant(row, "first_at"),
        RecordStatements.instant(row, "last_at"),
        row.getLong("requests"),
        row.getString("state"),
        row.getString("note"),
        row.getString("decided_by"),
        RecordStatements.instantOrNull(row, "decided_at"));
  }
}
