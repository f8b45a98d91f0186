package io.vitrine.trust;

import io.vitrine.store.AllowedAttack;
import io.vitrine.store.SecurityRecords;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is no attack here although a rule says so. Thread-safe. */
final class AllowList {

  private final SecurityRecords records;
  private volatile List<AllowedAttack> entries;

  AllowList(SecurityRecords records) {
    this.records = records;
    this.entries = records.allowed();
  }

  List<AllowedAttack> entries() {
    return entries;
  }

  void add(AllowedAttack entry) {
    records.allow(entry);
    entries = records.allowed();
  }

  /** Whether there was one. */
  boolean remove(UUID id) {
    boolean removed = records.disallow(id);
    entries = records.allowed();
    return removed;
  }

  boolean allows(Exchange exchange, Suspicion suspicion) {
    return entries.stream().anyMatch(entry -> allows(entry, exchange, suspicion));
  }

  private static boolean allows(AllowedAttack entry, Exchange exchange, Suspicion suspicion) {
    return is(entry.kind(), suspicion.kind().wireName())
        && is(entry.rule(), suspicion.rule())
        && is(entry.place(), suspicion.part().where())
        && is(entry.address(), exchange.address())
        && (entry.path() == null || exchange.path().startsWith(entry.path()));
  }

  private static boolean is(@Nullable String wanted, @Nullable String given) {
    return wanted == null || wanted.equals(given);
  }
}
