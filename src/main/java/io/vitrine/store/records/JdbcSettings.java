package io.vitrine.store.records;

import io.vitrine.store.SettingRecords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What people set while the product runs. */
final class JdbcSettings implements SettingRecords {

  private final RecordStatements statements;

  JdbcSettings(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<String> get(String name) {
    return statements.named("setting_get").param("name", name).query(String.class).optional();
  }

  @Override
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    statements
        .named("setting_list")
        .param("prefix", RecordStatements.literal(prefix) + "%")
        .query((row, number) -> Map.entry(row.getString("name"), row.getString("content")))
        .list()
        .forEach(setting -> found.put(setting.getKey(), setting.getValue()));
    return found;
  }

  @Override
  public void put(String name, String content, Instant at) {
    statements.together(
        () -> {
          int changed = write("setting_change", name, content, at);
          return changed > 0 ? changed : write("setting_add", name, content, at);
        });
  }

  @Override
  public void remove(String name) {
    statements.named("setting_remove").param("name", name).update();
  }

  private int write(String statement, String name, String content, Instant at) {
    return statements
        .named(statement)
        .param("name", name)
        .param("content", content)
        .param("at", RecordStatements.time(at))
        .update();
  }
}
