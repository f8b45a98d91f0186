package io.vitrine.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vitrine.model.Answer;
import io.vitrine.model.BuyerHistories;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.shop.forecast.BuyerGroup;
import io.vitrine.shop.forecast.BuyingRhythm;
import io.vitrine.shop.forecast.OrderValue;
import io.vitrine.store.Answers;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the buyers of the shop will still bring, from how often and how lately they bought. Money is
 * the order ledger's. Tested on the last 90 days, which a second fit does not know.
 */
@Component
class Lifetimes {

  private static final int HELD_OUT = 90;
  private static final int FEWEST_BUYERS = 100;
  private static final int FEWEST_REPEATERS = 30;

  private final Answers answers;
  private final WholeDays whole;
  private final Cache<Asked, Lifetime> kept = Caffeine.newBuilder().maximumSize(20).build();

  Lifetimes(Answers answers, WholeDays whole) {
    this.answers = answers;
    this.whole = whole;
  }

  private record Asked(Period period, List<BuyerGroup> groups, @Nullable List<BuyerGroup> before) {}

  /**
   * The buyers, the models and the test of them.
   *
   * @param period whose orders are known
   * @param groups buyers who are alike
   * @param rhythm when they buy
   * @param value what their orders are worth
   * @param test of the models on days that they did not know; null when the history is too short
   */
  record Lifetime(
      Period period,
      List<BuyerGroup> groups,
      BuyingRhythm rhythm,
      OrderValue value,
      @Nullable Test test) {

    double buyers() {
      return groups.stream().mapToDouble(BuyerGroup::buyers).sum();
    }

    double expectedOrders(BuyerGroup group, int days) {
      return group.buyers() * rhythm.expected(group, days);
    }

    double expectedValue(BuyerGroup group, int days) {
      return expectedOrders(group, days) * orderValue(group);
    }

    /** Expected amount of a further order of such a buyer. */
    double orderValue(BuyerGroup group) {
      return value.expected(group.repeats() + 1, group.meanValue());
    }
  }

  /**
   * Orders that were expected of the buyers known then, and those that came.
   *
   * @param period that the models did not know
   */
  record Test(Period period, double buyers, double expected, double actual) {}

  /**
   * Fits the models to all whole days of the shop.
   *
   * @param filters which orders count
   * @throws Problem when too few bought, or bought again, for the models to say anything
   */
  Lifetime of(List<Filter> filters) {
    Period known = whole.days().orElseThrow(() -> tooFew(0, 0));
    List<BuyerGroup> groups = groups(new BuyerHistories(known, filters));
    refuseFew(groups);
    List<BuyerGroup> before =
        known.days() < 2L * HELD_OUT ? null : groups(new BuyerHistories(past(known), filters));
    return kept.get(new Asked(known, groups, before), Lifetimes::computed);
  }

  private static Period past(Period known) {
    return new Period(known.from(), known.to().minusDays(HELD_OUT));
  }

  private List<BuyerGroup> groups(BuyerHistories question) {
    Answer answer = answers.ask(question);
    return IntStream.range(0, answer.rows().size()).mapToObj(row -> group(answer, row)).toList();
  }

  private static BuyerGroup group(Answer answer, int row) {
    return new BuyerGroup(
        number(answer, row, "buyers"),
        (int) number(answer, row, "repeats"),
        number(answer, row, "recency"),
        number(answer, row, "age"),
        number(answer, row, "mean_value"));
  }

  private static double number(Answer answer, int row, String column) {
    return answer.value(row, column) instanceof Number value ? value.doubleValue() : Double.NaN;
  }

  private static Lifetime computed(Asked asked) {
    List<BuyerGroup> before = asked.before();
    return new Lifetime(
        asked.period(),
        asked.groups(),
        BuyingRhythm.fitted(asked.groups()),
        OrderValue.fitted(asked.groups()),
        before == null || isTooFew(before) ? null : test(asked.period(), asked.groups(), before));
  }

  private static Test test(Period known, List<BuyerGroup> after, List<BuyerGroup> before) {
    BuyingRhythm rhythm = BuyingRhythm.fitted(before);
    double expected =
        before.stream()
            .mapToDouble(group -> group.buyers() * rhythm.expected(group, HELD_OUT))
            .sum();
    double actual =
        orders(after.stream().filter(group -> group.age() >= HELD_OUT).toList()) - orders(before);
    return new Test(
        new Period(past(known).to().plusDays(1), known.to()),
        before.stream().mapToDouble(BuyerGroup::buyers).sum(),
        expected,
        actual);
  }

  private static double orders(List<BuyerGroup> groups) {
    return groups.stream().mapToDouble(group -> group.buyers() * (group.repeats() + 1)).sum();
  }

  private static double buyers(List<BuyerGroup> groups, int leastRepeats) {
    return groups.stream()
        .filter(group -> group.repeats() >= leastRepeats)
        .mapToDouble(BuyerGroup::buyers)
        .sum();
  }

  private static boolean isTooFew(List<BuyerGroup> groups) {
    return buyers(groups, 0) < FEWEST_BUYERS || buyers(groups, 1) < FEWEST_REPEATERS;
  }

  private static void refuseFew(List<BuyerGroup> groups) {
    if (isTooFew(groups)) {
      throw tooFew(buyers(groups, 0), buyers(groups, 1));
    }
  }

  private static Problem tooFew(double buyers, double repeaters) {
    return new Problem(
        "lifetime_history",
        Problem.Category.CONFLICT,
        "lifetime value needs %d buyers of whom %d bought on two days or more; the shop has %.0f and %.0f"
            .formatted(FEWEST_BUYERS, FEWEST_REPEATERS, buyers, repeaters));
  }
}
