package io.vitrine.shop;

import io.vitrine.model.Problem;
import io.vitrine.shop.forecast.BuyerGroup;
import java.util.List;
import java.util.Map;

/**
 * Buyers who came back before and have most likely left by now (chance below one half). The effect
 * is of what all of them would order in four weeks if they were buyers still, less what is expected
 * of them anyway. Rests on all whole days of the shop, whatever the period.
 */
final class LapsedBuyers implements Advisor {

  private static final int DAYS = 28;
  private static final double LEFT = 0.5;
  private static final double NORMAL_95 = 1.959963984540054;

  private final Lifetimes lifetimes;

  LapsedBuyers(Lifetimes lifetimes) {
    this.lifetimes = lifetimes;
  }

  @Override
  public List<Recommendation> advise(Advised about) {
    try {
      return advise(lifetimes.of(about.filters()));
    } catch (Problem tooFew) {
      if (tooFew.code().equals("lifetime_history")) {
        return List.of();
      }
      throw tooFew;
    }
  }

  private static List<Recommendation> advise(Lifetimes.Lifetime lifetime) {
    List<BuyerGroup> lapsed =
        lifetime.groups().stream()
            .filter(group -> group.repeats() > 0 && lifetime.rhythm().alive(group) < LEFT)
            .toList();
    double orders = lapsed.stream().mapToDouble(group -> orders(lifetime, group)).sum();
    if (orders <= 0) {
      return List.of();
    }
    double value =
        lapsed.stream()
            .mapToDouble(group -> orders(lifetime, group) * lifetime.orderValue(group))
            .sum();
    double reach = NORMAL_95 * value * Math.sqrt(2 / orders);
    double buyers = lapsed.stream().mapToDouble(BuyerGroup::buyers).sum();
    double silence =
        lapsed.stream().mapToDouble(group -> group.buyers() * (group.age() - group.recency())).sum()
            / buyers;
    return List.of(
        new Recommendation(
            Recommendation.Kind.LAPSED_BUYERS,
            Map.of("buyers", Math.round(buyers), "silence", silence, "orders", orders),
            new Recommendation.Effect(
                value,
                Math.max(0, value - reach),
                value + reach,
                Recommendation.Method.COMPOUND_POISSON),
            null,
            "/forecast"));
  }

  /** Orders that are lost because they left. */
  private static double orders(Lifetimes.Lifetime lifetime, BuyerGroup group) {
    return group.buyers()
        * (lifetime.rhythm().expectedIfAlive(group, DAYS)
            - lifetime.rhythm().expected(group, DAYS));
  }
}
