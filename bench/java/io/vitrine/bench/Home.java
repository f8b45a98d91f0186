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
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Home's questions over a year of events, beside plain SQL over the same file. */
@Command(
    name = "home",
    mixinStandardHelpOptions = true,
    description = "Home's questions over a year of events, beside plain SQL over the same file.")
final class Home implements Callable<Integer> {

  /** What adding up in another order may change; a cent in ten million is more. */
  private static final double SAME = 1e-10;

  private static final int READ = 200_000;
  private static final int PAGE = 10_000;

  @Option(names = "--events", defaultValue = "3000000", description = "About so many in the year.")
  private long events;

  @Option(names = "--days", defaultValue = "28", description = "Length of the asked period.")
  private int days;

  @Option(names = "--rounds", defaultValue = "3", description = "Times the store is opened.")
  private int rounds;

  @Option(names = "--repeat", defaultValue = "15", description = "Warm askings in a round.")
  private int repeat;

  @Option(names = "--budget", defaultValue = "PT3S", description = "Ends a round's warm askings.")
  private Duration budget = Duration.ofSeconds(3);

  @Option(names = "--fill-limit", defaultValue = "PT60M", description = "Longest filling.")
  private Duration fillLimit = Duration.ofMinutes(60);

  @Option(names = "--statements", required = true, hidden = true)
  private Path statements = Path.of("");

  @Mixin private Launch launch = new Launch();

  /** One question, asked in one way. */
  private static final class Timed {

    private final Samples cold = new Samples();
    private final Samples warm = new Samples();
    private Map<String, Double> sums = Map.of();
  }

  /** Asks a question and sums up each column of figures. */
  private interface Way {
    Map<String, Double> ask(HomeQuestions.Asked asked) throws SQLException;
  }

  private final Map<String, Timed> product = new LinkedHashMap<>();
  private final Map<String, Timed> plain = new LinkedHashMap<>();
  private final Samples together = new Samples();

  @Override
  public Integer call() throws IOException, SQLException {
    Filling filling = new Filling(launch.work().resolve("home-" + events));
    Properties filled = filling.fill(events, fillLimit);
    Period year = Filling.YEAR;
    Period period = new Period(year.to().minusDays(days - 1L), year.to());
    List<HomeQuestions.Asked> questions = HomeQuestions.of(period);
    for (int round = 0; round < rounds; round++) {
      Report.progress("round " + (round + 1) + " of " + rounds);
      askProduct(filling, questions, round);
      askPlain(filling, questions, round);
    }
    Report report = report(questions, filled);
    read(filling, report);
    report.print();
    return differences(questions).isEmpty() ? 0 : 1;
  }

  private void askProduct(Filling filling, List<HomeQuestions.Asked> questions, int round) {
    try (EventStore store = filling.open()) {
      Way way = asked -> sums(store.answer(asked.question()));
      askAll(questions, round, product, way);
      long end = System.nanoTime() + budget.toNanos();
      for (int i = 0; i < repeat && System.nanoTime() < end; i++) {
        together.add(atOnce(store, questions));
      }
    }
  }

  /** As the page does: everything at once, done when the last answer is there. */
  private static long atOnce(EventStore store, List<HomeQuestions.Asked> questions) {
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      questions.forEach(asked -> threads.execute(() -> store.answer(asked.question())));
    }
    return System.nanoTime() - start;
  }

  private void askPlain(Filling filling, List<HomeQuestions.Asked> questions, int round)
      throws IOException, SQLException {
    try (PlainSql sql = plain(filling)) {
      askAll(questions, round, plain, sql::sums);
    } catch (IllegalStateException e) {
      throw new IllegalStateException("the yardstick failed", e);
    }
  }

  private PlainSql plain(Filling filling) throws IOException, SQLException {
    return new PlainSql(
        filling.settings().folder(),
        statements,
        filling.settings().memory(),
        filling.settings().threads());
  }

  /** Each round starts with another question, so that none is always the first or the last. */
  private void askAll(
      List<HomeQuestions.Asked> questions, int round, Map<String, Timed> times, Way way) {
    int first = round * questions.size() / rounds;
    for (int i = 0; i < questions.size(); i++) {
      HomeQuestions.Asked asked = questions.get((first + i) % questions.size());
      Timed timed = times.computeIfAbsent(asked.name(), name -> new Timed());
      try {
        ask(asked, timed, way);
      } catch (SQLException e) {
        throw new IllegalStateException(asked.plain() + " in home.sql failed", e);
      }
    }
  }

  private void ask(HomeQuestions.Asked asked, Timed timed, Way way) throws SQLException {
    long end = System.nanoTime() + budget.toNanos();
    long start = System.nanoTime();
    timed.sums = way.ask(asked);
    timed.cold.add(System.nanoTime() - start);
    for (int i = 0; i == 0 || (i < repeat && System.nanoTime() < end); i++) {
      start = System.nanoTime();
      way.ask(asked);
      timed.warm.add(System.nanoTime() - start);
    }
  }

  private static Map<String, Double> sums(Answer answer) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int i = 0; i < answer.columns().size(); i++) {
      if (answer.columns().get(i).role() == Answer.Role.DIMENSION) {
        continue;
      }
      double sum = 0;
      for (List<?> row : answer.rows()) {
        sum += row.get(i) instanceof Number number ? number.doubleValue() : 0;
      }
      sums.put(answer.columns().get(i).name(), sum);
    }
    return sums;
  }

  private static Timed timed(Map<String, Timed> times, HomeQuestions.Asked asked) {
    Timed timed = times.get(asked.name());
    if (timed == null) {
      throw new IllegalStateException(asked.name() + " was not measured");
    }
    return timed;
  }

  private Report report(List<HomeQuestions.Asked> questions, Properties filled) {
    Report report =
        new Report(
            "home",
            "ms: question",
            "cold p50",
            "cold max",
            "warm p50",
            "warm p95",
            "plain cold p50",
            "plain p50",
            "plain p95",
            "plain / product",
            "figures");
    Map<String, Object> all = new LinkedHashMap<>();
    double slowest = 0;
    double slowestCold = 0;
    for (HomeQuestions.Asked asked : questions) {
      Timed ours = timed(product, asked);
      Timed theirs = timed(plain, asked);
      slowest = Math.max(slowest, ours.warm.millis(0.95));
      slowestCold = Math.max(slowestCold, ours.cold.millis(1));
      double ratio = theirs.warm.millis(0.5) / ours.warm.millis(0.5);
      report.row(
          asked.name(),
          Report.number(ours.cold.millis(0.5), 1),
          Report.number(ours.cold.millis(1), 1),
          Report.number(ours.warm.millis(0.5), 1),
          Report.number(ours.warm.millis(0.95), 1),
          Report.number(theirs.cold.millis(0.5), 1),
          Report.number(theirs.warm.millis(0.5), 1),
          Report.number(theirs.warm.millis(0.95), 1),
          Report.number(ratio, 1),
          difference(asked).isEmpty() ? "same" : "DIFFER");
      all.put(
          asked.name(),
          Map.of(
              "cold_ms_p50", ours.cold.millis(0.5),
              "warm_ms_p50", ours.warm.millis(0.5),
              "warm_ms_p95", ours.warm.millis(0.95),
              "plain_ms_p50", theirs.warm.millis(0.5),
              "plain_over_product", ratio));
    }
    report.row(
        "all at once",
        "",
        "",
        Report.number(together.millis(0.5), 1),
        Report.number(together.millis(0.95), 1),
        "",
        "",
        "",
        "",
        "");
    filled.forEach((name, value) -> report.figure(name.toString(), value));
    report.figure("days", days);
    report.figure("questions", all);
    report.figure("at_once_ms_p50", together.millis(0.5));
    report.figure("slowest_warm_ms_p95", slowest);
    report.figure("slowest_cold_ms", slowestCold);
    return report;
  }

  private List<String> differences(List<HomeQuestions.Asked> questions) {
    List<String> all = new ArrayList<>();
    questions.forEach(asked -> all.addAll(difference(asked)));
    all.forEach(Report::progress);
    if (!all.isEmpty()) {
      Report.progress(
          "the store may be of an older build: remove it from the folder of work and run again");
    }
    return all;
  }

  /** Where the yardstick's figures are not those of the product, of those that both have. */
  private List<String> difference(HomeQuestions.Asked asked) {
    Map<String, Double> ours = timed(product, asked).sums;
    Map<String, Double> theirs = timed(plain, asked).sums;
    List<String> different = new ArrayList<>();
    ours.forEach(
        (column, sum) -> {
          double other = theirs.getOrDefault(column, Double.NaN);
          if (!(Math.abs(sum - other) <= SAME * Math.max(1, Math.abs(sum)))) {
            different.add(asked.name() + ": " + column + " is " + sum + ", plainly " + other);
          }
        });
    return different;
  }

  /** Whole events in order, page by page, as a follower of the store reads them. */
  private void read(Filling filling, Report report) throws IOException, SQLException {
    long covered;
    double plainRate;
    try (PlainSql sql = plain(filling)) {
      Period year = Filling.YEAR;
      Period asked = new Period(year.to().minusDays(days - 1L), year.to());
      covered = sql.covered(asked) + sql.covered(asked.before());
      sql.rows(0, PAGE);
      long start = System.nanoTime();
      for (int from = PAGE; from < READ; from += PAGE) {
        if (sql.rows(from, PAGE) == 0) {
          throw new IllegalStateException("no rows behind " + from);
        }
      }
      plainRate = (READ - PAGE) / ((System.nanoTime() - start) / 1e9);
    }
    double rate = productRate(filling);
    report.row(
        "rows read/s",
        "",
        "",
        Report.number(rate, 0),
        "",
        "",
        Report.number(plainRate, 0),
        "",
        Report.number(rate / plainRate, 2),
        "");
    report.figure("rows_read_per_second", Math.round(rate));
    report.figure("plain_rows_read_per_second", Math.round(plainRate));
    report.figure("events_in_both_periods", covered);
    HomeQuestions.Asked main = HomeQuestions.of(Filling.YEAR).get(1);
    double seconds = timed(product, main).warm.millis(0.5) / 1e3;
    double plainSeconds = timed(plain, main).warm.millis(0.5) / 1e3;
    report.figure("main_chart_events_per_second", Math.round(covered / seconds));
    report.figure("plain_main_chart_events_per_second", Math.round(covered / plainSeconds));
    report.row(
        "main chart, events/s",
        "",
        "",
        Report.number(covered / seconds, 0),
        "",
        "",
        Report.number(covered / plainSeconds, 0),
        "",
        "",
        "");
  }

  private static double productRate(Filling filling) {
    try (EventStore store = filling.open()) {
      store.after(0, PAGE);
      long start = System.nanoTime();
      for (int from = PAGE; from < READ; from += PAGE) {
        if (store.after(from, PAGE).size() != PAGE) {
          throw new IllegalStateException("not " + PAGE + " events behind " + from);
        }
      }
      return (READ - PAGE) / ((System.nanoTime() - start) / 1e9);
    }
  }
}
