package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.store.FraudRecords.DayCount;
import io.vitrine.store.FraudRecords.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures about payments that were judged.
 *
 * @param payments judged
 * @param worth of all of them in the shop's currency
 * @param levels by level, from high to minimal
 * @param days by day of the shop's calendar
 * @param indicators the commonest first
 * @param quality of the scores, where people decided
 * @param due cases of that time that wait for a decision, as the queue of that time shows them
 * @param dueEver the same of all time
 * @param rulesVersion that holds now
 */
record FraudStats(
    Instant from,
    Instant until,
    long payments,
    double worth,
    List<LevelCount> levels,
    List<Day> days,
    List<IndicatorCount> indicators,
    Quality quality,
    long due,
    long dueEver,
    int rulesVersion) {

  private static final List<Level> LEVELS =
      List.of(Level.HIGH, Level.MEDIUM, Level.LOW, Level.MINIMAL);

  /**
   * Cases that wait for a decision.
   *
   * @param asked of the time that is asked about
   * @param ever of all time
   */
  record Due(long asked, long ever) {}

  /** Payments of a level. */
  @Schema(name = "FraudLevelCount")
  record LevelCount(String level, long payments, double worth) {}

  /** Payments of a day by level. */
  @Schema(name = "FraudDay")
  record Day(LocalDate day, long minimal, long low, long medium, long high) {}

  /**
   * An indicator.
   *
   * @param raised payments on which it spoke
   * @param fraud of them decided to be fraud
   * @param legit of them decided to be honest
   * @param precision fraud / (fraud + legit); null without any
   */
  @Schema(name = "FraudIndicatorCount")
  record IndicatorCount(
      String name, long raised, long fraud, long legit, @Nullable Double precision) {}

  static FraudStats of(
      Range range, List<DayCount> days, List<Told> told, Due due, RuleBook.Edition edition) {
    return new FraudStats(
        range.from(),
        range.until(),
        days.stream().mapToLong(DayCount::payments).sum(),
        days.stream().mapToDouble(DayCount::worth).sum(),
        LEVELS.stream().map(level -> level(Words.of(level), days)).toList(),
        byDay(days),
        indicators(told),
        Quality.of(decided(told), edition.rules()),
        due.asked(),
        due.ever(),
        edition.version());
  }

  private static LevelCount level(String level, List<DayCount> days) {
    List<DayCount> its = days.stream().filter(day -> day.level().equals(level)).toList();
    return new LevelCount(
        level,
        its.stream().mapToLong(DayCount::payments).sum(),
        its.stream().mapToDouble(DayCount::worth).sum());
  }

  private static List<Day> byDay(List<DayCount> counts) {
    Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
    counts.forEach(
        count ->
            days.computeIfAbsent(count.day(), day -> new LinkedHashMap<>())
                .put(count.level(), count.payments()));
    return days.entrySet().stream()
        .map(
            day ->
                new Day(
                    day.getKey(),
                    day.getValue().getOrDefault("minimal", 0L),
                    day.getValue().getOrDefault("low", 0L),
                    day.getValue().getOrDefault("medium", 0L),
                    day.getValue().getOrDefault("high", 0L)))
        .toList();
  }

  private static List<Quality.Decided> decided(List<Told> told) {
    return told.stream()
        .filter(one -> "fraud".equals(one.decision()) || "legit".equals(one.decision()))
        .map(one -> new Quality.Decided(one.score(), "fraud".equals(one.decision())))
        .toList();
  }

  private static List<IndicatorCount> indicators(List<Told> told) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    for (Told one : told) {
      for (String name : one.indicators().split(",", -1)) {
        if (!name.isEmpty()) {
          long[] count = counts.computeIfAbsent(name, none -> new long[3]);
          count[0]++;
          count[1] += "fraud".equals(one.decision()) ? 1 : 0;
          count[2] += "legit".equals(one.decision()) ? 1 : 0;
        }
      }
    }
    List<IndicatorCount> all = new ArrayList<>();
    counts.forEach((name, count) -> all.add(counted(name, count)));
    all.sort(Comparator.comparingLong(IndicatorCount::raised).reversed());
    return all;
  }

  private static IndicatorCount counted(String name, long[] count) {
    long decided = count[1] + count[2];
    return new IndicatorCount(
        name, count[0], count[1], count[2], decided == 0 ? null : (double) count[1] / decided);
  }
}
