package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of acts does. */
public abstract class AuditRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any act. */
  protected abstract AuditRecords audit();

  @Test
  void theNewestActsComeFirstAndPageByPage() {
    for (int i = 0; i < 5; i++) {
      audit().add(new AuditRecord(0, AT, i % 2 == 0 ? "even" : "odd", "root", "n" + i, null, null));
    }
    List<AuditRecord> first = audit().newest(null, null, 2);
    assertThat(first).extracting(AuditRecord::subject).containsExactly("n4", "n3");
    List<AuditRecord> next = audit().newest(null, first.getLast().number(), 2);
    assertThat(next).extracting(AuditRecord::subject).containsExactly("n2", "n1");
    assertThat(audit().newest("odd", null, 9))
        .extracting(AuditRecord::subject)
        .containsExactly("n3", "n1");
    assertThat(audit().count(null)).isEqualTo(5);
    assertThat(audit().count("even")).isEqualTo(3);
    assertThat(first.getFirst().at()).isEqualTo(AT);
  }
}
