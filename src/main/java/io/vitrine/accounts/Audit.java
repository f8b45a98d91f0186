package io.vitrine.accounts;

import io.vitrine.store.AuditRecord;
import io.vitrine.store.AuditRecords;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Writes down sensitive acts. What is written must not hold a secret. What is too long is cut: a
 * long text must not keep an act from being written, or done.
 */
public final class Audit {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_DETAIL = 1000;

  private final AuditRecords records;
  private final Clock clock;

  Audit(AuditRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Writes down what a caller did.
   *
   * @param caller who did it
   * @param act what, in snake case, such as {@code person_erased}
   * @param subject to what; null when that is the caller
   * @param address address of the client; null on the command line
   * @param detail more for people; null when there is nothing to add
   */
  public void write(
      Caller caller,
      String act,
      @Nullable String subject,
      @Nullable String address,
      @Nullable String detail) {
    write(act, caller.name(), subject, address, detail);
  }

  void write(
      Caller caller,
      Act act,
      @Nullable String subject,
      @Nullable String address,
      @Nullable String detail) {
    write(act.wireName(), caller.name(), subject, address, detail);
  }

  void write(
      Act act,
      @Nullable String actor,
      @Nullable String subject,
      @Nullable String address,
      @Nullable String detail) {
    write(act.wireName(), actor, subject, address, detail);
  }

  private void write(
      String act,
      @Nullable String actor,
      @Nullable String subject,
      @Nullable String address,
      @Nullable String detail) {
    records.add(
        new AuditRecord(
            0,
            clock.instant(),
            act,
            actor,
            shortened(subject, LONGEST_SUBJECT),
            address,
            shortened(detail, LONGEST_DETAIL)));
  }

  private static @Nullable String shortened(@Nullable String text, int most) {
    if (text == null) {
      return null;
    }
    String kept = text.replace('\u0000', '\u00b7');
    if (kept.length() <= most) {
      return kept;
    }
    return kept.substring(0, Character.isHighSurrogate(kept.charAt(most - 1)) ? most - 1 : most);
  }
}
