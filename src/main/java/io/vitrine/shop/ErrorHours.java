package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Question;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Hours in which the shop's services failed most, and the purchases that they cost: the tenth of
 * all hours with the highest error rate beside the others. Within hours of the day, so that a busy
 * evening is not set beside a quiet night; put together by Mantel and Haenszel's weights, with the
 * variance of Greenland and Robins (1985, Biometrics 41: 55-68).
 */
final class ErrorHours implements Advisor {

  private static final int HOURS = 24;
  private static final int FEWEST_HOURS = 240;
  private static final int FEWEST_LOGS = 20;
  private static final double WORST = 0.9;
  private static final double NORMAL_95 = 1.959963984540054;

  private final ZoneId zone;

  ErrorHours(ZoneId zone) {
    this.zone = zone;
  }

  /** Sessions and purchases of bad and other hours at one hour of the day. */
  private static final class Stratum {
    private double badSessions;
    private double badBought;
    private double sessions;
    private double bought;

    private double weight() {
      double all = badSessions + sessions;
      return all == 0 ? 0 : badSessions * sessions / all;
    }

    private double difference() {
      return badSessions == 0 || sessions == 0 ? 0 : bought / sessions - badBought / badSessions;
    }

    private double variance() {
      return badSessions == 0 || sessions == 0
          ? 0
          : scatter(badBought, badSessions) + scatter(bought, sessions);
    }

    private static double scatter(double bought, double sessions) {
      return bought * (sessions - bought) / (sessions * sessions * sessions);
    }
  }

  @Override
  public List<Recommendation> advise(Advised about) {
    if (!about.filters().isEmpty()) {
      return List.of();
    }
    Question question =
        about.trend(
            Grain.HOUR,
            List.of(),
            Metric.SESSIONS,
            Metric.PURCHASE_SESSIONS,
            Metric.LOGS,
            Metric.ERRORS);
    Answer answer = about.ask(question);
    List<Figures> hours =
        IntStream.range(0, answer.rows().size())
            .mapToObj(row -> new Figures(answer, row))
            .filter(row -> row.now(Metric.LOGS) >= FEWEST_LOGS)
            .toList();
    if (hours.size() < FEWEST_HOURS) {
      return List.of();
    }
    double[] rates = hours.stream().mapToDouble(ErrorHours::rate).sorted().toArray();
    double limit = rates[(int) (WORST * rates.length)];
    return limit <= 0 ? List.of() : judged(about, question, hours, limit);
  }

  private static double rate(Figures hour) {
    return hour.now(Metric.ERRORS) / hour.now(Metric.LOGS);
  }

  private List<Recommendation> judged(
      Advised about, Question question, List<Figures> hours, double limit) {
    Stratum[] strata = new Stratum[HOURS];
    Arrays.setAll(strata, hour -> new Stratum());
    hours.forEach(row -> add(strata[hourOfDay(row)], row, rate(row) >= limit));
    double weights = Arrays.stream(strata).mapToDouble(Stratum::weight).sum();
    double sessions = Arrays.stream(strata).mapToDouble(one -> one.badSessions).sum();
    if (weights == 0) {
      return List.of();
    }
    double difference =
        Arrays.stream(strata).mapToDouble(one -> one.weight() * one.difference()).sum() / weights;
    double variance =
        Arrays.stream(strata).mapToDouble(one -> one.weight() * one.weight() * one.variance()).sum()
            / (weights * weights);
    double reach = NORMAL_95 * Math.sqrt(variance);
    if (difference - reach <= 0) {
      return List.of();
    }
    double each = sessions * about.orderValue();
    return List.of(
        new Recommendation(
            Recommendation.Kind.ERROR_HOURS,
            Map.of(
                "limit",
                limit,
                "hours",
                hours.stream().filter(row -> rate(row) >= limit).count(),
                "sessions",
                Math.round(sessions),
                "difference",
                difference),
            new Recommendation.Effect(
                    each * difference,
                    each * (difference - reach),
                    each * (difference + reach),
                    Recommendation.Method.STRATIFIED_DIFFERENCE)
                .times(about.toFourWeeks()),
            question,
            "/"));
  }

  private int hourOfDay(Figures row) {
    Object bucket = row.answer().rows().get(row.row()).getFirst();
    return bucket instanceof Instant at ? at.atZone(zone).getHour() : 0;
  }

  private static void add(Stratum stratum, Figures row, boolean bad) {
    if (bad) {
      stratum.badSessions += row.now(Metric.SESSIONS);
      stratum.badBought += row.now(Metric.PURCHASE_SESSIONS);
      return;
    }
    stratum.sessions += row.now(Metric.SESSIONS);
    stratum.bought += row.now(Metric.PURCHASE_SESSIONS);
  }
}
