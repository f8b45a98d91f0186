package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard that goes out as an e-mail again and again.
 *
 * @param id its id
 * @param dashboardId the dashboard
 * @param createdBy name of the account
 * @param rhythm how often
 * @param weekday day of a weekly one, 1 is Monday
 * @param hour hour of the day in the shop's zone, 0 to 23
 * @param paused whether it rests
 * @param nextAt the mailing that is due next
 * @param retryAt when that mailing is tried; nextAt unless it failed before
 * @param lastSentAt when one last reached everybody; null before the first
 * @param failures how often the one that is due has failed
 * @param lastError why it last failed; null when it did not
 * @param recipients who gets it
 */
public record MailingRecord(
    UUID id,
    UUID dashboardId,
    String createdBy,
    Rhythm rhythm,
    int weekday,
    int hour,
    boolean paused,
    Instant nextAt,
    Instant retryAt,
    @Nullable Instant lastSentAt,
    int failures,
    @Nullable String lastError,
    List<Recipient> recipients) {

  public MailingRecord {
    recipients = List.copyOf(recipients);
  }

  /** How often. */
  public enum Rhythm {
    DAILY,
    WEEKLY
  }

  /**
   * Who gets it.
   *
   * @param address e-mail address
   * @param language language of the e-mail: en, fr or es
   * @param unsubscribed whether they want no more
   * @param sentFor the mailing they were last sent, by its nextAt; null before the first
   */
  public record Recipient(
      String address, String language, boolean unsubscribed, @Nullable Instant sentFor) {}

  /** The same after everybody was sent the mailing that was due. */
  public MailingRecord sent(Instant at, Instant next) {
    return new MailingRecord(
        id,
        dashboardId,
        createdBy,
        rhythm,
        weekday,
        hour,
        paused,
        next,
        next,
        at,
        0,
        null,
        recipients);
  }

  /** The same after the mailing that was due failed. */
  public MailingRecord failed(String error, Instant retry) {
    return new MailingRecord(
        id,
        dashboardId,
        createdBy,
        rhythm,
        weekday,
        hour,
        paused,
        nextAt,
        retry,
        lastSentAt,
        failures + 1,
        error,
        recipients);
  }

  /** The same after the mailing that was due was given up. */
  public MailingRecord givenUp(String error, Instant next) {
    return new MailingRecord(
        id,
        dashboardId,
        createdBy,
        rhythm,
        weekday,
        hour,
        paused,
        next,
        next,
        lastSentAt,
        failures + 1,
        error,
        recipients);
  }
}
