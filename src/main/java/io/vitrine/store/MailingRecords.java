package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps who is sent which dashboard when. Thread-safe and durable. */
public interface MailingRecords {

  void add(MailingRecord mailing);

  Optional<MailingRecord> find(UUID id);

  /** All of a dashboard. */
  List<MailingRecord> of(UUID dashboard);

  /** Those to be tried at an instant, of dashboards that are not removed; the oldest first. */
  List<MailingRecord> due(Instant now);

  /**
   * Replaces rhythm, state and recipients.
   *
   * @return false when it is gone
   */
  boolean change(MailingRecord mailing);

  /**
   * Replaces rhythm and state, and leaves the recipients as they are.
   *
   * @return false when it is gone
   */
  boolean changeState(MailingRecord mailing);

  /** Notes that an address was sent the mailing that was due at an instant. */
  void sent(UUID id, String address, Instant due);

  /**
   * Sends an address no more of it.
   *
   * @return false when it is no recipient
   */
  boolean unsubscribe(UUID id, String address);

  /**
   * Deletes one.
   *
   * @return false when there is none
   */
  boolean remove(UUID id);
}
