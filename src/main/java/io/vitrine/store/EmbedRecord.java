package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which pages of other hosts show a dashboard.
 *
 * @param id its id
 * @param dashboardId the dashboard
 * @param hosts origins of the pages that may, such as https://shop.example
 * @param createdAt when it was made
 * @param createdBy name of the account
 * @param expiresAt when it ends
 * @param revokedAt when somebody ended it before; null when nobody did
 */
public record EmbedRecord(
    UUID id,
    UUID dashboardId,
    List<String> hosts,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  public EmbedRecord {
    hosts = List.copyOf(hosts);
  }

  /** Whether it shows anything at an instant. */
  public boolean holds(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
