package io.vitrine.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Finding;
import io.vitrine.model.Period;
import io.vitrine.store.Answers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a day is called strange in shops in which nothing happened; revenue and visitors
 * together. The pages state these rates where they explain the rule.
 */
class FalseAlarmsTest {

  private static final long SEED = 20261122;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final int DAYS_OF_HISTORY = 56;
  private static final int MONTHS = 2_400;
  private static final double DAYS_IN_A_MONTH = 365.25 / 12;

  @ParameterizedTest(name = "{0} orders a day, restless by {1}: at most {2} a month")
  @CsvSource({
    "11, 0, 0.1",
    "100, 0, 0.1",
    "2000, 0, 0.1",
    "11, 0.1, 0.65",
    "100, 0.1, 0.65",
    "2000, 0.1, 0.65"
  })
  void anUneventfulShopIsSeldomAlarmed(double orders, double restlessness, double most) {
    LocalDate last = FIRST.plusDays(DAYS_OF_HISTORY + Math.round(MONTHS * DAYS_IN_A_MONTH));
    SimulatedShop shop = new SimulatedShop(new Period(FIRST, last), orders, restlessness, SEED);
    Answers answers = new Answers(shop, Clock.systemUTC(), ZoneOffset.UTC);
    List<Finding> alarms =
        new StrangeDays(answers).in(new Period(FIRST.plusDays(DAYS_OF_HISTORY), last));
    double rate = (double) alarms.size() / MONTHS;
    System.out.println(
        "FalseAlarmsTest: %s orders a day, restless by %s: %.3f a month"
            .formatted(orders, restlessness, rate));
    assertThat(rate).as("false alarms a month, seed " + SEED).isLessThanOrEqualTo(most);
  }
}
