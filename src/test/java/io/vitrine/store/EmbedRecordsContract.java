package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of links that show dashboards elsewhere does. */
public abstract class EmbedRecordsContract {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(30));
  private final UUID dashboard = UUID.randomUUID();

  /** Records without any account, dashboard or link. */
  protected abstract Records records();

  @BeforeEach
  void addDashboard() {
    UserRecord zoe =
        new UserRecord(UUID.randomUUID(), "zoe", null, "hash", Role.VIEWER, true, false, NOW, null);
    records().users().add(zoe);
    records()
        .saved()
        .add(
            new SavedRecord(
                dashboard,
                SavedRecord.Kind.DASHBOARD,
                zoe.id(),
                zoe.username(),
                "Sales",
                true,
                "{}",
                NOW,
                NOW));
  }

  private EmbedRecord link(Instant at, String... hosts) {
    EmbedRecord link =
        new EmbedRecord(UUID.randomUUID(), dashboard, List.of(hosts), at, "zoe", LATER, null);
    records().embeds().add(link);
    return link;
  }

  @Test
  void linksOfADashboardAreListedNewestFirst() {
    EmbedRecord first = link(NOW, "https://shop.example", "https://blog.example");
    EmbedRecord second = link(NOW.plusSeconds(1), "https://shop.example");
    assertThat(records().embeds().find(first.id())).contains(first);
    assertThat(records().embeds().of(dashboard)).containsExactly(second, first);
    assertThat(records().embeds().of(UUID.randomUUID())).isEmpty();
    assertThat(records().embeds().find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void aLinkIsRevokedOnce() {
    EmbedRecord link = link(NOW, "https://shop.example");
    assertThat(link.holds(NOW)).isTrue();
    assertThat(link.holds(LATER)).isFalse();
    assertThat(records().embeds().revoke(link.id(), NOW.plusSeconds(5))).isTrue();
    assertThat(records().embeds().revoke(link.id(), NOW.plusSeconds(9))).isFalse();
    assertThat(records().embeds().revoke(UUID.randomUUID(), NOW)).isFalse();
    EmbedRecord revoked = records().embeds().find(link.id()).orElseThrow();
    assertThat(revoked.revokedAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(revoked.holds(NOW)).isFalse();
  }
}
