package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableFormat;
import io.vitrine.store.Appended;
import io.vitrine.store.EventStore;
import io.vitrine.store.Extent;
import io.vitrine.store.LogStretch;
import io.vitrine.store.RequestStretch;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.Stretch;
import io.vitrine.store.ValueCount;
import io.vitrine.store.Watermark;
import io.vitrine.store.past.Imports;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * Days of a shop in which nothing ever happens: a weekly rhythm and chance. Orders and visitors of
 * a day are Poisson about a mean that itself moves from day to day by a gamma distribution, which
 * together is negative binomial; amounts of orders are exponential. It answers trends by day.
 */
final class SimulatedShop implements EventStore {

  private static final double[] WEEK = {1.0, 0.9, 0.95, 1.0, 1.2, 1.3, 0.65};
  private static final int VISITORS_PER_ORDER = 40;
  private static final double MEAN_AMOUNT = 60;
  private static final int MANY = 500;

  private final Period days;
  private final List<Map<Metric, Double>> figures = new ArrayList<>();
  private final Random random;

  /**
   * @param orders a day, on average
   * @param restlessness standard deviation of a day's mean, relative to it; 0 for chance alone
   */
  SimulatedShop(Period days, double orders, double restlessness, long seed) {
    this.days = days;
    this.random = new Random(seed);
    days.from().datesUntil(days.to().plusDays(1)).forEach(day -> live(day, orders, restlessness));
  }

  private void live(LocalDate day, double orders, double restlessness) {
    double mean = orders * WEEK[day.getDayOfWeek().getValue() - 1] * factor(restlessness);
    long count = poisson(mean);
    figures.add(
        Map.of(
            Metric.ORDERS, (double) count,
            Metric.REVENUE, exponentials(count) * MEAN_AMOUNT,
            Metric.VISITORS, (double) poisson(mean * VISITORS_PER_ORDER)));
  }

  /** Gamma with mean 1, as the mean of so many exponential values. */
  private double factor(double restlessness) {
    if (restlessness == 0) {
      return 1;
    }
    long shape = Math.round(1 / (restlessness * restlessness));
    return exponentials(shape) / shape;
  }

  /** Sum of so many; that of very many is as good as normal. */
  private double exponentials(long count) {
    if (count > MANY) {
      return count + Math.sqrt((double) count) * random.nextGaussian();
    }
    double sum = 0;
    for (long i = 0; i < count; i++) {
      sum += exponential();
    }
    return sum;
  }

  private double exponential() {
    return -Math.log(1 - random.nextDouble());
  }

  /** By counting arrivals; a large one is as good as normal. */
  private long poisson(double mean) {
    if (mean > MANY) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    long count = 0;
    for (double time = exponential(); time < mean; time += exponential()) {
      count++;
    }
    return count;
  }

  @Override
  public Answer answer(Question question) {
    if (!(question instanceof Question.Trend trend) || !(trend.period() instanceof Period asked)) {
      throw new UnsupportedOperationException();
    }
    List<List<Object>> rows = new ArrayList<>();
    asked
        .from()
        .datesUntil(asked.to().plusDays(1))
        .forEach(day -> rows.add(row(day, trend.metrics())));
    return new Answer(columns(trend.metrics()), rows, meta(asked));
  }

  private List<Object> row(LocalDate day, List<Metric> metrics) {
    Map<Metric, Double> known = figures.get((int) (day.toEpochDay() - days.from().toEpochDay()));
    List<Object> row = new ArrayList<>();
    metrics.forEach(metric -> row.add(known.getOrDefault(metric, 0.0)));
    return row;
  }

  private static List<Answer.Column> columns(List<Metric> metrics) {
    return metrics.stream()
        .map(
            metric ->
                new Answer.Column(
                    metric.wireName(), Answer.Type.DECIMAL, Answer.Role.METRIC, metric.unit()))
        .toList();
  }

  private static Answer.Meta meta(Period asked) {
    return new Answer.Meta(
        1,
        null,
        Currency.getInstance("EUR"),
        ZoneId.of("UTC"),
        asked,
        null,
        false,
        Answer.Source.DERIVED,
        null,
        List.of());
  }

  @Override
  public Watermark watermark() {
    return new Watermark(1, days.to().atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Override
  public long count(ShopTable table, Period period) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void export(ShopTable table, Period period, TableFormat format, OutputStream out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Appended append(List<Event> events) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredEvent> after(long sequence, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Stretch after(long sequence, int limit, Collection<String> types) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LogStretch logsAfter(long sequence, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RequestStretch requestsAfter(long sequence, Instant since, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public java.util.Map<io.vitrine.store.ErrorGroup, java.time.Instant> firstSeen(
      Collection<String> messages) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Long> about(io.vitrine.model.Person person) {
    throw new UnsupportedOperationException();
  }

  @Override
  public io.vitrine.store.Erased toErase(io.vitrine.model.Person person) {
    throw new UnsupportedOperationException();
  }

  @Override
  public io.vitrine.store.Erased erase(io.vitrine.model.Person person) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long dropLogs(io.vitrine.model.EventType type, java.time.Instant before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredEvent> find(Collection<Long> sequences) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ValueCount> values(Dimension dimension, String containing, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Imports imports() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void derive(DoubleConsumer progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public io.vitrine.store.SqlConsole console() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Extent extent() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
