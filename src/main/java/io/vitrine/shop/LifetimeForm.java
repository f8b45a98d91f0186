package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.shop.forecast.BuyerGroup;
import io.vitrine.store.StoreSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expected lifetime value as JSON. An order is a day on which somebody ordered.
 *
 * @param currency of amounts
 * @param period whose orders are known
 * @param buyers distinct buyers
 * @param repeaters those of them with orders on two days or more
 * @param rhythm parameters of the BG/NBD model, in days
 * @param value parameters of the gamma-gamma model, in money
 * @param newBuyer what a new buyer brings in the first year
 * @param ahead what all buyers will bring in the next 28, 90 and 365 days
 * @param segments the same by how often and how lately they bought
 * @param test orders expected of the buyers known 90 days before the end, and those that came; null
 *     while the history is too short
 */
@Schema(name = "Lifetime")
record LifetimeForm(
    String currency,
    SpanForm period,
    double buyers,
    double repeaters,
    RhythmForm rhythm,
    ValueForm value,
    NewBuyerForm newBuyer,
    List<AheadForm> ahead,
    List<SegmentForm> segments,
    @Nullable TestForm test) {

  private static final int[] HORIZONS = {28, 90, 365};

  /** Parameters of the model of buying and leaving. */
  @Schema(name = "BuyingRhythm")
  record RhythmForm(double r, double alpha, double a, double b) {}

  /** Parameters of the model of amounts. */
  @Schema(name = "OrderValue")
  record ValueForm(double p, double q, double gamma) {}

  /** The first year of a new buyer: the first order, repeats, and the value of all of them. */
  @Schema(name = "NewBuyer")
  record NewBuyerForm(double meanOrder, double repeats, double value) {}

  /** What is expected in some days. */
  @Schema(name = "LifetimeAhead")
  record AheadForm(int days, double orders, double value) {}

  /**
   * Buyers of a kind.
   *
   * @param frequency 1, 2, 3-4 or 5+ days with an order
   * @param recency 0-30, 31-90, 91-180 or 181+ days since the last
   * @param alive mean chance that they still are buyers
   */
  @Schema(name = "LifetimeSegment")
  record SegmentForm(
      String frequency, String recency, double buyers, double alive, List<AheadForm> ahead) {}

  /** Test of the model. */
  @Schema(name = "LifetimeTest")
  record TestForm(SpanForm period, double buyers, double expected, double actual) {}

  static LifetimeForm of(Lifetimes.Lifetime lifetime, StoreSettings settings) {
    var rhythm = lifetime.rhythm();
    var value = lifetime.value();
    double mean = value.expected(0, Double.NaN);
    double repeats = rhythm.expectedOfNewBuyer(365);
    return new LifetimeForm(
        settings.currency().getCurrencyCode(),
        SpanForm.of(lifetime.period()),
        lifetime.buyers(),
        lifetime.groups().stream()
            .filter(group -> group.repeats() > 0)
            .mapToDouble(BuyerGroup::buyers)
            .sum(),
        new RhythmForm(rhythm.r(), rhythm.alpha(), rhythm.a(), rhythm.b()),
        new ValueForm(value.p(), value.q(), value.gamma()),
        new NewBuyerForm(mean, repeats, mean * (1 + repeats)),
        ahead(lifetime, lifetime.groups()),
        segments(lifetime),
        test(lifetime.test()));
  }

  private static List<AheadForm> ahead(Lifetimes.Lifetime lifetime, List<BuyerGroup> groups) {
    return Arrays.stream(HORIZONS)
        .mapToObj(
            days ->
                new AheadForm(
                    days,
                    groups.stream()
                        .mapToDouble(group -> lifetime.expectedOrders(group, days))
                        .sum(),
                    groups.stream()
                        .mapToDouble(group -> lifetime.expectedValue(group, days))
                        .sum()))
        .toList();
  }

  private static List<SegmentForm> segments(Lifetimes.Lifetime lifetime) {
    return Stream.of(Often.values())
        .flatMap(
            often -> Stream.of(Lately.values()).map(lately -> segment(lifetime, often, lately)))
        .filter(segment -> segment.buyers() > 0)
        .toList();
  }

  private static SegmentForm segment(Lifetimes.Lifetime lifetime, Often often, Lately lately) {
    List<BuyerGroup> groups =
        lifetime.groups().stream()
            .filter(group -> often.holds(group) && lately.holds(group))
            .toList();
    double buyers = groups.stream().mapToDouble(BuyerGroup::buyers).sum();
    double alive =
        groups.stream().mapToDouble(group -> group.buyers() * lifetime.rhythm().alive(group)).sum();
    return new SegmentForm(
        often.label(), lately.label(), buyers, alive / buyers, ahead(lifetime, groups));
  }

  private static @Nullable TestForm test(Lifetimes.@Nullable Test test) {
    return test == null
        ? null
        : new TestForm(SpanForm.of(test.period()), test.buyers(), test.expected(), test.actual());
  }
}
