package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import io.vitrine.store.SearchRecords.PastSearch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of receipts and holds does. */
public abstract class PrivacyRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any receipt or hold. */
  protected abstract Records records();

  @Test
  void receiptsAreKeptTheNewestFirst() {
    PrivacyReceipt first = receipt(PrivacyReceipt.Kind.EXPORT, 0, Map.of("events", 3L));
    PrivacyReceipt second = receipt(PrivacyReceipt.Kind.ERASURE, 9, Map.of("logs", 2L));
    records().privacy().add(first);
    records().privacy().add(second);
    assertThat(records().privacy().receipts(10)).containsExactly(second, first);
    assertThat(records().privacy().receipts(1)).containsExactly(second);
  }

  private static PrivacyReceipt receipt(
      PrivacyReceipt.Kind kind, int seconds, Map<String, Long> counts) {
    return new PrivacyReceipt(UUID.randomUUID(), kind, "zoe", AT.plusSeconds(seconds), counts);
  }

  @Test
  void aHoldStandsUntilItIsEndedOnce() {
    LegalHold hold = new LegalHold(UUID.randomUUID(), "case 12", "zoe", AT, null, null);
    records().privacy().add(hold);
    assertThat(records().privacy().holds()).containsExactly(hold);
    assertThat(hold.holds()).isTrue();
    assertThat(records().privacy().end(hold.id(), "max", AT.plusSeconds(5))).isTrue();
    assertThat(records().privacy().end(hold.id(), "max", AT.plusSeconds(6))).isFalse();
    LegalHold ended = records().privacy().holds().getFirst();
    assertThat(ended.holds()).isFalse();
    assertThat(ended.endedBy() + ended.endedAt()).isEqualTo("max" + AT.plusSeconds(5));
  }

  @Test
  void namesAreTakenOutAndAllElseStaysAndCanBeUsedAtOnce() {
    UUID zoe = UUID.randomUUID();
    records()
        .users()
        .add(new UserRecord(zoe, "zoe", null, "hash", Role.ANALYST, true, false, AT, null));
    SearchRecords searches = records().searches();
    searches.remember(zoe, new PastSearch("user_id:Ann_100%", "{\"a\":1}", 1, AT));
    searches.remember(zoe, new PastSearch("user_id:annX100%", "{\"a\":2}", 1, AT));
    assertThat(records().privacy().erase(List.of("ann_100%"))).isEqualTo(1);
    assertThat(searches.recent(zoe, 10))
        .extracting(PastSearch::query)
        .containsExactly("user_id:annX100%");
  }
}
