package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.store.AuditRecords.Wanted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    List<AuditRecord> first = audit().newest(Wanted.all(), null, 2);
    assertThat(first).extracting(AuditRecord::subject).containsExactly("n4", "n3");
    List<AuditRecord> next = audit().newest(Wanted.all(), first.getLast().number(), 2);
    assertThat(next).extracting(AuditRecord::subject).containsExactly("n2", "n1");
    assertThat(audit().newest(Wanted.of("odd"), null, 9))
        .extracting(AuditRecord::subject)
        .containsExactly("n3", "n1");
    assertThat(audit().count(Wanted.all())).isEqualTo(5);
    assertThat(audit().count(Wanted.of("even"))).isEqualTo(3);
    assertThat(first.getFirst().at()).isEqualTo(AT);
    assertThat(audit().kinds()).containsExactly("even", "odd");
  }

  @Test
  void actsAreFoundByTheirTextAndTime() {
    audit().add(new AuditRecord(0, AT, "a", "Root", "zoe", "198.51.100.7", "100 % of it"));
    audit().add(new AuditRecord(0, AT.plusSeconds(60), "b", "max", null, null, null));
    assertThat(found("ROOT", null, null)).containsExactly("a");
    assertThat(found("51.100", null, null)).containsExactly("a");
    assertThat(found("0 %", null, null)).containsExactly("a");
    assertThat(found("_", null, null)).isEmpty();
    assertThat(found(null, AT.plusSeconds(60), null)).containsExactly("b");
    assertThat(found(null, null, AT.plusSeconds(60))).containsExactly("a");
    assertThat(audit().count(new Wanted(null, "zoe", AT, AT.plusSeconds(1)))).isEqualTo(1);
  }

  private List<String> found(
      @Nullable String text, @Nullable Instant from, @Nullable Instant until) {
    return audit().newest(new Wanted(null, text, from, until), null, 9).stream()
        .map(AuditRecord::act)
        .toList();
  }
}
