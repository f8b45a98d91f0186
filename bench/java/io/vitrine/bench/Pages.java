package io.vitrine.bench;

import io.vitrine.model.Answer;
import io.vitrine.model.Period;
import io.vitrine.store.EventStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The questions of the shop's pages, beside PostgreSQL with the same tables. */
@Command(
    name = "shop",
    mixinStandardHelpOptions = true,
    description =
        "The questions of the shop's pages, beside PostgreSQL with the product's tables and with the"
            + " events alone.")
final class Pages implements Callable<Integer> {

  /** What adding up in another order may change. */
  private static final double SAME = 1e-9;

  @Option(names = "--events", defaultValue = "3000000", description = "About so many in the year.")
  private long events;

  @Option(names = "--days", defaultValue = "90", description = "Length of the asked period.")
  private int days;

  @Option(names = "--repeat", defaultValue = "15", description = "Warm askings of each question.")
  private int repeat;

  @Option(names = "--statements", required = true, hidden = true)
  private Path statements = Path.of("");

  @Option(names = "--postgres", required = true, hidden = true)
  private String postgres = "";

  @Option(names = "--password", required = true, hidden = true)
  private String password = "";

  @Option(names = "--exchange", required = true, hidden = true)
  private Path exchange = Path.of("");

  @Option(names = "--alone", description = "Without PostgreSQL.")
  private boolean alone;

  @Mixin private Launch launch = new Launch();

  /** One question, asked of one of the two. */
  private static final class Timed {

    private double cold;
    private final Samples warm = new Samples();
    private Map<String, Double> sums = Map.of();
  }

  /** What PostgreSQL needs, from the product's tables and from the events themselves. */
  private record Theirs(Map<String, Timed> derived, Map<String, Timed> events) {}

  private interface Way {
    Map<String, Double> ask(PageQuestions.Asked asked) throws SQLException;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Filling filling = new Filling(launch.work().resolve("home-" + events));
    filling.fill(events, Duration.ofMinutes(60));
    Period year = Filling.YEAR;
    Period period = new Period(year.to().minusDays(days - 1L), year.to());
    List<PageQuestions.Asked> questions = PageQuestions.of(period, year);
    try (EventStore whole = filling.open()) {
      whole.answer(PageQuestions.ofAll(year));
      Report.progress(whole.watermark().sequence() + " events");
    }
    Theirs theirs = alone ? new Theirs(Map.of(), Map.of()) : ofPostgres(filling, questions);
    Report.progress("asking the product");
    try (EventStore store = filling.open()) {
      Map<String, Timed> ours = askAll(questions, asked -> sums(store.answer(asked.question())));
      return report(questions, ours, theirs);
    }
  }

  /** What PostgreSQL says to those questions that shop.sql asks too. */
  private Theirs ofPostgres(Filling filling, List<PageQuestions.Asked> questions)
      throws IOException, SQLException {
    try (Postgres yardstick = new Postgres(postgres, password, statements)) {
      Path store = filling.settings().folder().resolve("events.duckdb");
      yardstick.fill(store, filling.filledAt(), exchange);
      Report.progress("asking PostgreSQL");
      List<PageQuestions.Asked> known =
          questions.stream().filter(asked -> yardstick.knows(asked.name())).toList();
      Map<String, Timed> derived =
          askAll(known, asked -> yardstick.sums(asked.name(), asked.period()));
      List<PageQuestions.Asked> raw =
          known.stream().filter(asked -> yardstick.knows(Postgres.ofEvents(asked.name()))).toList();
      return new Theirs(
          derived,
          askAll(raw, asked -> yardstick.sums(Postgres.ofEvents(asked.name()), asked.period())));
    }
  }

  private Map<String, Timed> askAll(List<PageQuestions.Asked> questions, Way way)
      throws SQLException {
    Map<String, Timed> all = new LinkedHashMap<>();
    for (PageQuestions.Asked asked : questions) {
      Timed timed = new Timed();
      long start = System.nanoTime();
      timed.sums = way.ask(asked);
      timed.cold = (System.nanoTime() - start) / 1e6;
      for (int i = 0; i < repeat; i++) {
        start = System.nanoTime();
        way.ask(asked);
        timed.warm.add(System.nanoTime() - start);
      }
      all.put(asked.name(), timed);
    }
    return all;
  }

  private static Map<String, Double> sums(Answer answer) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < answer.columns().size(); i++) {
      for (List<?> row : answer.rows()) {
        if (row.get(i) instanceof Number number) {
          sums.merge(answer.columns().get(i).name(), number.doubleValue(), Double::sum);
        }
      }
    }
    return sums;
  }

  private static int report(
      List<PageQuestions.Asked> questions, Map<String, Timed> ours, Theirs theirs) {
    Report report =
        new Report(
            "shop",
            "page",
            "ms: question",
            "cold",
            "p50",
            "p95",
            "PostgreSQL cold",
            "p50",
            "p95",
            "/ product",
            "from events p50",
            "/ product",
            "figures");
    List<String> different = new ArrayList<>();
    Samples ratios = new Samples();
    Samples ofEvents = new Samples();
    Map<String, Object> figures = new LinkedHashMap<>();
    double slowest = 0;
    for (PageQuestions.Asked asked : questions) {
      Timed us = Objects.requireNonNull(ours.get(asked.name()));
      slowest = Math.max(slowest, us.warm.millis(0.95));
      Map<String, Double> times = new LinkedHashMap<>();
      times.put("cold_ms", us.cold);
      times.put("warm_ms_p50", us.warm.millis(0.5));
      times.put("warm_ms_p95", us.warm.millis(0.95));
      figures.put(asked.name(), times);
      Timed them = theirs.derived.get(asked.name());
      if (them == null) {
        row(report, asked, us, "", "", "", "", "", "", "");
        continue;
      }
      List<String> differences =
          new ArrayList<>(differences(asked.name(), "PostgreSQL", us.sums, them.sums));
      Timed raw = theirs.events.get(asked.name());
      String rawTime = "";
      String rawRatio = "";
      if (raw != null) {
        differences.addAll(differences(asked.name(), "PostgreSQL's events", us.sums, raw.sums));
        double ratio = raw.warm.millis(0.5) / us.warm.millis(0.5);
        ofEvents.add((long) (ratio * 1e6));
        times.put("postgres_events_ms_p50", raw.warm.millis(0.5));
        times.put("postgres_events_over_product", ratio);
        rawTime = Report.number(raw.warm.millis(0.5), 1);
        rawRatio = Report.number(ratio, 1);
      }
      different.addAll(differences);
      double ratio = them.warm.millis(0.5) / us.warm.millis(0.5);
      ratios.add((long) (ratio * 1e6));
      times.put("postgres_ms_p50", them.warm.millis(0.5));
      times.put("postgres_over_product", ratio);
      row(
          report,
          asked,
          us,
          Report.number(them.cold, 1),
          Report.number(them.warm.millis(0.5), 1),
          Report.number(them.warm.millis(0.95), 1),
          Report.number(ratio, 1),
          rawTime,
          rawRatio,
          differences.isEmpty() ? "same" : "DIFFER");
    }
    different.forEach(Report::progress);
    report.figure("questions", figures);
    report.figure("slowest_warm_ms_p95", slowest);
    if (!theirs.derived.isEmpty()) {
      report.figure("median_ratio", ratios.millis(0.5));
      report.figure("median_ratio_of_events", ofEvents.millis(0.5));
      report.row(
          "all",
          "median",
          "",
          "",
          "",
          "",
          "",
          "",
          Report.number(ratios.millis(0.5), 1),
          "",
          Report.number(ofEvents.millis(0.5), 1),
          "");
    }
    report.print();
    return different.isEmpty() ? 0 : 1;
  }

  private static void row(Report report, PageQuestions.Asked asked, Timed us, String... theirs) {
    List<String> cells = new ArrayList<>();
    cells.add(asked.page());
    cells.add(asked.name());
    cells.add(Report.number(us.cold, 1));
    cells.add(Report.number(us.warm.millis(0.5), 1));
    cells.add(Report.number(us.warm.millis(0.95), 1));
    cells.addAll(List.of(theirs));
    report.row(cells.toArray(String[]::new));
  }

  /** Where PostgreSQL's figures are not those of the product; it may leave some out. */
  private static List<String> differences(
      String question, String whose, Map<String, Double> ours, Map<String, Double> theirs) {
    List<String> different = new ArrayList<>();
    theirs.forEach(
        (column, sum) -> {
          double own = ours.getOrDefault(column, Double.NaN);
          if (!(Math.abs(sum - own) <= SAME * Math.max(1, Math.abs(sum)))) {
            different.add(question + ": " + column + " is " + own + ", of " + whose + " " + sum);
          }
        });
    return different;
  }
}
