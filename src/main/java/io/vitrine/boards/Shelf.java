package io.vitrine.boards;

import io.vitrine.accounts.Caller;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.SavedRecord;
import io.vitrine.store.SavedRecord.Kind;
import io.vitrine.store.SavedRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Saved things of one kind and who may do what with them: everybody sees what is shared and what is
 * their own; who owns a thing changes it, and admins change what is shared.
 */
final class Shelf {

  static final int LONGEST_NAME = 120;

  /** How long what was removed can be brought back. */
  private static final Duration UNTIL_FORGOTTEN = Duration.ofDays(30);

  private final SavedRecords records;
  private final Kind kind;
  private final Clock clock;

  Shelf(SavedRecords records, Kind kind, Clock clock) {
    this.records = records;
    this.kind = kind;
    this.clock = clock;
  }

  List<SavedRecord> list(Caller caller) {
    return records.list(kind, caller.id());
  }

  /**
   * One that the caller may see.
   *
   * @throws Problem of category ABSENT for any other
   */
  SavedRecord find(UUID id, Caller caller) {
    return records
        .find(kind, id)
        .filter(saved -> saved.shared() || isOwn(saved, caller))
        .orElseThrow(() -> absent(id));
  }

  /** Adds one of the caller. */
  SavedRecord add(String name, boolean shared, String content, Caller caller) {
    SavedRecord saved =
        new SavedRecord(
            UUID.randomUUID(),
            kind,
            caller.id(),
            caller.name(),
            Names.text("name", name, LONGEST_NAME),
            shared,
            content,
            clock.instant(),
            clock.instant());
    records.add(saved);
    return saved;
  }

  /**
   * Changes one.
   *
   * @throws Problem of category ABSENT or FORBIDDEN when the caller may not
   */
  SavedRecord change(UUID id, String name, boolean shared, String content, Caller caller) {
    SavedRecord old = changeable(id, caller);
    SavedRecord saved =
        old.with(Names.text("name", name, LONGEST_NAME), shared, content, clock.instant());
    if (!records.change(saved)) {
      throw absent(id);
    }
    return saved;
  }

  /**
   * Puts one aside.
   *
   * @throws Problem of category ABSENT or FORBIDDEN when the caller may not
   */
  void remove(UUID id, Caller caller) {
    SavedRecord old = changeable(id, caller);
    Instant now = clock.instant();
    records.remove(kind, old.id(), now);
    records.forgetRemoved(now.minus(UNTIL_FORGOTTEN));
  }

  /**
   * Brings one back.
   *
   * @throws Problem of category ABSENT or FORBIDDEN when the caller may not
   */
  SavedRecord restore(UUID id, Caller caller) {
    SavedRecord old =
        records
            .findRemoved(kind, id)
            .filter(saved -> saved.shared() || isOwn(saved, caller))
            .orElseThrow(() -> absent(id));
    refuseOthers(old, caller);
    records.restore(kind, id);
    return old;
  }

  /** One that the caller may see and change. */
  SavedRecord changeable(UUID id, Caller caller) {
    SavedRecord saved = find(id, caller);
    refuseOthers(saved, caller);
    return saved;
  }

  static boolean isOwn(SavedRecord saved, Caller caller) {
    return saved.ownerId().equals(caller.id());
  }

  static boolean mayChange(SavedRecord saved, Caller caller) {
    return caller.may(Role.ANALYST) && (isOwn(saved, caller) || caller.may(Role.ADMIN));
  }

  private static void refuseOthers(SavedRecord saved, Caller caller) {
    if (!mayChange(saved, caller)) {
      throw new Problem(
          "not_the_owner",
          Problem.Category.FORBIDDEN,
          "only " + saved.ownerName() + " and admins change this; make a copy of your own");
    }
  }

  private Problem absent(UUID id) {
    return Problem.absent(Names.of(kind) + "_absent", "there is no " + Names.of(kind) + " " + id);
  }
}
