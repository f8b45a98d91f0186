package io.vitrine.store.records;

import io.vitrine.store.SavedSearch;
import io.vitrine.store.SearchRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches that people keep and made. */
final class JdbcSearches implements SearchRecords {

  private final RecordStatements statements;

  JdbcSearches(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void save(SavedSearch search) {
    with(statements.named("search_add"), search)
        .param("owner", search.owner())
        .param("created_at", RecordStatements.time(search.createdAt()))
        .update();
  }

  @Override
  public void change(SavedSearch search) {
    with(statements.named("search_change"), search).update();
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec statement, SavedSearch search) {
    return statement
        .param("id", search.id())
        .param("name", search.name())
        .param("filters", search.filters())
        .param("shared", search.shared())
        .param("changed_at", RecordStatements.time(search.changedAt()));
  }

  @Override
  public void remove(UUID id) {
    statements.named("search_remove").param("id", id).update();
  }

  @Override
  public Optional<SavedSearch> byId(UUID id) {
    return statements.named("search_by_id").param("id", id).query(JdbcSearches::search).optional();
  }

  @Override
  public List<SavedSearch> visibleTo(UUID owner) {
    return statements.named("search_list").param("owner", owner).query(JdbcSearches::search).list();
  }

  private void count(UUID owner) {
    if (statements.named("search_counted").param("owner", owner).update() == 0) {
      statements.named("search_count_first").param("owner", owner).update();
    }
  }

  @Override
  public long made(UUID owner) {
    return statements
        .named("search_count")
        .param("owner", owner)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  @Override
  public void remember(UUID owner, PastSearch search) {
    statements.together(
        () -> {
          // Two first searches at the same instant would both find that nothing is counted yet.
          statements.named("searcher_locked").param("owner", owner).query(UUID.class).optional();
          statements
              .named("past_search_forget")
              .param("owner", owner)
              .param("filters", search.filters())
              .update();
          statements
              .named("past_search_add")
              .param("owner", owner)
              .param("query", search.query())
              .param("filters", search.filters())
              .param("total", search.total())
              .param("at", RecordStatements.time(search.at()))
              .update();
          count(owner);
          return statements
              .named("past_search_shorten")
              .param("owner", owner)
              .param("kept", REMEMBERED)
              .update();
        });
  }

  @Override
  public List<PastSearch> recent(UUID owner, int limit) {
    return statements
        .named("past_search_list")
        .param("owner", owner)
        .param("limit", limit)
        .query(
            (row, number) ->
                new PastSearch(
                    row.getString("query"),
                    row.getString("filters"),
                    row.getLong("total"),
                    RecordStatements.instant(row, "at")))
        .list();
  }

  private static SavedSearch search(ResultSet row, int number) throws SQLException {
    return new SavedSearch(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("username"),
        row.getString("name"),
        row.getString("filters"),
        row.getBoolean("shared"),
        RecordStatements.instant(row, "created_at"),
        RecordStatements.instant(row, "changed_at"));
  }
}
