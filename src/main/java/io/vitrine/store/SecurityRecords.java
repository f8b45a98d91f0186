package io.vitrine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps findings of attacks and what is allowed. Thread-safe and durable. */
public interface SecurityRecords {

  /**
   * Adds findings, or brings count, time and status of known ones up to date; decisions about them
   * stay. All of it happens, or nothing.
   *
   * @param position sequence number up to which events were looked at; null when it is the same
   */
  void keep(Collection<SecurityFinding> findings, @Nullable Long position);

  /** Sequence number up to which events were looked at; empty before the first time. */
  Optional<Long> position();

  Optional<SecurityFinding> find(UUID id);

  /** The newest that are asked for, by their first time. */
  List<SecurityFinding> newest(Wanted wanted, @Nullable Mark before, int limit);

  /** Number of findings that are asked for. */
  long count(Wanted wanted);

  /** Requests in findings by class and severity, most first; false alarms are left out. */
  List<Tally> byKind(Instant from, Instant until);

  /** Requests in findings by hour and severity, in order; false alarms are left out. */
  List<HourTally> byHour(Instant from, Instant until);

  /** Findings, requests and sources by country, most first; false alarms are left out. */
  List<SourceTally> byCountry(Instant from, Instant until, int limit);

  /** The same by address. */
  List<SourceTally> byAddress(Instant from, Instant until, int limit);

  /** How findings of each rule were decided. */
  List<RuleTally> byRule(Instant from, Instant until);

  /**
   * Decides about a finding.
   *
   * @return false when there is none
   */
  boolean decide(UUID id, String state, @Nullable String note, String by, Instant at);

  /** Deletes what is older than a time, and the oldest beyond a number. */
  void forget(Instant before, int most);

  /** Everything that is allowed, the newest first. */
  List<AllowedAttack> allowed();

  void allow(AllowedAttack allowed);

  /**
   * Ends an entry of the list.
   *
   * @return false when there is none
   */
  boolean disallow(UUID id);

  /**
   * Which findings; null is any.
   *
   * @param text part of target, evidence, sample, address or user
   */
  record Wanted(
      @Nullable String kind,
      @Nullable String category,
      @Nullable String severity,
      @Nullable String state,
      @Nullable String origin,
      @Nullable String address,
      @Nullable String country,
      @Nullable String text,
      @Nullable Instant from,
      @Nullable Instant until) {}

  /** Place in the list of findings. */
  record Mark(Instant firstAt, UUID id) {}

  /** Counts of a class. */
  record Tally(String kind, String category, String severity, long findings, long requests) {}

  /** Counts of an hour. */
  record HourTally(Instant hour, String severity, long requests) {}

  /** Counts of a country or address. */
  record SourceTally(
      @Nullable String source,
      @Nullable String country,
      long addresses,
      long findings,
      long requests,
      Instant lastAt) {}

  /** Decisions about a rule. */
  record RuleTally(String kind, String rule, long findings, long real, long falseAlarms) {}
}
