package io.vitrine.shop;

import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What could be done, ranked by what it would bring for sure: the lower end of the effect's
 * interval. Nothing is recommended that the shop's figures do not call for beyond chance.
 */
@Component
class Recommendations {

  static final Comparator<Recommendation> LARGEST_FIRST =
      Comparator.comparingDouble(one -> -one.effect().low());

  private final Answers answers;
  private final WholeDays whole;
  private final List<Advisor> advisors;

  Recommendations(Answers answers, WholeDays whole, Lifetimes lifetimes, StoreSettings settings) {
    this.answers = answers;
    this.whole = whole;
    this.advisors =
        List.of(
            new ProductsThatConvertLess(),
            new RatesThatFell(),
            new PartsThatConvertLess(Recommendation.Kind.DEVICE_GAP, Dimension.DEVICE),
            new PartsThatConvertLess(
                Recommendation.Kind.BROWSER_GAP, Dimension.BROWSER, Dimension.DEVICE),
            new PartsThatConvertLess(Recommendation.Kind.COUNTRY_GAP, Dimension.COUNTRY),
            new PartsThatConvertLess(Recommendation.Kind.CAMPAIGN_GAP, Dimension.CAMPAIGN),
            new PartsThatConvertLess(Recommendation.Kind.LANDING_PAGE_GAP, Dimension.LANDING_PAGE),
            new RefundHeavyProducts(),
            new ErrorHours(settings.zone()),
            new LapsedBuyers(lifetimes));
  }

  /**
   * Recommendations from the whole days of a period, the surest effect first.
   *
   * @param filters what the figures are restricted to
   */
  List<Recommendation> about(Period asked, List<Filter> filters) {
    return known(asked)
        .map(period -> new Advised(answers, period, filters))
        .map(
            about ->
                advisors.stream()
                    .flatMap(advisor -> advisor.advise(about).stream())
                    .filter(one -> one.effect().expected() > 0)
                    .sorted(LARGEST_FIRST)
                    .toList())
        .orElse(List.of());
  }

  /** The days of the period that are whole. */
  Optional<Period> known(Period asked) {
    return whole.days().flatMap(days -> common(days, asked));
  }

  private static Optional<Period> common(Period one, Period other) {
    LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
    LocalDate to = one.to().isBefore(other.to()) ? one.to() : other.to();
    return to.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, to));
  }
}
