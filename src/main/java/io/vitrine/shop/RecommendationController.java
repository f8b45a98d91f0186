package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.StoreSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What could be done for the shop. */
@RestController
class RecommendationController {

  private final Recommendations recommendations;
  private final StoreSettings settings;

  RecommendationController(Recommendations recommendations, StoreSettings settings) {
    this.recommendations = recommendations;
    this.settings = settings;
  }

  /**
   * What the recommendations are to rest on.
   *
   * @param period whole days; those that are not over yet are left out
   * @param filters all must hold; robots are left out unless one is about them
   */
  @Schema(name = "RecommendationQuestion")
  record Asked(@Nullable SpanForm period, @Nullable List<QuestionForm.FilterForm> filters) {

    private Period days() {
      if (period != null && period.span() instanceof Period days) {
        return days;
      }
      throw Problem.caller(
          "recommendation_period", "recommendations rest on whole days: period has from and to");
    }

    private List<Filter> conditions() {
      return filters == null
          ? List.of()
          : filters.stream().map(QuestionForm.FilterForm::filter).toList();
    }
  }

  /**
   * Actions that the shop's figures call for beyond chance, each as a code with the figures that it
   * rests on and its expected effect in money within 28 days, with a 95 % interval and how that was
   * computed; the surest effect first. An empty list where nothing stands out.
   */
  @PostMapping("/api/shop/recommendations")
  @Needs(Role.VIEWER)
  Found recommendations(@RequestBody Asked asked) {
    List<RecommendationForm> found =
        recommendations.about(asked.days(), asked.conditions()).stream()
            .map(RecommendationForm::of)
            .toList();
    return new Found(
        settings.currency().getCurrencyCode(),
        recommendations.known(asked.days()).map(SpanForm::of).orElse(null),
        found);
  }

  /**
   * Recommendations, the surest effect first.
   *
   * @param currency of effects
   * @param period that they rest on; null when none of its days is known whole
   */
  @Schema(name = "Recommendations")
  record Found(
      String currency, @Nullable SpanForm period, List<RecommendationForm> recommendations) {}

  /** A recommendation as JSON. */
  @Schema(name = "Recommendation")
  record RecommendationForm(
      String code,
      Map<String, Object> params,
      EffectForm effect,
      @Nullable QuestionForm question,
      String page) {

    static RecommendationForm of(Recommendation one) {
      Recommendation.Effect effect = one.effect();
      return new RecommendationForm(
          Words.write(one.kind()),
          one.params(),
          new EffectForm(
              effect.expected(), effect.low(), effect.high(), Words.write(effect.method())),
          one.question() == null ? null : QuestionForm.of(one.question()),
          one.page());
    }
  }

  /** Money within 28 days, its 95 % interval, and how that was computed. */
  @Schema(name = "RecommendationEffect")
  record EffectForm(double expected, double low, double high, String method) {}
}
