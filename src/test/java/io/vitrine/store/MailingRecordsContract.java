package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.store.MailingRecord.Recipient;
import io.vitrine.store.MailingRecord.Rhythm;
import io.vitrine.store.SavedRecord.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of embeds and mailings of dashboards does. */
public abstract class MailingRecordsContract {

  private static final Instant DUE = Instant.parse("2026-03-02T07:00:00Z");

  private final SavedRecord dashboard =
      SavedRecordsContract.saved("Shop", Kind.DASHBOARD, UUID.randomUUID(), true);

  /** Records without anything saved. */
  protected abstract Records records();

  @BeforeEach
  void saveADashboard() {
    records().saved().add(dashboard);
  }

  @Test
  void aMailingIsKeptWithItsRecipients() {
    MailingRecord mailing = mailing(DUE);
    records().mailings().add(mailing);
    assertThat(records().mailings().find(mailing.id())).contains(mailing);
    assertThat(records().mailings().of(dashboard.id())).containsExactly(mailing);
    assertThat(records().mailings().of(UUID.randomUUID())).isEmpty();
  }

  @Test
  void itIsDueFromItsTimeOnUnlessPausedOrItsDashboardIsRemoved() {
    MailingRecord mailing = mailing(DUE);
    records().mailings().add(mailing);
    assertThat(due(DUE.minusSeconds(1))).isEmpty();
    assertThat(due(DUE)).containsExactly(mailing);
    records().saved().remove(Kind.DASHBOARD, dashboard.id(), DUE);
    assertThat(due(DUE)).isEmpty();
    records().saved().restore(Kind.DASHBOARD, dashboard.id());
    records().mailings().change(paused(mailing));
    assertThat(due(DUE)).isEmpty();
  }

  @Test
  void aFailedOneIsTriedLaterAndASentOneNextTime() {
    MailingRecord mailing = mailing(DUE);
    records().mailings().add(mailing);
    MailingRecord failed = mailing.failed("refused", DUE.plusSeconds(60));
    assertThat(records().mailings().changeState(failed)).isTrue();
    assertThat(due(DUE)).isEmpty();
    assertThat(due(DUE.plusSeconds(60))).containsExactly(failed);
    MailingRecord sent = failed.sent(DUE.plusSeconds(61), DUE.plus(Duration.ofDays(1)));
    records().mailings().changeState(sent);
    assertThat(records().mailings().find(mailing.id())).contains(sent);
    assertThat(sent.failures()).isZero();
    assertThat(due(DUE.plusSeconds(3600))).isEmpty();
  }

  @Test
  void recipientsAreNotedAndUnsubscribeWhateverTheCase() {
    MailingRecord mailing = mailing(DUE);
    records().mailings().add(mailing);
    records().mailings().sent(mailing.id(), "ZOE@shop.example", DUE);
    assertThat(records().mailings().unsubscribe(mailing.id(), "Max@Shop.example")).isTrue();
    assertThat(records().mailings().unsubscribe(mailing.id(), "nobody@shop.example")).isFalse();
    assertThat(records().mailings().find(mailing.id()).orElseThrow().recipients())
        .containsExactly(
            new Recipient("max@shop.example", "fr", true, null),
            new Recipient("Zoe@shop.example", "en", false, DUE));
  }

  @Test
  void aMailingGoesAndSoDoesEveryMailingOfAForgottenDashboard() {
    MailingRecord one = mailing(DUE);
    MailingRecord other = mailing(DUE.plusSeconds(1));
    records().mailings().add(one);
    records().mailings().add(other);
    assertThat(records().mailings().remove(one.id())).isTrue();
    assertThat(records().mailings().remove(one.id())).isFalse();
    records().saved().remove(Kind.DASHBOARD, dashboard.id(), DUE);
    records().saved().forgetRemoved(DUE.plusSeconds(1));
    assertThat(records().mailings().find(other.id())).isEmpty();
  }

  @Test
  void anEmbedHoldsUntilItExpiresOrIsRevoked() {
    EmbedRecord embed =
        new EmbedRecord(
            UUID.randomUUID(),
            dashboard.id(),
            List.of("https://shop.example", "https://blog.example:8443"),
            DUE,
            "zoe",
            DUE.plusSeconds(100),
            null);
    records().embeds().add(embed);
    assertThat(records().embeds().find(embed.id())).contains(embed);
    assertThat(embed.holds(DUE.plusSeconds(99))).isTrue();
    assertThat(embed.holds(DUE.plusSeconds(100))).isFalse();
    assertThat(records().embeds().revoke(embed.id(), DUE)).isTrue();
    assertThat(records().embeds().revoke(embed.id(), DUE)).isFalse();
    EmbedRecord revoked = records().embeds().of(dashboard.id()).getFirst();
    assertThat(revoked.revokedAt()).isEqualTo(DUE);
    assertThat(revoked.holds(DUE)).isFalse();
  }

  private List<MailingRecord> due(Instant now) {
    return records().mailings().due(now);
  }

  private MailingRecord mailing(Instant due) {
    return new MailingRecord(
        UUID.randomUUID(),
        dashboard.id(),
        "zoe",
        Rhythm.WEEKLY,
        1,
        8,
        false,
        due,
        due,
        null,
        0,
        null,
        List.of(
            new Recipient("max@shop.example", "fr", false, null),
            new Recipient("Zoe@shop.example", "en", false, null)));
  }

  private static MailingRecord paused(MailingRecord mailing) {
    return new MailingRecord(
        mailing.id(),
        mailing.dashboardId(),
        mailing.createdBy(),
        mailing.rhythm(),
        mailing.weekday(),
        mailing.hour(),
        true,
        mailing.nextAt(),
        mailing.retryAt(),
        null,
        0,
        null,
        mailing.recipients());
  }
}
