package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of the SQL console's history does. */
public abstract class StatementRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any statement. */
  protected abstract Records records();

  @Test
  void aPersonsNewestStatementsComeFirstAndTheOldestGo() {
    UUID zoe = person("zoe");
    UUID max = person("max");
    for (int i = 1; i <= 5; i++) {
      add(zoe, "select " + i, null, 3);
    }
    add(max, "select 'é'", "sql_refused", 3);
    assertThat(texts(zoe, 10)).containsExactly("select 5", "select 4", "select 3");
    assertThat(texts(zoe, 1)).containsExactly("select 5");
    StatementRecord only = records().statements().newest(max, 10).getFirst();
    assertThat(only.problem()).isEqualTo("sql_refused");
    assertThat(only.milliseconds()).isEqualTo(12);
    assertThat(only.at()).isEqualTo(AT);
  }

  @Test
  void historiesGoWhenAskedAndWithTheAccount() {
    UUID zoe = person("zoe");
    UUID max = person("max");
    add(zoe, "select 1", null, 3);
    add(max, "select 2", null, 3);
    records().statements().forget(zoe);
    assertThat(texts(zoe, 10)).isEmpty();
    assertThat(texts(max, 10)).containsExactly("select 2");
    assertThat(records().users().remove(max)).isTrue();
    assertThat(texts(max, 10)).isEmpty();
  }

  private void add(UUID user, String text, @Nullable String problem, int kept) {
    records().statements().add(new StatementRecord(0, user, AT, text, 12, 1, problem), kept);
  }

  private List<String> texts(UUID user, int limit) {
    return records().statements().newest(user, limit).stream().map(StatementRecord::text).toList();
  }

  private UUID person(String name) {
    UUID id = UUID.randomUUID();
    records()
        .users()
        .add(new UserRecord(id, name, null, "hash", Role.ANALYST, true, false, AT, null));
    return id;
  }
}
