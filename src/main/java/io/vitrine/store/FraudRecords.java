package io.vitrine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the scores of payments, cases, rules and lists. Thread-safe and durable. */
public interface FraudRecords {

  /**
   * Which scores.
   *
   * @param from first instant
   * @param until instant after the last
   * @param state none, open, assigned, decided, due for open or assigned; empty for all
   * @param least least score
   * @param text part of the transaction's id, account, e-mail or address; empty for all
   * @param worstFirst by score; otherwise the newest first
   */
  record Selection(
      Instant from, Instant until, String state, double least, String text, boolean worstFirst) {}

  /** Payments of a day and level; worth in the shop's currency. */
  record DayCount(LocalDate day, String level, long payments, double worth) {}

  /** What spoke, how much, and what was decided. */
  record Told(String indicators, double score, @Nullable String decision) {}

  /**
   * Adds scores, or changes those of the same transactions and leaves what was decided, and notes
   * how far the events were judged: all of it or nothing.
   *
   * @param until sequence number of the last event that was looked at; null to leave it
   */
  void keep(List<FraudRecord> scores, @Nullable Long until);

  /** Sequence number of the last event that was looked at; 0 at first. */
  long judgedUntil();

  Optional<FraudRecord> get(String id);

  List<FraudRecord> list(Selection selection, int limit, long skip);

  long count(Selection selection);

  /** Counts by day and level. */
  List<DayCount> days(Instant from, Instant until);

  /** Every score of a time on which an indicator spoke or that was decided. */
  List<Told> told(Instant from, Instant until);

  /** Transactions that were decided to be fraud or legit, with the decision. */
  Map<String, String> decided();

  /** Other payments with a party in common, the newest first. */
  List<FraudRecord> linked(FraudRecord score, int limit);

  /**
   * Changes state, assignee, decision and note as the record says, and replaces the entries that
   * come from it.
   */
  void decide(FraudRecord changed, List<FraudEntryRecord> entries);

  /** Deletes scores of level minimal without a decision before an instant. */
  void forget(Instant before);

  /** Every form of the rules, the newest first. */
  List<FraudRulesRecord> rules();

  /**
   * Adds a form.
   *
   * @return false when that version exists already
   */
  boolean add(FraudRulesRecord rules);

  /** All entries, the newest first. */
  List<FraudEntryRecord> entries();

  /** Takes an entry off its list. */
  void removeEntry(String link, String entry);
}
